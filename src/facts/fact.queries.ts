import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { affected, rows, withClient, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import { tableOf, type Stream } from "../shared/stream";
import { streamFacts } from "./streams/stream-facts";

/** Whose facts a batch holds, and what brought them. */
export interface BatchOrigin {
  readonly clientId: string;
  readonly stream: Stream;
  readonly source: string;
  readonly importId: string;
  readonly at: Date;
}

export interface StoredHash {
  readonly externalId: string;
  readonly contentHash: string;
}

/** A fact as it was stored before the batch. */
export interface FormerFact extends StoredHash {
  readonly serviceId: string;
  readonly days: readonly (Day | null)[];
}

const columnsOf = (stream: Stream): string[] => streamFacts(stream).columns.map(([name]) => name);
const HASH = "replace(content_hash::text, '-', '')";

/**
 * Two tables of this session: what came, and what it replaces. They are emptied when the transaction ends.
 *
 * Stored facts are looked up by lists of ids, never by a join with the stage, and nested loops are off: nobody gathers
 * statistics of a stage, and on a table that has just grown a join reads all facts of the client for each row.
 */
export async function openStage(tx: Tx, stream: Stream): Promise<void> {
  const table = tableOf(stream);
  const typed = streamFacts(stream)
    .columns.map(([name, type]) => `${name} ${type}`)
    .join(", ");
  await rows(
    tx,
    `set local client_min_messages = warning;
     set local enable_nestloop = off;
     create temp table if not exists stage_${table}
       (external_id text not null, ${typed}, content_hash uuid not null) on commit delete rows;
     create temp table if not exists former_${table} (like ${table}) on commit delete rows;
     delete from pg_temp.stage_${table};
     delete from pg_temp.former_${table}`,
  );
}

/** Keeps the services of a batch from being deleted before it is stored; facts have no foreign key to them. */
export async function holdServices(tx: Tx, clientId: string, serviceIds: readonly string[]): Promise<void> {
  const held = await rows(tx, "select 1 from service where client_id = $1 and id = any($2) order by id for key share", [
    clientId,
    serviceIds,
  ]);
  if (held.length < serviceIds.length) throw new Error("A service was deleted while facts for it were taken in.");
}

/** Row level security does not let COPY write into a table of facts, so it writes into the stage. */
export async function copyToStage(tx: Tx, stream: Stream, lines: Buffer): Promise<void> {
  await withClient(tx, (client) =>
    pipeline([lines], client.query(copyFrom(`copy pg_temp.stage_${tableOf(stream)} from stdin`))),
  );
}

/** Stores all staged facts; refused by the database when one of them is stored already. */
export async function insertAll(tx: Tx, origin: BatchOrigin): Promise<void> {
  await affected(tx, insertion(origin.stream), insertionValues(origin));
}

/** Stores the staged facts that are new; answers their external ids. A fifth dearer than `insertAll`. */
export async function insertNew(tx: Tx, origin: BatchOrigin): Promise<string[]> {
  const inserted = await rows<{ externalId: string }>(
    tx,
    `${insertion(origin.stream)}
     on conflict (client_id, source, external_id) do nothing
     returning external_id as "externalId"`,
    insertionValues(origin),
  );
  return inserted.map(({ externalId }) => externalId);
}

function insertion(stream: Stream): string {
  const columns = ["external_id", ...columnsOf(stream), "content_hash"].join(", ");
  const table = tableOf(stream);
  return `insert into ${table} (client_id, source, import_id, ingested_at, ${columns})
     select $1, $2, $3, $4, ${columns} from pg_temp.stage_${table}`;
}

const insertionValues = ({ clientId, source, importId, at }: BatchOrigin): unknown[] => [
  clientId,
  source,
  importId,
  at,
];

/** The content that the store has of facts. */
export async function storedHashes(tx: Tx, origin: BatchOrigin, ids: readonly string[]): Promise<StoredHash[]> {
  const { stream, clientId, source } = origin;
  return rows(
    tx,
    `select external_id as "externalId", ${HASH} as "contentHash" from ${tableOf(stream)}
      where client_id = $1 and source = $2 and external_id = any($3)`,
    [clientId, source, ids],
  );
}

/** Locks facts, in one order for all writers, and keeps how they were. */
export async function lockFacts(tx: Tx, origin: BatchOrigin, ids: readonly string[]): Promise<FormerFact[]> {
  const { stream, clientId, source } = origin;
  const table = tableOf(stream);
  return rows<FormerFact>(
    tx,
    `with locked as (
       select * from ${table} where client_id = $1 and source = $2 and external_id = any($3)
        order by external_id for update)
     insert into pg_temp.former_${table} select * from locked
     returning external_id as "externalId", ${HASH} as "contentHash", service_id as "serviceId",
               (${streamFacts(stream).daysSql})::text[] as days`,
    [clientId, source, ids],
  );
}

export async function removeFacts(tx: Tx, origin: BatchOrigin, ids: readonly string[]): Promise<void> {
  const sql = `delete from ${tableOf(origin.stream)} where client_id = $1 and source = $2 and external_id = any($3)`;
  await affected(tx, sql, [origin.clientId, origin.source, ids]);
}

/** Puts what came in place of what was kept. */
export async function replaceFacts(tx: Tx, origin: BatchOrigin, ids: readonly string[]): Promise<void> {
  const { stream } = origin;
  const table = tableOf(stream);
  const columns = [...columnsOf(stream), "content_hash"].map((name) => `${name} = s.${name}`).join(", ");
  await affected(
    tx,
    `update ${table} c set ${columns}, import_id = $3, ingested_at = $4
       from pg_temp.stage_${table} s
      where c.client_id = $1 and c.source = $2 and c.external_id = any($5) and c.external_id = s.external_id`,
    [origin.clientId, origin.source, origin.importId, origin.at, ids],
  );
}

/** Logs days whose facts changed, each service with its days. */
export async function touchDays(
  tx: Tx,
  { clientId, stream }: BatchOrigin,
  places: ReadonlyMap<string, ReadonlySet<Day>>,
): Promise<void> {
  const all = [...places].flatMap(([serviceId, days]) => [...days].map((day) => ({ serviceId, day })));
  if (all.length === 0) return;
  await affected(
    tx,
    `insert into touched_day (client_id, stream, service_id, day)
     select $1, $2, service_id, day from unnest($3::uuid[], $4::date[]) as t(service_id, day)`,
    [clientId, stream, all.map(({ serviceId }) => serviceId), all.map(({ day }) => day)],
  );
}
