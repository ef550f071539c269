import type { Tx } from "../platform/database";
import type { Viewer } from "../platform/viewer";
import { newId } from "../shared/ids";
import type { Stream } from "../shared/stream";
import { apiProfile, CANONICAL_PROFILE } from "./canonical-profile";
import { clientOf } from "./client-of.queries";
import { loadDirectory } from "./directory.queries";
import { declareWithFacts } from "./feed-declaring";
import { FactBatch, type Reject } from "./fact-batch";
import { CLOCK_TOLERANCE_MS } from "./fact-row";
import { ready, stageBatch, storeStaged } from "./fact-writer";
import { addRow } from "./file-import";
import { TooManyRows } from "./import.errors";
import type { Import } from "./import.entity";
import { beginImport, endImport, importInTx } from "./import.queries";
import { objectRow } from "./ndjson-reader";
import { RowInHand } from "./row-in-hand";
import { columnsWanted, listColumns, rowMapper } from "./row-mapper";

const MOST_ROWS = 1_000;

/** Rows that a program sends, their fields named as in the API. */
export interface RowsToIngest {
  readonly stream: Stream;
  readonly client?: string | null;
  readonly source: string;
  readonly rows: readonly object[];
  /** The sender vouches that all facts of the source before this instant have been sent, with these rows. */
  readonly completeThrough?: Date | null;
  readonly by: Viewer;
  readonly now: Date;
}

export interface IngestedRows {
  readonly import: Import;
  readonly rejects: readonly Reject[];
}

/** Takes in a small batch within a transaction that is open already. */
export class BatchIngestService {
  async append(tx: Tx, sent: RowsToIngest): Promise<IngestedRows> {
    const { stream, client, source, rows, completeThrough, by, now } = sent;
    if (rows.length > MOST_ROWS) throw new TooManyRows(rows.length, MOST_ROWS);
    const clientId = await clientOf(tx, by, client ?? null);
    const origin = { clientId, stream, source, importId: newId(), at: now };
    const begun = { clientId, id: origin.importId, stream, profileCode: CANONICAL_PROFILE, fileName: null };
    await beginImport(tx, { ...begun, startedBy: by.name, startedAt: now });
    const batch = understood(rows, { stream, source, now, directory: await loadDirectory(tx, clientId, source) });
    await stageBatch(tx, origin, ready(batch));
    await storeStaged(tx, origin, batch, { isHopeful: false });
    if (completeThrough) await declareWithFacts(tx, origin, { completeThrough, by: by.name, now });
    await endImport(tx, { ...begun, state: "finished", warnings: [], error: null, finishedAt: now });
    return { import: await importInTx(tx, origin), rejects: batch.rejects };
  }
}

type Understanding = Pick<RowsToIngest, "stream" | "source" | "now"> & {
  readonly directory: Parameters<typeof rowMapper>[0]["directory"];
};

function understood(rows: readonly object[], { stream, source: system, now, directory }: Understanding): FactBatch {
  const definition = apiProfile(stream);
  const columns = columnsWanted(definition).all;
  const lists = listColumns(stream, definition);
  const profile = { code: CANONICAL_PROFILE, stream, definition, source: system };
  const mapper = rowMapper({ profile, columns, directory, onSwapped: () => undefined });
  const batch = new FactBatch();
  const hand = new RowInHand();
  hand.latest = now.getTime() + CLOCK_TOLERANCE_MS;
  for (const [place, row] of rows.entries()) {
    const source = objectRow({ line: place + 1, value: withInstantsAsText(row), columns, lists, ignored: new Set() });
    addRow(batch, source, { mapper, hand });
  }
  return batch;
}

const withInstantsAsText = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );
