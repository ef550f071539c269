import { asynchronousChannels, channelClassSql } from "../measures/channel-class.rules";
import { rows, type Tx } from "../platform/database";
import { earlierOf, laterOf, type Day } from "../shared/day";
import { EVERYBODY, flatSources, type AccountSource } from "./accounts.rules";
import { SlotColumns, streamsNeeded, type SlotNeeds } from "./slot-columns.rules";
import type { StreamSums } from "./sums-book.rules";

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
  readonly needs: SlotNeeds;
}

/** Sums of one account and span. */
export interface SumsRow extends StreamSums {
  readonly no: number;
  readonly account: number;
}

/**
 * The sums of many accounts over many spans in one statement: measures are first summed by service, day and person (and
 * everybody), then by account and day, then by span. Sums of whole numbers in float64 are exact.
 */
export async function loadSums(tx: Tx, request: SumsRequest): Promise<SumsRow[]> {
  const { clientId, sources, needs } = request;
  const spans = request.spans.filter(({ from, until }) => from < until);
  if (spans.length === 0 || sources.length === 0 || needs.size === 0) return [];
  const { from, until } = hull(spans);
  const serviceIds = [...new Set(sources.map((one) => one.serviceId))];
  return rows<SumsRow>(tx, sumsSql(new SlotColumns(needs), hasPersons(sources)), [
    ...[clientId, serviceIds, from, until, JSON.stringify(spans), flatSources(sources)],
    ...[asynchronousChannels(), streamsNeeded(needs)],
  ]);
}

export const hasPersons = (sources: readonly AccountSource[]): boolean =>
  sources.some(({ personId }) => personId !== null);

const sumsSql = (columns: SlotColumns, byPerson: boolean): string => `
    with span_day as materialized (
      select s.no, d::date as day
        from jsonb_to_recordset($5) as s(no integer, "from" date, until date),
             generate_series(s."from", s.until - 1, interval '1 day') as d),
    source as (
      select * from jsonb_to_recordset($6)
        as s(account integer, service_id uuid, person_id uuid, "from" date, until date)),
    unit_day as materialized (
      ${unitDaySql(columns, byPerson, "day >= $3 and day < $4 and day in (select day from span_day)")}),
    account_day as (
      select s.account, u.stream, u.day, u.channels, min(u.length) as length${columns.aggregated((slot) => `u.s${slot}`)}
        from unit_day u join source s on s.service_id = u.service_id and s.person_id = u.person_id
         and u.day >= s."from" and u.day < s.until
       group by s.account, u.stream, u.day, u.channels)
    select p.no, a.account, a.stream, a.channels, null as closing, min(a.length) as length,
           ${columns.array((slot) => `a.s${slot}`)} as sums
      from account_day a join span_day p on p.day = a.day
     group by p.no, a.account, a.stream, a.channels`;

/** Sums by service, day and class of channel: of everybody, and of each person where anybody asks for one. */
export const unitDaySql = (columns: SlotColumns, byPerson: boolean, days: string): string => `
  select service_id, ${byPerson ? `coalesce(person_id, '${EVERYBODY}')` : `'${EVERYBODY}'::uuid`} as person_id, stream, day, channels,
         min(cardinality(sums)) as length${columns.aggregated((slot) => `sums[${slot}]`)}
    from (select service_id, person_id, stream, day, sums, ${channelClassSql("stream", "channel", "$7")} as channels
            from daily_measures
           where client_id = $1 and service_id = any($2) and stream = any($8) and ${days}) d
   group by grouping sets ((service_id, stream, day, channels)${
     byPerson ? ", (service_id, stream, day, channels, person_id)" : ""
   })`;

/** From the first day of all spans until the last. */
export function hull(spans: readonly { readonly from: Day; readonly until: Day }[]): { from: Day; until: Day } {
  const [first, ...others] = spans;
  if (!first) throw new Error("No days to look at.");
  return others.reduce((all, one) => ({ from: earlierOf(all.from, one.from), until: laterOf(all.until, one.until) }), {
    from: first.from,
    until: first.until,
  });
}
