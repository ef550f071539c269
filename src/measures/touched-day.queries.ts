import { CLIENT_WIDE_CONTRACTS } from "../people/client-wide.queries";
import { affected, rows, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import type { Stream } from "../shared/stream";
import { COUNTED_STREAMS } from "./streams/streams.rules";

/** Held alone to append slots; shared by whoever writes sums, so that no row is written with slots of yesterday. */
export const SLOTS_LOCK = 7_301_001;

/** A day of a stream that was, or must be, computed again. */
export interface DayKey {
  readonly stream: Stream;
  readonly serviceId: string;
  readonly day: Day;
}

/**
 * Takes the entries of the oldest `limit` in the log off it, and all others of the same days with them; days of other
 * streams that follow from them come along. Entries that
 * another worker holds are left to it. Then waits until nobody else computes these days, and keeps them until the
 * transaction ends: in one order for all, so that no two wait for each other. Statements that begin after this one see
 * everything that was committed before.
 */
export const claimDays = (tx: Tx, clientId: string, limit: number): Promise<DayKey[]> =>
  rows<DayKey>(tx, CLAIM, [clientId, limit, SLOTS_LOCK], "claim-touched-days");

const FOLLOWING = COUNTED_STREAMS.map(([stream, { follows }]) =>
  follows ? `\n    union select '${stream}', follow.* from (${follows}) follow` : "",
).join("");

const CLAIM = `
  with oldest as (
    select stream, service_id, day from touched_day where client_id = $1 order by id limit $2 for update skip locked),
  same as (
    select t.id from touched_day t
     where t.client_id = $1 and (t.stream, t.service_id, t.day) in (select stream, service_id, day from oldest)
       for update skip locked),
  claimed as (
    delete from touched_day t using same where t.client_id = $1 and t.id = same.id
    returning t.stream, t.service_id, t.day),
  days as materialized (
    select distinct stream, service_id, day from claimed${FOLLOWING} order by stream, service_id, day),
  slots as materialized (select pg_advisory_xact_lock_shared($3) where exists (select 1 from days)),
  locked as materialized (
    select days.*, pg_advisory_xact_lock(hashtextextended(concat_ws('/', $1, stream, service_id, day), 7))
      from days where (select count(*) from slots) > 0)
  select stream, service_id as "serviceId", day from locked`;

export interface MarkedPeriods {
  /** Whether the log of days holds more. */
  readonly remaining: boolean;
  /** Whether there are results of periods that begin after one of the days. */
  readonly hasLaterResults: boolean;
}

/**
 * Marks the five periods around each day, under the service's contract and those under which somebody answers for every
 * contract, for their scorecards to follow: those of days to come when they come. Days whose histograms are kept go on their log.
 */
export async function markPeriods(tx: Tx, clientId: string, days: readonly DayKey[]): Promise<MarkedPeriods> {
  const params = [
    clientId,
    days.map((one) => one.serviceId),
    days.map((one) => one.day),
    days.map((one) => one.stream),
  ];
  const [found] = await rows<MarkedPeriods>(tx, MARK, params, "mark-touched-periods");
  return found ?? { remaining: false, hasLaterResults: false };
}

const MARK = `
  with touched as materialized (
    select service_id, day, stream from unnest($2::uuid[], $3::date[], $4::text[]) as t(service_id, day, stream)),
  contract_day as (
    select distinct s.contract_id, t.day from touched t join service s on s.client_id = $1 and s.id = t.service_id
     union
    select wide.id, t.day from touched t cross join (${CLIENT_WIDE_CONTRACTS}) as wide),
  marked as (
    insert into touched_period (client_id, contract_id, period_kind, period_from, due_on)
    select $1, contract_id, kind, "from", due_on from (
      select distinct t.contract_id, kind, date_trunc(kind, t.day::timestamp)::date as "from",
             case when t.day > current_date then t.day else '-infinity'::date end as due_on
        from contract_day t
       cross join unnest(array['day', 'week', 'month', 'quarter', 'year']) as kind) p
     -- what nobody can claim for another day need not be marked twice
     where p.due_on <= current_date + 1 or not exists (
       select from touched_period k where k.client_id = $1 and k.contract_id = p.contract_id
          and k.period_kind = p.kind and k.period_from = p."from" and k.due_on = p.due_on)),
  distributed as (
    insert into touched_histogram (client_id, stream, service_id, day)
    select $1, t.stream, t.service_id, t.day from touched t
     where t.stream in (select stream from histogram_in_use where client_id = $1))
  select exists (select 1 from touched_day where client_id = $1) as remaining,
         exists (select 1 from contract_day t
                   join scorecard c on c.client_id = $1 and c.contract_id = t.contract_id and c.period_kind = 'day'
                    and c.period_from > t.day) as "hasLaterResults"`;

/** Puts every day on the log that has facts or measures of a client. */
export const touchEverything = (tx: Tx, clientId: string): Promise<number> => affected(tx, TOUCH_ALL, [clientId]);

const TOUCH_ALL = `
  insert into touched_day (client_id, stream, service_id, day)
  select $1, stream, service_id, day from (
    ${COUNTED_STREAMS.map(([stream, { allDays }]) => `select '${stream}' as stream, s.* from (${allDays}) s`).join(" union ")}
    union
    select stream, service_id, day from daily_measures where client_id = $1) all_days
   order by day desc, service_id`;
