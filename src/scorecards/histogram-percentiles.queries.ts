import { asynchronousChannels, countedChannelsSql } from "../measures/channel-class.rules";
import type { WrittenDistribution } from "../measures/histogram-source.rules";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { rows, type Tx } from "../platform/database";
import { EVERYBODY, flatSources, type AccountSource } from "./accounts.rules";
import { hull, type Span } from "./sums.queries";

export interface HistogramQuestion {
  readonly clientId: string;
  readonly histogram: WrittenDistribution;
  readonly channels: KpiDefinition["channels"];
  readonly spans: readonly Span[];
  readonly sources: readonly AccountSource[];
}

/** Buckets in which the percentiles of one account and span lie. */
export interface MergedPercentiles {
  readonly no: number;
  readonly account: number;
  readonly sample: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
}

/** Histograms of many accounts and spans, merged, in one statement; the percentile is that of the nearest rank. */
export async function mergedPercentiles(tx: Tx, question: HistogramQuestion): Promise<MergedPercentiles[]> {
  const { clientId, histogram, channels, sources } = question;
  const spans = question.spans.filter(({ from, until }) => from < until);
  if (spans.length === 0 || sources.length === 0) return [];
  const { from, until } = hull(spans);
  const counted = countedChannelsSql({ stream: histogram.stream, channels }, "channel", "$7");
  return rows<MergedPercentiles>(tx, MERGE.replace("$CHANNELS", counted), [
    ...[clientId, [...new Set(sources.map((one) => one.serviceId))], from, until],
    ...[JSON.stringify(spans), flatSources(sources), asynchronousChannels(), histogram.stream, histogram.id],
  ]);
}

const bucketAt = (share: string): string => `min(bucket) filter (where upto >= ceil(total * ${share}))`;

const MERGE = `
  with span as (select * from jsonb_to_recordset($5) as s(no integer, "from" date, until date)),
  source as (
    select * from jsonb_to_recordset($6)
      as s(account integer, service_id uuid, person_id uuid, "from" date, until date)),
  kept as materialized (
    select service_id, person_id, day, buckets, counts from daily_histogram
     where client_id = $1 and stream = $8 and service_id = any($2::uuid[]) and day >= $3 and day < $4
       and histogram_id = $9 and $CHANNELS),
  merged as (
    select p.no, s.account, b.bucket, sum(coalesce(b.count, 1)) as count
      from kept h cross join lateral (values (h.person_id), ('${EVERYBODY}'::uuid)) as k(person_id)
      join source s on s.service_id = h.service_id and s.person_id = k.person_id
       and h.day >= s."from" and h.day < s.until
      join span p on h.day >= p."from" and h.day < p.until
     cross join lateral unnest(h.buckets, h.counts) as b(bucket, count)
     group by p.no, s.account, b.bucket),
  ranked as (
    select *, sum(count) over (partition by no, account order by bucket) as upto,
           sum(count) over (partition by no, account) as total
      from merged)
  select no, account, max(total)::integer as sample, ${bucketAt("0.5")} as p50, ${bucketAt("0.9")} as p90,
         ${bucketAt("0.95")} as p95
    from ranked group by no, account`;
