import { requireKpi } from "../../kpis/kpi-in-use.rules";
import { compared } from "../../objectives/comparison.rules";
import { Decimal } from "../../shared/decimal";
import { groupBy } from "../../shared/group-by";
import type { SimulatedObjective, SimulatedPeriod, SimulatedResult } from "./simulation";

/** Each objective over all periods, by code. */
export function simulatedObjectives(
  periods: readonly SimulatedPeriod[],
  /** By code. */
  names: ReadonlyMap<string, string>,
): SimulatedObjective[] {
  const byCode = groupBy(
    periods.flatMap(({ results }) => results),
    ({ code }) => code,
  );
  return [...byCode]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, results]) => ({
      ...{ code, name: names.get(code) ?? code, kpiCode: results.at(-1)!.kpiCode, ...attainment(results) },
      ...typical(results.filter(isJudged)),
      attainable: attainable(results),
      credits: creditsOf(code, periods),
    }));
}

const isJudged = ({ outcome }: SimulatedResult): boolean => outcome !== "undetermined" && outcome !== "not_measured";

function attainment(results: readonly SimulatedResult[]) {
  const judged = results.filter(isJudged);
  const withMinimum = judged.filter(({ aims }) => aims.minimum !== null);
  return {
    periods: results.length,
    judged: judged.length,
    met: judged.filter(({ outcome }) => outcome === "met").length,
    minimumMet:
      withMinimum.length === 0 ? null : withMinimum.filter(({ outcome }) => outcome !== "below_minimum").length,
  };
}

/** On average over the periods, to four decimals. */
function attainable(results: readonly SimulatedResult[]): string | null {
  const chances = results.flatMap(({ chance }) => (chance === null ? [] : [new Decimal(chance)]));
  if (chances.length === 0) return null;
  return Decimal.sum(...chances)
    .div(chances.length)
    .toDecimalPlaces(4, Decimal.ROUND_HALF_UP)
    .toString();
}

function typical(judged: readonly SimulatedResult[]) {
  const margins = judged.flatMap((one) => marginOf(one) ?? []).sort((a, b) => a.comparedTo(b));
  const counting = judged.flatMap(({ missesAllowed }) => missesAllowed ?? []);
  return {
    typicalSample: middle(judged.map(({ figure }) => figure.sample).sort((a, b) => a - b)),
    typicalMissesAllowed: middle(counting.sort((a, b) => a - b)),
    typicalMargin: middle(margins)?.toString() ?? null,
    leastMargin: margins[0]?.toString() ?? null,
  };
}

/** The lower of the two in the middle. */
const middle = <T>(sorted: readonly T[]): T | null => sorted[Math.ceil(sorted.length / 2) - 1] ?? null;

/**
 * How much better than its target a value is, as the contract compares it.
 * | direction | value | target | margin |
 * | maximise  |  0.83 |    0.8 |   0.03 |
 * | minimise  |    35 |     30 |     −5 |
 */
export function marginOf({ kpiCode, figure, aims }: SimulatedResult): Decimal | null {
  const { unit, direction } = requireKpi(kpiCode);
  if (figure.value === null || direction === "range") return null;
  const ratio = { numerator: figure.numerator ?? figure.value, denominator: figure.denominator };
  const { numerator, denominator } = compared(ratio, unit, aims.rounding);
  const value = new Decimal(numerator).div(denominator ?? 1);
  return direction === "maximise" ? value.minus(aims.target) : new Decimal(aims.target).minus(value);
}

const creditsOf = (of: string, periods: readonly SimulatedPeriod[]): string =>
  periods
    .flatMap(({ money }) => money?.lines ?? [])
    .filter(({ objective }) => objective === of)
    .reduce((sum, { amount }) => sum.plus(amount), new Decimal(0))
    .toString();
