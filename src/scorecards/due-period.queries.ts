import { CLIENT_WIDE_CONTRACTS } from "../people/client-wide.queries";
import { rows, type Tx } from "../platform/database";
import type { Period } from "../shared/period";

export interface DueForClosing {
  readonly clientId: string;
  readonly contractId: string;
  readonly now: Date;
  /** Leaves alone periods whose figures moved since then; null: none. */
  readonly quietSince: Date | null;
  readonly limit: number;
}

/**
 * Periods of a contract that are over, whose grace days have passed where the contract counts its days, and that
 * nothing on the logs would still move: from the contract's first day with facts, so that history may be loaded
 * backwards. Those that ended first come first. Empty ones wait while figures of others that are due still move:
 * more history is perhaps on its way.
 */
export const periodsToClose = (tx: Tx, due: DueForClosing): Promise<Period[]> =>
  rows(
    tx,
    TO_CLOSE,
    [due.clientId, due.contractId, due.now, due.quietSince ?? "infinity", due.limit],
    "periods-to-close",
  );

const TO_CLOSE = `
  with terms as (
    select c.starts_on, ($3::timestamptz at time zone c.time_zone)::date - c.grace_days as over_until, c.ends_on
      from contract c where c.client_id = $1 and c.id = $2),
  read as materialized (
    select s.id from service s
     where s.client_id = $1 and (s.contract_id = $2 or $2 in (${CLIENT_WIDE_CONTRACTS}))),
  first as (
    select min(m.day) as day
      from read s cross join lateral (
        select d.day from daily_measures d where d.client_id = $1 and d.service_id = s.id order by d.day limit 1) m),
  span as (
    select greatest(f.day, t.starts_on) as "from", t.over_until, coalesce(t.ends_on, 'infinity') as ends_on
      from terms t, first f where f.day is not null),
  pending as (
    select min(t.day) as day from touched_day t join read s on s.id = t.service_id where t.client_id = $1),
  due as (
    select k.kind, p."from"::date as "from", (p."from" + k.length)::date as until
      from span
     cross join (values ('day', interval '1 day'), ('week', interval '1 week'), ('month', interval '1 month'),
                        ('quarter', interval '3 months'), ('year', interval '1 year')) as k(kind, length)
     cross join lateral generate_series(
       date_trunc(k.kind, span."from"::timestamp), span.over_until::timestamp - k.length, k.length) as p("from")
     where p."from" < span.ends_on),
  open as (
    select d.* from due d
     where not exists (select from period_closing c where c.client_id = $1 and c.contract_id = $2
                          and c.period_kind = d.kind and c.period_from = d."from")),
  moved as (
    select o.kind, o."from", max(r.recorded_at) as at
      from open o join (
        select period_kind, period_from, recorded_at from scorecard where client_id = $1 and contract_id = $2
         union all
        select period_kind, period_from, recorded_at from objective_result where client_id = $1 and contract_id = $2
      ) r on r.period_kind = o.kind and r.period_from = o."from"
     group by o.kind, o."from")
  select o.kind, o."from", o.until
    from open o left join moved m on m.kind = o.kind and m."from" = o."from"
   where o.until <= coalesce((select day from pending), 'infinity')
     and not exists (select from touched_period t where t.client_id = $1 and t.contract_id = $2
                        and t.period_kind = o.kind and t.period_from = o."from")
     and coalesce(m.at, (select max(at) from moved), '-infinity') <= $4::timestamptz
   order by o.until, o."from" desc, o.kind limit $5`;
