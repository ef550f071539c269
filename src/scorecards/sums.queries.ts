import { ASYNCHRONOUS_CHANNELS } from "../kpis/channel-kind.rules";
import { rows, type Tx } from "../platform/database";
import { earlierOf, laterOf, type Day } from "../shared/day";
import type { Stream } from "../shared/stream";
import { EVERYBODY, flatSources, type AccountSource } from "./accounts.rules";

/** Days that are summed together, with a number of their own. */
export interface Span {
  readonly no: number;
  readonly from: Day;
  readonly until: Day;
}

export interface SumsRequest {
  readonly clientId: string;
  readonly spans: readonly Span[];
  readonly sources: readonly AccountSource[];
  /** How many slots each sum has: the highest that any KPI needs. */
  readonly slots: number;
}

/** Sums of one account, span, stream and class of channels. */
export interface SumsRow {
  readonly no: number;
  readonly account: number;
  readonly stream: Stream;
  readonly live: boolean;
  /** The shortest row that went in; slots beyond it are not computed yet. */
  readonly length: number;
  readonly sums: readonly (number | null)[];
}

/**
 * The sums of many accounts over many spans in one statement: measures are first summed by service, day and person (and
 * everybody), then by account and day, then by span. Sums of whole numbers in float64 are exact.
 */
export async function loadSums(tx: Tx, request: SumsRequest): Promise<SumsRow[]> {
  const { clientId, spans, sources } = request;
  if (spans.length === 0 || sources.length === 0) return [];
  const { from, until } = hull(spans);
  const serviceIds = [...new Set(sources.map((one) => one.serviceId))];
  const params = [
    clientId,
    serviceIds,
    from,
    until,
    JSON.stringify(spans),
    flatSources(sources),
    ASYNCHRONOUS_CHANNELS,
  ];
  return rows<SumsRow>(tx, sumsSql(Math.max(1, request.slots)), params);
}

const sumsSql = (slots: number): string => {
  const numbers = Array.from({ length: slots }, (_, index) => index + 1);
  const eachSlot = (expression: (slot: number) => string): string => numbers.map(expression).join(", ");
  return `
    with span_day as materialized (
      select s.no, d::date as day
        from jsonb_to_recordset($5) as s(no integer, "from" date, until date),
             generate_series(s."from", s.until - 1, interval '1 day') as d),
    source as (
      select * from jsonb_to_recordset($6)
        as s(account integer, service_id uuid, person_id uuid, "from" date, until date)),
    unit_day as materialized (
      select service_id, coalesce(person_id, '${EVERYBODY}') as person_id, stream, day, channel <> all($7) as live,
             min(cardinality(sums)) as length, ${eachSlot((slot) => `sum(sums[${slot}]) as s${slot}`)}
        from daily_measures
       where client_id = $1 and service_id = any($2) and day >= $3 and day < $4
         and day in (select day from span_day)
       group by grouping sets (
         (service_id, stream, day, channel <> all($7)), (service_id, stream, day, channel <> all($7), person_id))),
    account_day as (
      select s.account, u.stream, u.day, u.live, min(u.length) as length,
             ${eachSlot((slot) => `sum(u.s${slot}) as s${slot}`)}
        from unit_day u join source s on s.service_id = u.service_id and s.person_id = u.person_id
         and u.day >= s."from" and u.day < s.until
       group by s.account, u.stream, u.day, u.live)
    select p.no, a.account, a.stream, a.live, min(a.length) as length,
           array[${eachSlot((slot) => `sum(a.s${slot})`)}] as sums
      from account_day a join span_day p on p.day = a.day
     group by p.no, a.account, a.stream, a.live`;
};

/** From the first day of all spans until the last. */
export function hull(spans: readonly { readonly from: Day; readonly until: Day }[]): { from: Day; until: Day } {
  const [first, ...others] = spans;
  if (!first) throw new Error("No days to look at.");
  return others.reduce((all, one) => ({ from: earlierOf(all.from, one.from), until: laterOf(all.until, one.until) }), {
    from: first.from,
    until: first.until,
  });
}
