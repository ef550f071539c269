import { inTransaction } from "../platform/database";
import { FactBatch, noRows } from "./fact-batch";
import { CLOCK_TOLERANCE_MS } from "./fact-row";
import { ready, stageBatch, storeStaged, type Manner, type ReadyBatch } from "./fact-writer";
import { FileReading } from "./file-reading";
import { FileCutShort, ImportStopped } from "./import.errors";
import type { ImportFailure, ImportState, ImportWarning } from "./import.entity";
import type { ImportReport, RowCounts } from "./import-report";
import type { BegunImport, FileToIngest, IngestParts } from "./file-to-ingest";
import { RejectSummary } from "./reject-summary";
import { RowInHand } from "./row-in-hand";
import type { RowMapper } from "./row-mapper";
import type { SourceRow } from "./row-reader";
import { plainBytes } from "./source-bytes";
import { setImmediate as untilNextTurn } from "node:timers/promises";

const USUAL_BATCH_ROWS = 5_000;
/** How often recomputing is asked for while a file is still coming. */
const NUDGE_EVERY_MS = 5_000;
/** After so many rows the database gets its turn: it waits for our next statement. */
const ROWS_AT_A_STRETCH = 200;

/**
 * One file on its way into the store. While one batch is being stored the next is being staged and the one after that
 * is being read, and no further: whoever sends has to wait.
 */
export class FileImport {
  private readonly counts: RowCounts = noRows();
  private readonly reading: FileReading;
  private readonly row = new RowInHand();
  private readonly rejects = new RejectSummary();
  private readonly manner: Manner = { isHopeful: true };
  private readonly batchRows: number;
  private batch = new FactBatch();
  private writing: Promise<void> = Promise.resolve();
  private beingWritten = 0;
  private isNudgeDue = false;
  private nudgedAt: number;
  private bytes = 0;

  constructor(
    private readonly parts: IngestParts,
    private readonly file: FileToIngest,
    private readonly begun: BegunImport,
  ) {
    this.reading = new FileReading(begun.profile, begun.directory);
    this.batchRows = file.batchRows ?? USUAL_BATCH_ROWS;
    this.nudgedAt = parts.clock().getTime();
  }

  /** Resolves when all is stored; rejects with why not, after the rows before that were stored. */
  async run(): Promise<void> {
    try {
      for await (const chunk of plainBytes(this.file.bytes)) {
        this.bytes += chunk.length;
        await this.take(this.reading.push(chunk));
        if (this.file.signal?.aborted) throw new ImportStopped();
      }
      await this.take(this.reading.finish());
      await this.flush();
    } catch (error) {
      if (error instanceof FileCutShort) await this.flush();
      else await this.writing.catch(() => undefined);
      throw error;
    } finally {
      this.nudge(false, 0);
    }
  }

  report(state: ImportState, error: ImportFailure | null): ImportReport {
    const { importId, profile } = this.begun;
    return {
      importId,
      stream: profile.stream,
      profile: profile.code,
      source: profile.source,
      fileName: this.file.fileName ?? null,
      state,
      rows: this.counts,
      rejectedFor: this.rejects.list(),
      ignoredColumns: this.reading.ignoredColumns,
      warnings: state === "refused" ? [] : [...this.reading.warnings(), ...this.emptyWarning(state)],
      error,
    };
  }

  private emptyWarning(state: ImportState): ImportWarning[] {
    const isEmpty = state === "finished" && Object.values(this.counts).every((count) => count === 0);
    return isEmpty ? [{ code: "NO_ROWS", message: "The file has a header and no rows." }] : [];
  }

  private async take(rows: readonly SourceRow[]): Promise<void> {
    if (rows.length === 0) return;
    const { mapper } = this.reading;
    this.row.latest = this.parts.clock().getTime() + CLOCK_TOLERANCE_MS;
    for (const [place, row] of rows.entries()) {
      addRow(this.batch, row, { mapper, hand: this.row });
      if (this.batch.rows >= this.batchRows) await this.startWriting();
      if (place % ROWS_AT_A_STRETCH === 0 && this.beingWritten > 0) await untilNextTurn();
    }
  }

  /** Lets this batch be written while the next is read, but no further ahead than the batch before is stored. */
  private async startWriting(): Promise<void> {
    const batch = ready(this.batch);
    const before = this.writing;
    this.batch = new FactBatch();
    this.beingWritten += 1;
    this.writing = this.write(batch, before).finally(() => (this.beingWritten -= 1));
    this.writing.catch(() => undefined);
    await before;
  }

  private async flush(): Promise<void> {
    if (this.batch.rows > 0) await this.startWriting();
    await this.writing;
  }

  /** Recomputing may begin while a long file is still coming, but not after every batch of it. */
  private nudge(isChanged: boolean, patienceMs: number): void {
    this.isNudgeDue ||= isChanged;
    const now = this.parts.clock().getTime();
    if (!this.isNudgeDue || now < this.nudgedAt + patienceMs) return;
    this.isNudgeDue = false;
    this.nudgedAt = now;
    this.parts.onFactsAppended(this.begun.clientId);
  }

  /** Two sessions take turns: one copies its batch into its stage while the other stores the batch before. */
  private async write(ready: ReadyBatch, before: Promise<void>): Promise<void> {
    const { clientId, importId, profile, scope } = this.begun;
    const { stream, source } = profile;
    const origin = { clientId, stream, source, importId, at: this.parts.clock() };
    const counts = await inTransaction(this.parts.db, scope, async (tx) => {
      await stageBatch(tx, origin, ready);
      await before;
      return storeStaged(tx, origin, ready.batch, this.manner);
    });
    for (const reject of ready.batch.rejects) this.rejects.add(reject);
    for (const key of Object.keys(counts) as (keyof RowCounts)[]) this.counts[key] += counts[key];
    this.nudge(counts.accepted + counts.replaced + counts.skipped > 0, NUDGE_EVERY_MS);
    this.file.onProgress?.({ bytes: this.bytes, rows: { ...this.counts } });
  }
}

/** Puts a row where it belongs: among the facts, the rejects, or those left out. */
export function addRow(
  batch: FactBatch,
  source: SourceRow,
  { mapper, hand }: { mapper: RowMapper; hand: RowInHand },
): void {
  const { line } = source;
  if (source.cells === null) return batch.reject({ ...source.problem, line, externalId: null, day: null });
  hand.take(source.cells);
  const mapped = mapper(hand);
  if (mapped === "skipped") return batch.skip(hand.externalId);
  if (mapped) return batch.add(mapped, hand.at);
  if (!hand.problem) throw new Error("A row was rejected without a reason.");
  batch.reject({ ...hand.problem, line, externalId: hand.externalId, day: hand.day });
}
