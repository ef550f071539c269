import { affected, rows, type Tx } from "../platform/database";
import { newId } from "../shared/ids";
import type { Stream } from "../shared/stream";
import type { FeedExpectation } from "./feed-expectation.entity";
import type { Feed } from "./feed.entity";
import type { Expectation } from "./feed-state.rules";

/** Which feed. */
export interface FeedKey {
  readonly clientId: string;
  readonly stream: Stream;
  readonly source: string;
}

/** What a batch or import shows of its feed. */
export interface Delivery {
  readonly at: Date;
  /** The latest instant among its facts; null: it had none. */
  readonly latest: Date | null;
  readonly serviceIds: readonly string[];
  /** Whether it brought a new or changed fact. */
  readonly hasChanges: boolean;
}

/**
 * Notes a delivery: one statement, whatever it held. The greatest of everything wins, so that neither order nor repetition
 * of batches matters. An instant to come, as of a forecast, says nothing about how far data reaches: it counts as now.
 */
export async function noteDelivery(tx: Tx, key: FeedKey, { at, latest, serviceIds, hasChanges }: Delivery) {
  await affected(tx, NOTE, [
    ...[key.clientId, newId(), key.stream, key.source],
    ...[at, hasChanges ? at : null, latest, [...serviceIds].sort()],
  ]);
}
const NOTE = `
  insert into feed (client_id, id, stream, source, last_import_at, last_change_at, observed_through, service_ids)
  values ($1, $2, $3, $4, $5, $6, case when $7::timestamptz < $5 then $7 when $7 is not null then $5 end, $8)
  on conflict (client_id, stream, source) do update set
    last_import_at = greatest(feed.last_import_at, excluded.last_import_at),
    last_change_at = greatest(feed.last_change_at, excluded.last_change_at),
    observed_through = greatest(feed.observed_through, excluded.observed_through),
    service_ids = case when feed.service_ids @> excluded.service_ids then feed.service_ids
      else array(select distinct unnest(feed.service_ids || excluded.service_ids) order by 1) end
  where feed.client_id = excluded.client_id`;

export const FEED_COLUMNS = `t.client_id as "clientId", t.id, t.stream, t.source, t.service_ids as "serviceIds",
  t.last_import_at as "lastImportAt", t.last_change_at as "lastChangeAt", t.observed_through as "observedThrough",
  t.complete_through as "completeThrough", t.late_since as "lateSince"`;

/** How many feeds are late, as far as that was told. */
export async function countLateFeeds(tx: Tx, clientIds: readonly string[]): Promise<number> {
  const sql = "select count(*) as late from feed where client_id = any($1) and late_since is not null";
  return (await rows<{ late: number }>(tx, sql, [clientIds]))[0]!.late;
}

/** The feed of a source, locked until the transaction ends; made when there is none and `make` says so. */
export async function lockFeed(tx: Tx, key: FeedKey, { make }: { make: boolean }): Promise<Feed | undefined> {
  const { clientId, stream, source } = key;
  if (make)
    await affected(
      tx,
      `insert into feed (client_id, id, stream, source) values ($1, $2, $3, $4) on conflict do nothing`,
      [clientId, newId(), stream, source],
    );
  const found = await rows<Feed>(
    tx,
    `select ${FEED_COLUMNS} from feed t where t.client_id = $1 and t.stream = $2 and t.source = $3 for update`,
    [clientId, stream, source],
  );
  return found[0];
}

/** Sources of a stream that something came from or is expected from. */
export async function sourcesOf(tx: Tx, { clientId, stream }: Omit<FeedKey, "source">): Promise<string[]> {
  const found = await rows<{ source: string }>(
    tx,
    "select source from feed where client_id = $1 and stream = $2 order by source limit 20",
    [clientId, stream],
  );
  return found.map(({ source }) => source);
}

/** The expectation in force at `$<now>` of feed `t`, as JSON or null. */
export const expectationSql = (now: string): string => `(
  select jsonb_build_object('every', e.every, 'dueBy', e.due_by, 'timeZone', e.time_zone, 'grace', e.grace,
           'declares', e.declares, 'validFrom', e.valid_from, 'validUntil', e.valid_until, 'version', e.version,
           'recordedAt', e.recorded_at)
    from feed_expectation e
   where e.client_id = t.client_id and e.feed_id = t.id and e.superseded_at is null
     and e.valid_from <= (${now}::timestamptz at time zone e.time_zone)::date
     and (e.valid_until is null or e.valid_until > (${now}::timestamptz at time zone e.time_zone)::date)
   order by e.valid_from desc limit 1)`;

/** A feed with the expectation in force. */
export interface ExpectedFeed extends Feed {
  readonly expectation: (Expectation & Pick<FeedExpectation, "version">) | null;
}

/** Every feed of a client with the expectation in force at an instant. */
export const feedsOfClient = (tx: Tx, clientId: string, now: Date): Promise<ExpectedFeed[]> =>
  rows(
    tx,
    `select ${FEED_COLUMNS}, ${expectationSql("$2")} as expectation from feed t where t.client_id = $1
      order by t.stream, t.source`,
    [clientId, now],
  );
