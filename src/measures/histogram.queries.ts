import { rows, type Tx } from "../platform/database";
import { sha256 } from "../shared/canonical-hash";
import { groupBy } from "../shared/group-by";
import { readDistribution, type WrittenDistribution } from "./histogram-source.rules";
import { forgetHistogramsSql, histogramSql, type KeptDistribution } from "./histogram-sql.rules";
import { withOwnValues } from "./measure-sql.rules";
import type { DayKey } from "./touched-day.queries";

export const histogramsInUse = (tx: Tx, clientId: string): Promise<WrittenDistribution[]> =>
  rows(
    tx,
    "select id, stream, definition from histogram_in_use where client_id = $1 order by id",
    [clientId],
    "histograms-in-use",
  );

/** Takes days off the log of histograms, as `claimDays` does with those of measures. */
export const claimHistogramDays = (tx: Tx, clientId: string, limit: number): Promise<DayKey[]> =>
  rows<DayKey>(tx, CLAIM, [clientId, limit], "claim-histogram-days");

const CLAIM = `
  with oldest as (
    select stream, service_id, day from touched_histogram where client_id = $1 order by id limit $2
       for update skip locked),
  same as (
    select t.id from touched_histogram t
     where t.client_id = $1 and (t.stream, t.service_id, t.day) in (select stream, service_id, day from oldest)
       for update skip locked),
  claimed as (
    delete from touched_histogram t using same where t.client_id = $1 and t.id = same.id
    returning t.stream, t.service_id, t.day),
  days as materialized (select distinct stream, service_id, day from claimed order by stream, service_id, day),
  locked as materialized (
    select days.*, pg_advisory_xact_lock(hashtextextended(concat_ws('/', $1, stream, service_id, day), 13)) from days)
  select stream, service_id as "serviceId", day from locked`;

export async function hasHistogramDays(tx: Tx, clientId: string): Promise<boolean> {
  const [found] = await rows<{ any: boolean }>(
    tx,
    `select exists (select from touched_histogram where client_id = $1) as "any"`,
    [clientId],
    "has-histogram-days",
  );
  return found?.any ?? false;
}

/** Makes the histograms of days from their facts, anew; whoever calls it holds the days' locks. */
export async function remakeHistograms(tx: Tx, clientId: string, days: readonly DayKey[]): Promise<void> {
  const kept = groupBy(await histogramsInUse(tx, clientId), ({ stream }) => stream);
  for (const [stream, ofStream] of groupBy(days, (one) => one.stream)) {
    const params = [clientId, ofStream.map(({ serviceId }) => serviceId), ofStream.map(({ day }) => day)];
    await rows(tx, forgetHistogramsSql(stream), params, `forget-histograms-${stream}`);
    const distributions = keptDistributions(kept.get(stream) ?? []);
    if (distributions.length === 0) continue;
    const bound = withOwnValues(histogramSql(stream, distributions), [...params, distributions.map(({ id }) => id)]);
    await rows(tx, bound.sql, bound.params, `histograms-${stream}-${sha256(bound.sql).slice(0, 16)}`);
  }
}

const keptDistributions = (written: readonly WrittenDistribution[]): KeptDistribution[] =>
  written.flatMap((one) => {
    const distribution = readDistribution(one);
    return distribution ? [{ id: one.id, distribution }] : [];
  });
