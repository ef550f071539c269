import type { KpiDefinition } from "../../kpis/kpi-definition";
import type { Ratio } from "../../kpis/target.rules";
import { Decimal } from "../../shared/decimal";
import type { Bound } from "./comparison-bound.rules";
import { atLeast, atMost, betaBinomial, quantile, type Distribution } from "./discrete-distribution.rules";
import type { Interval } from "../../kpis/interval.rules";
import { normalShare, TWO_SIDED } from "./normal-distribution.rules";

/**
 * How the end of a period was projected. beta_binomial: events of the rest happen at the rate seen so far, which is known
 * only as well as so many events tell. days: the rest varies as single days did. certain: nothing more is expected.
 */
export const PROJECTION_METHODS = ["beta_binomial", "days", "certain"] as const;
export type ProjectionMethod = (typeof PROJECTION_METHODS)[number];

/** One day that was seen: what came, what its like would have brought, and how much it counts. */
export interface SeenDay {
  readonly amount: number;
  readonly expected: number;
  /** Its denominator; 1 where an amount has none. */
  readonly weight: number;
}

export interface Prospect {
  /** The sums so far. */
  readonly soFar: Ratio;
  /** What the denominator still grows by; of a plain amount the amount that is still expected. */
  readonly expected: string;
  /** The rate at which the rest is expected: so far, or of the last weeks where nothing came yet. */
  readonly rate: Ratio;
  readonly countsEvents: boolean;
  readonly seen: readonly SeenDay[];
  /** How many days are left, for plain amounts. */
  readonly daysLeft: number;
}

export interface Projection {
  readonly method: ProjectionMethod;
  /** At the end of the period, with the rest at the rate seen. Unrounded. */
  readonly value: string;
  readonly interval90: Interval;
  readonly interval95: Interval;
  /** The sums at the end: as projected, and at the ends of the 90 % interval. */
  readonly atValue: Ratio;
  readonly atLower: Ratio;
  readonly atUpper: Ratio;
  /** How likely each bound is reached, in the order asked. */
  readonly chances: readonly string[];
}

type Judged = Pick<KpiDefinition, "direction" | "unit">;

/**
 * Where a period will end.
 * | so far     | rest | method        | value | 90 %            |
 * | 80 of 100  | 0    | certain       | 0.8   | 0.8 … 0.8       |
 * | 80 of 100  | 100  | beta_binomial | 0.8   | 0.75 … 0.84     |
 */
export function projection(of: Prospect, bounds: readonly Bound[], kpi: Judged): Projection {
  if (new Decimal(of.expected).isZero()) return certain(of, bounds, kpi);
  return of.countsEvents ? byEvents(of, bounds, kpi) : byDays(of, bounds, kpi);
}

function certain({ soFar }: Prospect, bounds: readonly Bound[], kpi: Judged): Projection {
  const value = valueOf(soFar);
  const interval = { lower: value, upper: value };
  const all = { atValue: soFar, atLower: soFar, atUpper: soFar };
  const chances = bounds.map((bound) => (reaches(new Decimal(value), bound, kpi) ? "1" : "0"));
  return { method: "certain", value, interval90: interval, interval95: interval, ...all, chances };
}

function reaches(value: Decimal, { value: bound, isStrict }: Bound, { direction }: Judged): boolean {
  if (direction === "maximise") return value.gte(bound);
  return isStrict ? value.lt(bound) : value.lte(bound);
}

