import type { MeasureInUse } from "../kpis/measure-definition";
import { NIL_ID } from "../shared/ids";
import type { Stream } from "../shared/stream";
import { contactsOfDays } from "./contact-days.rules";
import { sumSql } from "./measure-sql.rules";
import { surveysOfDays } from "./survey-days.rules";

/**
 * The one statement that recomputes days of a stream from its facts. $1: client; $2 and $3: services and days. One row
 * for each service, day, channel and person that any fact counts for; rows whose facts are gone go, too.
 */
export function recomputeSql(stream: Stream, content: readonly (MeasureInUse | null)[]): string {
  const sums = content.map((one) => (one === null ? "0::float8" : sumSql(one)));
  return `
    with touched as (
      select service_id, day from unnest($2::uuid[], $3::date[]) as t(service_id, day)),
    fresh as materialized (
      select f.service_id, f.day, f.channel, coalesce(f.person_id, '${NIL_ID}') as person_id,
             array[${sums.join(",\n")}]::float8[] as sums
        from (${stream === "contact" ? contactsOfDays(repeatDaysIn(content)) : surveysOfDays()}) f
       group by 1, 2, 3, 4),
    gone as (
      delete from daily_measures d using touched t
       where d.client_id = $1 and d.stream = '${stream}' and d.service_id = t.service_id and d.day = t.day
         and not exists (select 1 from fresh f where f.service_id = d.service_id and f.day = d.day
                            and f.channel = d.channel and f.person_id = d.person_id))
    insert into daily_measures as d (client_id, stream, service_id, day, channel, person_id, sums)
    select $1, '${stream}', service_id, day, channel, person_id, sums from fresh
    on conflict (client_id, stream, service_id, day, channel, person_id) do update set sums = excluded.sums
     where d.sums is distinct from excluded.sums`;
}

const repeatDaysIn = (content: readonly (MeasureInUse | null)[]): number[] => [
  ...new Set(content.flatMap((one) => (one?.measure.attribution === "chain" ? [one.parameters.repeatDays ?? 0] : []))),
];
