import { NIL_ID } from "../shared/ids";
import type { Stream } from "../shared/stream";
import type { FactPlace } from "./fact-place";
import { amountOfSql, isCountedSql, type Distribution } from "./histogram-source.rules";
import { bucketSql, MOST_UNCOUNTED } from "./histogram.rules";
import { streamDays } from "./streams/streams.rules";

/** A distribution with the id under which its histograms are kept. */
export interface KeptDistribution {
  readonly id: string;
  readonly distribution: Distribution;
}

/** Takes away the histograms of days. $1: client; $2 and $3: services and days. */
export const forgetHistogramsSql = (stream: Stream): string => `
  delete from daily_histogram h using unnest($2::uuid[], $3::date[]) as t(service_id, day)
   where h.client_id = $1 and h.stream = '${stream}' and h.service_id = t.service_id and h.day = t.day`;

/**
 * The one statement that makes the histograms of days of a stream from its facts. $1: client; $2 and $3: services and
 * days; $4: ids of the distributions, in their order. Buckets are listed while facts are read once, and counted only
 * where a list grows long.
 */
export function histogramSql(stream: Stream, kept: readonly KeptDistribution[]): string {
  const uses = kept.flatMap(({ distribution }) => [...distribution.amounts, ...distribution.counted]);
  const places = streamDays(stream).places(uses);
  const each = (write: (no: number) => string): string => kept.map((_, i) => write(i + 1)).join(", ");
  return `
    with touched as (
      select service_id, day from unnest($2::uuid[], $3::date[]) as t(service_id, day)),
    listed as materialized (
      select p.service_id, p.day, p.channel, p.person_id, lists.no, lists.buckets
        from (select service_id, day, channel, person_id, 
                     ${each((no) => `array_remove(array_agg(b${no}), null) as l${no}`)}
                from (${places.map((one) => bucketsOfPlace(one, kept)).join(" union all ")}) facts
               group by service_id, day, channel, person_id) p
       cross join lateral (values ${each((no) => `(${no}, l${no})`)}) as lists(no, buckets)
       where cardinality(lists.buckets) > 0)
    insert into daily_histogram (client_id, stream, service_id, day, histogram_id, channel, person_id, buckets, counts)
    select $1, '${stream}', l.service_id, l.day, ($4::uuid[])[l.no], l.channel, coalesce(l.person_id, '${NIL_ID}'),
           coalesce(c.buckets, l.buckets), c.counts
      from listed l cross join lateral (
        select array_agg(bucket order by bucket) as buckets, array_agg(count order by bucket) as counts
          from (select bucket, count(*)::integer as count
                  from unnest(case when cardinality(l.buckets) > ${MOST_UNCOUNTED} then l.buckets end) as bucket
                 group by bucket) b) c`;
}

const bucketsOfPlace = ({ from, onDay }: FactPlace, kept: readonly KeptDistribution[]): string => `
  select t.service_id, t.day, f.channel, f.person_id${kept
    .map(({ distribution }, i) => `, ${bucketOnDay(distribution, onDay)} as b${i + 1}`)
    .join("")}
    from ${from}`;

/** All measures of a distribution count at one instant, so that one of them knows the day. */
function bucketOnDay(distribution: Distribution, onDay: FactPlace["onDay"]): string {
  const [first] = distribution.counted;
  const onThisDay = first ? onDay(first) : null;
  if (onThisDay === null) return "null::smallint";
  const conditions = [isCountedSql(distribution), onThisDay].filter((one) => one !== "true");
  return `case when ${conditions.join(" and ")} then ${bucketSql(amountOfSql(distribution))} end`;
}
