import { issueDaysSql, REPEAT_DAYS_SQL } from "../kpis/contact-chain.rules";
import { affected, rows, type Tx } from "../platform/database";
import type { StoredFacts } from "./streams/declared-stream";

/**
 * Logs the days on which operational FCR changes with contacts, where it is in use. Two batches that bring neighbours of
 * each other must not overlook them, so that from here to the end of the transaction one comes after the other.
 */
export async function touchIssueDays(tx: Tx, { clientId, source, ids }: StoredFacts): Promise<void> {
  if ((await rows(tx, REPEAT_DAYS_SQL)).length === 0) return;
  await rows(tx, "select pg_advisory_xact_lock(hashtextextended('issues of ' || $1, 0))", [clientId]);
  const changed = `(
    select * from pg_temp.former_contact
    union all
    select * from contact where client_id = $1 and source = $2 and external_id = any($3))`;
  await affected(
    tx,
    `insert into touched_day (client_id, stream, service_id, day)
     select $1::uuid, 'contact', d.service_id, d.day from (${issueDaysSql(changed)}) d`,
    [clientId, source, ids],
  );
}
