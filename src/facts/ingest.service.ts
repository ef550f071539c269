import { inTransaction, type Tx, type TxScope } from "../platform/database";
import { DomainError, NotFound } from "../shared/errors";
import { newId } from "../shared/ids";
import type { Stream } from "../shared/stream";
import { canonicalProfile, CANONICAL_PROFILE } from "./canonical-profile";
import { clientOf } from "./client-of.queries";
import { loadDirectory } from "./directory.queries";
import { declareWithFacts, refuseFuture } from "./feed-declaring";
import { FileImport } from "./file-import";
import type { BegunImport, FileToIngest, IngestParts } from "./file-to-ingest";
import { FileCutShort, FileRefused, OtherStream } from "./import.errors";
import { beginImport, endImport, profileInForce } from "./import.queries";
import type { ImportFailure, ImportState } from "./import.entity";
import type { ImportReport } from "./import-report";
import type { NamedProfile } from "./row-mapper";

/** Takes facts in. */
export class IngestService {
  private readonly inHand = new Set<Promise<ImportReport>>();

  constructor(private readonly parts: IngestParts) {}

  /**
   * Takes a file in, batch by batch, in constant memory. It never fails for what is in the file: the report tells. What
   * is refused before the first row (unknown client or profile) is thrown.
   */
  async ingestFile(file: FileToIngest): Promise<ImportReport> {
    const done = this.takeIn(file);
    this.inHand.add(done);
    return done.finally(() => this.inHand.delete(done));
  }

  /** Resolves when no file is in hand. A file whose sender went away has its affairs left in order first. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.inHand);
  }

  private async takeIn(file: FileToIngest): Promise<ImportReport> {
    const begun = await this.begin(file);
    const run = new FileImport(this.parts, file, begun);
    const failure = await run.run().then(
      () => null,
      (error: unknown) => error,
    );
    const state = stateAfter(failure);
    const report = run.report(state, state === "finished" ? null : explained(failure));
    await inTransaction(this.parts.db, begun.scope, async (tx) => {
      await endImport(tx, { ...report, id: report.importId, clientId: begun.clientId, finishedAt: this.parts.clock() });
      if (state === "finished") await this.declare(tx, file, begun);
    });
    const { importId, rows: counts } = report;
    this.parts.log.info("import.ended", { importId, clientId: begun.clientId, state, ...counts });
    if (failure !== null && !(failure instanceof DomainError)) throw failure as Error;
    return report;
  }

  /** Only a file that was read to its end keeps what its sender vouched for. */
  private async declare(tx: Tx, { completeThrough, by }: FileToIngest, { clientId, profile }: BegunImport) {
    if (!completeThrough) return;
    const declaring = { completeThrough, by: by.name, now: this.parts.clock() };
    await declareWithFacts(tx, { clientId, stream: profile.stream, source: profile.source }, declaring);
  }

  private async begin(file: FileToIngest): Promise<BegunImport> {
    const { completeThrough } = file;
    if (completeThrough) refuseFuture({ completeThrough, now: this.parts.clock() });
    const scopeOf = (clientIds: readonly string[]): TxScope => ({ clientIds, internal: file.by.kind === "internal" });
    return inTransaction(this.parts.db, scopeOf(file.by.clientIds), async (tx) => {
      const clientId = await clientOf(tx, file.by, file.client ?? null);
      const profile = await profileOf(tx, clientId, file);
      const directory = await loadDirectory(tx, clientId, profile.source);
      const importId = newId();
      await beginImport(tx, {
        clientId,
        id: importId,
        stream: file.stream,
        profileCode: profile.code,
        fileName: file.fileName ?? null,
        startedBy: file.by.name,
        startedAt: this.parts.clock(),
      });
      return { clientId, importId, profile, directory, scope: scopeOf([clientId]) };
    });
  }
}

interface ProfileChoice {
  readonly stream: Stream;
  readonly profile: string;
  readonly source?: string | null;
}

/** A client's own profile comes before the built-in one of the same code. */
export async function profileOf(
  tx: Tx,
  clientId: string,
  { stream, profile, source }: ProfileChoice,
): Promise<NamedProfile> {
  const stored = await profileInForce(tx, clientId, profile);
  if (stored && stored.stream !== stream) throw new OtherStream(profile, stored.stream, stream);
  if (!stored && profile !== CANONICAL_PROFILE) throw new NotFound("import profile", profile, ["profile"]);
  const definition = stored?.definition ?? canonicalProfile(stream);
  return { code: profile, stream, definition, source: source ?? definition.source ?? profile };
}

function stateAfter(failure: unknown): ImportState {
  if (failure === null) return "finished";
  return failure instanceof FileRefused ? "refused" : "interrupted";
}

function explained(failure: unknown): ImportFailure {
  if (failure instanceof FileRefused || failure instanceof FileCutShort) {
    return { code: failure.code, message: failure.message, remedy: failure.remedy ?? null };
  }
  return {
    code: "INTERNAL",
    message: "Something went wrong on our side. The rows before that were taken in.",
    remedy: "Send the whole file again: rows that are already there count as unchanged.",
  };
}
