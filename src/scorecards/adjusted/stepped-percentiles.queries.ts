import { asynchronousChannels, countedChannelsSql } from "../../measures/channel-class.rules";
import { amountOfSql, distributionOf, isCountedSql, type Distribution } from "../../measures/histogram-source.rules";
import { withOwnValues } from "../../measures/measure-sql.rules";
import { rows, type Tx } from "../../platform/database";
import type { BoundFormula } from "../sums-book.rules";
import { factsOfSlices, flatSlices, SLICES, stepSql } from "./cut-sql.rules";
import type { Cut } from "./cut.rules";

/** The value at a percentile of what stays of a cut after a step. */
export interface SteppedPercentile {
  readonly step: number;
  readonly value: number | null;
  readonly sample: number;
}

/** One statement over the facts; nearest rank, as percentiles of results are. */
export async function steppedPercentiles(
  tx: Tx,
  clientId: string,
  { cut, bound }: { readonly cut: Cut; readonly bound: BoundFormula },
): Promise<SteppedPercentile[]> {
  const distribution = distributionOf(bound.formula);
  const cuts = [{ no: 0, cut, sources: cut.sources }];
  if (!distribution || cut.sources.length === 0) return [];
  const { sql, params } = withOwnValues(percentileSql(distribution, bound), [
    ...[clientId, flatSlices(cuts)],
    ...[asynchronousChannels(), (bound.dialect.percentile ?? 0) / 100, cut.taken.length],
  ]);
  return rows<SteppedPercentile>(tx, sql, params);
}

const percentileSql = (distribution: Distribution, { channels }: BoundFormula): string => `
  with ${SLICES},
  fact as materialized (
    select ${stepSql(distribution.stream)} as step, (${amountOfSql(distribution)})::float8 as amount
      from ${factsOfSlices(distribution)}
     where ${isCountedSql(distribution)}
       and ${countedChannelsSql({ stream: distribution.stream, channels }, "f.channel", "$3")})
  select k.step, percentile_disc($4::float8) within group (order by fact.amount) as value, count(*) as sample
    from generate_series(0, $5::integer) as k(step)
    join fact on fact.step is null or fact.step > k.step
   group by k.step`;
