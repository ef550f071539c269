import type { MeasureInUse } from "../kpis/measure-definition";
import { NIL_ID } from "../shared/ids";
import type { Stream } from "../shared/stream";
import type { FactPlace } from "./fact-place";
import { sumSql } from "./measure-sql.rules";
import type { Content } from "./streams/stream-days.rules";
import { streamDays } from "./streams/streams.rules";

/**
 * The one statement that recomputes days of a stream from its facts. $1: client; $2 and $3: services and days. One row
 * for each service, day, channel and person that any fact counts for; rows whose facts are gone go, too. What is stored
 * is read once and compared, so that only rows that say something else are written: mostly none. The fence keeps the
 * planner on the key also where its statistics are of yesterday, when there were few rows or none; so does the full
 * join, which is never a nested loop. Returns the days of which anything was written.
 */
export function recomputeSql(stream: Stream, content: Content): string {
  return `
    with ${freshSql(stream, content)},
    stored as (
      select d.* from touched t cross join lateral (
        select ctid as place, service_id, day, channel, person_id, sums from daily_measures
         where client_id = $1 and stream = '${stream}' and service_id = t.service_id and day = t.day offset 0) d),
    changed as materialized (
      select f.*, d.place, d.service_id as former_service_id, d.day as former_day
        from fresh f full join stored d on d.service_id = f.service_id and d.day = f.day and d.channel = f.channel
         and d.person_id = f.person_id
       where f.sums is distinct from d.sums),
    gone as (
      delete from daily_measures
       where client_id = $1 and ctid = any (array(select place from changed where sums is null))),
    written as (
      insert into daily_measures as d (client_id, stream, service_id, day, channel, person_id, sums)
      select $1, '${stream}', service_id, day, channel, person_id, sums from changed where sums is not null
      on conflict (client_id, stream, service_id, day, channel, person_id) do update set sums = excluded.sums)
    select distinct coalesce(service_id, former_service_id) as "serviceId", coalesce(day, former_day) as day from changed`;
}

/** What the facts of days say, without keeping it: rows of service_id, day, channel, person_id, sums. */
export const previewSql = (stream: Stream, content: Content): string =>
  `with ${freshSql(stream, content)} select service_id as "serviceId", day, channel, sums from fresh`;

function freshSql(stream: Stream, content: Content): string {
  const places = streamDays(stream).places(content);
  const [first, ...others] = places.map((one) => sumsOfPlace(one, content));
  const isOnePlace = others.length === 0;
  return `
    touched as (
      select service_id, day from unnest($2::uuid[], $3::date[]) as t(service_id, day)),
    fresh as (
      select service_id, day, channel, person_id,
             array[${content.map((one, i) => (isOnePlace ? `s${i + 1}` : overPlaces(one, i))).join(", ")}]::float8[] as sums
        from (${[first, ...others].join(" union all ")}) p
       ${isOnePlace ? "" : "group by service_id, day, channel, person_id"})`;
}

const overPlaces = (one: MeasureInUse | null, i: number): string => `${one?.measure.aggregate ?? "sum"}(s${i + 1})`;

/** Summed by place first: almost every fact is in one, and need not pass through the union; of one place that is all. */
const sumsOfPlace = ({ from, onDay }: FactPlace, content: Content): string => `
  select t.service_id, t.day, f.channel, coalesce(f.person_id, '${NIL_ID}') as person_id${content
    .map((one, i) => `,\n${one === null ? "0::float8" : sumSql(one, onDay(one))} as s${i + 1}`)
    .join("")}
    from ${from}
   group by 1, 2, 3, 4`;
