import { asynchronousChannels, countedChannelsSql } from "../measures/channel-class.rules";
import { countingFactsSql } from "../measures/fact-relation.rules";
import {
  amountOfSql,
  distributionOf,
  isCountedSql,
  writtenDistribution,
  type Distribution,
} from "../measures/histogram-source.rules";
import { withOwnValues } from "../measures/measure-sql.rules";
import { rows, type Tx } from "../platform/database";
import { EVERYBODY, flatSources, type AccountSource } from "./accounts.rules";
import type { BoundFormula } from "./sums-book.rules";
import { hull, type Span } from "./sums.queries";

/** Those that a dialect may be. */
const PERCENTILES = [50, 90, 95] as const;

export interface PercentileQuestion {
  readonly clientId: string;
  readonly spans: readonly Span[];
  readonly sources: readonly AccountSource[];
  readonly bound: BoundFormula;
}

export interface ExactPercentiles {
  readonly no: number;
  readonly account: number;
  /**
   * The least value that at least 50, 90 and 95 per cent of the facts do not pass (nearest rank); always a fact's own.
   */
  readonly values: readonly number[];
  readonly sample: number;
}

/** The percentile of a dialect; null for dialects that are none. */
export function percentileIn({ values }: ExactPercentiles, { dialect }: BoundFormula): number | null {
  return values[PERCENTILES.findIndex((one) => one === dialect.percentile)] ?? null;
}

/** Equal for formulas whose percentiles are those of the same facts. */
export function percentileKey({ formula, channels }: BoundFormula): string {
  const distribution = distributionOf(formula);
  return `${distribution && writtenDistribution(distribution).id}/${channels}`;
}

/** Percentiles of single facts for many accounts and spans, exactly, in one statement over the facts. */
export async function percentileFigures(tx: Tx, question: PercentileQuestion): Promise<ExactPercentiles[]> {
  const { clientId, sources, bound } = question;
  const distribution = distributionOf(bound.formula);
  const spans = question.spans.filter(({ from, until }) => from < until);
  if (!distribution || spans.length === 0 || sources.length === 0) return [];
  const { from, until } = hull(spans);
  const { sql, params } = withOwnValues(percentileSql(distribution, bound), [
    ...[clientId, [...new Set(sources.map((one) => one.serviceId))], from, until],
    ...[JSON.stringify(spans), flatSources(sources), asynchronousChannels(), PERCENTILES.map((one) => one / 100)],
  ]);
  return rows<ExactPercentiles>(tx, sql, params);
}

const NARROWING = { clientId: "$1", serviceIds: "$2::uuid[]", from: "$3::date", until: "$4::date" } as const;

const percentileSql = (distribution: Distribution, { channels }: BoundFormula): string => `
  with span as (select * from jsonb_to_recordset($5) as s(no integer, "from" date, until date)),
  source as (
    select * from jsonb_to_recordset($6)
      as s(account integer, service_id uuid, person_id uuid, "from" date, until date)),
  fact as materialized (
    select f.service_id, f.person_id, f.day, (${amountOfSql(distribution)})::float8 as amount
      from ${countingFactsSql(distribution, NARROWING)}
     where f.day >= $3 and f.day < $4 and ${isCountedSql(distribution)}
       and ${countedChannelsSql({ stream: distribution.stream, channels }, "f.channel", "$7")})
  select p.no, s.account, percentile_disc($8::float8[]) within group (order by f.amount) as values, count(*) as sample
    from fact f cross join lateral (values (f.person_id), ('${EVERYBODY}'::uuid)) as k(person_id)
    join source s on s.service_id = f.service_id and s.person_id = k.person_id
     and f.day >= s."from" and f.day < s.until
    join span p on f.day >= p."from" and f.day < p.until
   group by p.no, s.account`;
