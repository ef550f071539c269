import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { issueDaysSql, REPEAT_DAYS_SQL } from "../kpis/contact-chain.rules";
import { affected, rows, withClient, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import type { Stream } from "../shared/stream";
import { COPIED_COLUMNS } from "./row-mapper";

/** Whose facts a batch holds, and what brought them. */
export interface BatchOrigin {
  readonly clientId: string;
  readonly stream: Stream;
  readonly source: string;
  readonly importId: string;
  readonly at: Date;
}

/** A fact as it was stored before the batch. */
export interface FormerFact {
  readonly externalId: string;
  readonly contentHash: string;
  readonly serviceId: string;
  readonly days: readonly (Day | null)[];
}

const columnsOf = (stream: Stream): string[] => COPIED_COLUMNS[stream].map(([name]) => name);
const DAYS = { contact: ["offered_day", "answered_day", "ended_day"], survey: ["surveyed_day", "closed_day"] } as const;

/** Two tables of this session: what came, and what it replaces. They are emptied when the transaction ends. */
export async function openStage(tx: Tx, stream: Stream): Promise<void> {
  const typed = COPIED_COLUMNS[stream].map(([name, type]) => `${name} ${type}`).join(", ");
  await rows(
    tx,
    `set local client_min_messages = warning;
     create temp table if not exists stage_${stream}
       (external_id text not null, ${typed}, content_hash uuid not null) on commit delete rows;
     create temp table if not exists former_${stream} (like ${stream}) on commit delete rows;
     delete from pg_temp.stage_${stream};
     delete from pg_temp.former_${stream}`,
  );
}

/** Row level security does not let COPY write into a table of facts, so it writes into the stage. */
export async function copyToStage(tx: Tx, stream: Stream, lines: string): Promise<void> {
  await withClient(tx, (client) =>
    pipeline([Buffer.from(lines)], client.query(copyFrom(`copy pg_temp.stage_${stream} from stdin`))),
  );
}

/** Stores the facts that are new; answers their external ids. */
export async function insertNew(tx: Tx, origin: BatchOrigin): Promise<string[]> {
  const columns = ["external_id", ...columnsOf(origin.stream), "content_hash"].join(", ");
  const inserted = await rows<{ externalId: string }>(
    tx,
    `insert into ${origin.stream} (client_id, source, import_id, ingested_at, ${columns})
     select $1, $2, $3, $4, ${columns} from pg_temp.stage_${origin.stream}
     on conflict (client_id, source, external_id) do nothing
     returning external_id as "externalId"`,
    [origin.clientId, origin.source, origin.importId, origin.at],
  );
  return inserted.map(({ externalId }) => externalId);
}

/** Locks the facts whose content differs, in one order for all writers, and keeps how they were. */
export async function lockChanged(tx: Tx, { stream, clientId, source }: BatchOrigin): Promise<FormerFact[]> {
  return rows<FormerFact>(
    tx,
    `with locked as (
       select c.* from pg_temp.stage_${stream} s
         join ${stream} c on c.client_id = $1 and c.source = $2 and c.external_id = s.external_id
        where c.content_hash <> s.content_hash
        order by c.external_id for update of c)
     insert into pg_temp.former_${stream} select * from locked
     returning external_id as "externalId", replace(content_hash::text, '-', '') as "contentHash",
               service_id as "serviceId", array[${DAYS[stream].join(", ")}]::text[] as days`,
    [clientId, source],
  );
}

/** Puts what came in place of what was kept. */
export async function replaceChanged(tx: Tx, origin: BatchOrigin): Promise<void> {
  const { stream } = origin;
  const columns = [...columnsOf(stream), "content_hash"].map((name) => `${name} = s.${name}`).join(", ");
  await affected(
    tx,
    `update ${stream} c set ${columns}, import_id = $3, ingested_at = $4
       from pg_temp.stage_${stream} s
       join pg_temp.former_${stream} f on f.external_id = s.external_id
      where c.client_id = $1 and c.source = $2 and c.external_id = s.external_id`,
    [origin.clientId, origin.source, origin.importId, origin.at],
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

/**
 * Logs the days on which operational FCR changes, where it is in use. Two batches that bring neighbours of each other
 * must not overlook them, so that from here to the end of the transaction one comes after the other.
 */
export async function touchIssueDays(tx: Tx, origin: BatchOrigin): Promise<void> {
  const { clientId, source, importId, stream } = origin;
  if (stream !== "contact" || (await rows(tx, REPEAT_DAYS_SQL)).length === 0) return;
  await rows(tx, "select pg_advisory_xact_lock(hashtextextended('issues of ' || $1, 0))", [clientId]);
  const changed = `(
    select * from pg_temp.former_contact
    union all
    select n.* from pg_temp.stage_contact s
      join contact n on n.client_id = $1 and n.source = $2 and n.external_id = s.external_id and n.import_id = $3)`;
  await affected(
    tx,
    `insert into touched_day (client_id, stream, service_id, day)
     select $1::uuid, 'contact', d.service_id, d.day from (${issueDaysSql(changed)}) d`,
    [clientId, source, importId],
  );
}