function byEvents(of: Prospect, bounds: readonly Bound[], kpi: Judged): Projection {
  const { soFar, rate } = of;
  const coming = Number(new Decimal(of.expected).toFixed(0));
  const successes = Number(rate.numerator);
  // Jeffreys' prior: half an event on either side
  const rest = betaBinomial(coming, successes + 0.5, Number(rate.denominator) - successes + 0.5);
  const end = (events: number | Decimal): Ratio => ({
    numerator: new Decimal(soFar.numerator).plus(events).toString(),
    denominator: new Decimal(soFar.denominator ?? 0).plus(coming).toString(),
  });
  const interval = (part: number): Interval => ({
    lower: valueOf(end(quantile(rest, (1 - part) / 2))),
    upper: valueOf(end(quantile(rest, (1 + part) / 2))),
  });
  const atValue = end(new Decimal(rate.numerator).times(coming).div(rate.denominator!));
  return {
    method: "beta_binomial",
    value: valueOf(atValue),
    ...{ interval90: interval(0.9), interval95: interval(0.95), atValue },
    ...{ atLower: end(quantile(rest, 0.05)), atUpper: end(quantile(rest, 0.95)) },
    chances: bounds.map((bound) => chanceText(chanceOfEvents(rest, end(0), bound, kpi))),
  };
}

/** How likely the rest brings what is missing, or no more than what is left. */
function chanceOfEvents(rest: Distribution, { numerator, denominator }: Ratio, bound: Bound, kpi: Judged): number {
  const missing = new Decimal(bound.value).times(denominator!).minus(numerator);
  if (kpi.direction === "maximise") return atLeast(rest, missing.ceil().toNumber());
  return atMost(rest, (bound.isStrict ? missing.ceil().minus(1) : missing.floor()).toNumber());
}

function byDays(of: Prospect, bounds: readonly Bound[], kpi: Judged): Projection {
  const { soFar, rate, expected } = of;
  const isPlain = soFar.denominator === null;
  const below = isPlain ? new Decimal(1) : new Decimal(soFar.denominator!).plus(expected);
  const more = isPlain ? new Decimal(expected) : new Decimal(rate.numerator).times(expected).div(rate.denominator!);
  const above = new Decimal(soFar.numerator).plus(more);
  const deviation = deviationOf(of.seen, isPlain ? of.daysLeft : Number(expected));
  const end = (deviations: number): Ratio => {
    const moved = above.plus(new Decimal(deviation).times(deviations).toSignificantDigits(DIGITS));
    const least = kpi.unit === "percent" ? moved : Decimal.max(moved, soFar.numerator);
    return { numerator: least.toString(), denominator: isPlain ? null : below.toString() };
  };
  const interval = (z: number): Interval => ({ lower: valueOf(end(-z)), upper: valueOf(end(z)) });
  return {
    method: "days",
    value: valueOf(end(0)),
    ...{ interval90: interval(TWO_SIDED["0.9"]), interval95: interval(TWO_SIDED["0.95"]), atValue: end(0) },
    ...{ atLower: end(-TWO_SIDED["0.9"]), atUpper: end(TWO_SIDED["0.9"]) },
    chances: bounds.map((bound) => {
      const room = new Decimal(bound.value).times(below).minus(above).toNumber();
      const share = deviation === 0 ? (room >= 0 ? 1 : 0) : normalShare(room / deviation);
      const isHigh = kpi.direction === "maximise";
      return chanceText(isHigh ? (deviation === 0 && room <= 0 ? 1 : 1 - share) : share);
    }),
  };
}

/** What an estimate deserves. */
const DIGITS = 12;

/**
 * How far the rest may stray from what is expected of it: √(s² × w × (1 + w ÷ Σ weights)), s² the mean square of what
 * days strayed per weight. 0 where fewer than two days were seen.
 */
export function deviationOf(seen: readonly SeenDay[], weight: number): number {
  const counting = seen.filter((one) => one.weight > 0);
  if (counting.length < 2) return 0;
  const squares = counting.reduce((sum, one) => sum + (one.amount - one.expected) ** 2 / one.weight, 0);
  const weights = counting.reduce((sum, one) => sum + one.weight, 0);
  return Math.sqrt((squares / (counting.length - 1)) * weight * (1 + weight / weights));
}

const valueOf = ({ numerator, denominator }: Ratio): string =>
  (denominator === null ? new Decimal(numerator) : new Decimal(numerator).div(denominator)).toString();

/** To four decimals. */
const chanceText = (chance: number): string =>
  new Decimal(Math.min(1, Math.max(0, chance))).toDecimalPlaces(4).toString();
