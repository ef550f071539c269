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
 * The sums of many accounts over many spans in one statement: measures are first summed by service, stretch and person
 * (and everybody), then by account and stretch, then by span. A stretch is of days that always count together: no span
 * and no source begins or ends within it. Sums of whole numbers in float64 are exact.
 */
export async function loadSums(tx: Tx, request: SumsRequest): Promise<SumsRow[]> {
  const { clientId, sources, needs } = request;
  const spans = request.spans.filter(({ from, until }) => from < until);
  if (spans.length === 0 || sources.length === 0 || needs.size === 0) return [];
  const { from, until } = hull(spans);
  const serviceIds = [...new Set(sources.map((one) => one.serviceId))];
  return rows<SumsRow>(tx, sumsSql(new SlotColumns(needs), hasPersons(sources)), [
    ...[clientId, serviceIds, from, until, JSON.stringify(spans), flatSources(sources)],
    ...[asynchronousChannels(), streamsNeeded(needs), stretches(spans, sources)],
  ]);
}

export const hasPersons = (sources: readonly AccountSource[]): boolean =>
  sources.some(({ personId }) => personId !== null);

/** The first day of each stretch. */
const stretches = (spans: readonly Span[], sources: readonly AccountSource[]): Day[] =>
  [
    ...new Set([...spans, ...sources.map(({ days }) => days)].flatMap(({ from, until }) => [from, until ?? from])),
  ].sort();

const sumsSql = (columns: SlotColumns, byPerson: boolean): string => `
    with span_day as materialized (
      select s.no, d::date as day, width_bucket(d::date, $9::date[]) as stretch
        from jsonb_to_recordset($5) as s(no integer, "from" date, until date),
             generate_series(s."from", s.until - 1, interval '1 day') as d),
    source as (
      select account, service_id, person_id, width_bucket("from", $9::date[]) as first, width_bucket(until, $9::date[]) as after
        from jsonb_to_recordset($6) as s(account integer, service_id uuid, person_id uuid, "from" date, until date)),
    ${unitsSql(columns, { byPerson, by: "stretch", measured: MEASURED_IN_SPANS })},
    account_stretch as (
      select s.account, u.stream, u.stretch, u.channels, min(u.length) as length${columns.aggregated((slot) => `u.s${slot}`)}
        from unit u join source s on s.service_id = u.service_id and s.person_id = u.person_id
         and u.stretch >= s.first and u.stretch < s.after
       group by s.account, u.stream, u.stretch, u.channels)
    select p.no, a.account, a.stream, a.channels, null as closing, min(a.length) as length,
           ${columns.array((slot) => `a.s${slot}`)} as sums
      from account_stretch a join (select distinct no, stretch from span_day) p on p.stretch = a.stretch
     group by p.no, a.account, a.stream, a.channels`;

const MEASURED_IN_SPANS = `daily_measures join (select distinct day, stretch from span_day) s using (day)
            where client_id = $1 and service_id = any($2) and stream = any($8) and day >= $3 and day < $4`;

interface Units {
  readonly byPerson: boolean;
  /** The column that is kept beside service, stream and person: days or stretches of them. */
  readonly by: "day" | "stretch";
  /** SQL of the daily measures that are summed, from their table on. */
  readonly measured: string;
}

/** SQL of the relation `unit`: sums by class of channel, of everybody, and of each person where anybody asks for one. */
export function unitsSql(columns: SlotColumns, { byPerson, by, measured }: Units): string {
  const unit = byPerson ? "person_unit" : "unit";
  const who = byPerson ? "person_id" : `'${EVERYBODY}'::uuid as person_id`;
  const ofUnits = `${unit} as materialized (
      select service_id, ${who}, stream, ${by}, channels,
             min(cardinality(sums)) as length${columns.aggregated((slot) => `sums[${slot}]`)}
        from (select service_id, person_id, stream, ${by}, sums, ${channelClassSql("stream", "channel", "$7")} as channels
                from ${measured}) d
       group by 1, 2, 3, 4, 5)`;
  return byPerson
    ? `${ofUnits},
    unit as (
      select * from person_unit
       union all
      select service_id, '${EVERYBODY}', stream, ${by}, channels,
             min(length) as length${columns.aggregated((slot) => `s${slot}`)}
        from person_unit group by service_id, stream, ${by}, channels)`
    : ofUnits;
}

/** From the first day of all spans until the last. */
export function hull(spans: readonly { readonly from: Day; readonly until: Day }[]): { from: Day; until: Day } {
  const [first, ...others] = spans;
  if (!first) throw new Error("No days to look at.");
  return others.reduce((all, one) => ({ from: earlierOf(all.from, one.from), until: laterOf(all.until, one.until) }), {
    from: first.from,
    until: first.until,
  });
}
