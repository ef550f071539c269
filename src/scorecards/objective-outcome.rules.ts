import type { MeasuredFigure } from "../kpis/figure.rules";
import { shareInterval } from "../kpis/interval.rules";
import { shortfall, type Ratio } from "../kpis/target.rules";
import { compared, missesAllowed, reaches, type Judged } from "../objectives/comparison.rules";
import type { Aims } from "../objectives/objective-terms";
import { Decimal } from "../shared/decimal";
import type { Outcome } from "./objective-result.entity";
import type { KpiResult } from "./scorecard.entity";

/** What an objective demands. */
export interface Demand {
  readonly kpi: Judged;
  readonly aims: Aims;
}

/** Whether chance alone could explain the outcome: the 95 % interval lies on one side of the target, or on both. */
export type Confidence = "met" | "missed" | "undetermined";

export interface ObjectiveJudgement {
  readonly outcome: Outcome;
  readonly shortfall: string | null;
  readonly missesAllowed: number | null;
}

/**
 * An objective held against its figure, unrounded unless its contract says otherwise (semantics R3, R4, §6).
 * | figure            | target | minimum | rounding   | outcome       | shortfall |
 * | 800 of 1,000      |   0.80 |    0.75 |            | met           | 0         |
 * | 799 of 1,000      |   0.80 |    0.75 |            | missed        | 0.001     |
 * | 799 of 1,000      |   0.80 |    0.75 | half_up, 0 | met           | 0         |
 * | 749 of 1,000      |   0.80 |    0.75 |            | below_minimum | 0.051     |
 * | 3 of 4, at least 30 needed         | | |           | undetermined  | null      |
 * | nothing           |   0.80 |    0.75 |            | not_measured  | null      |
 * A figure that is still being computed, or a KPI that one number cannot judge, is undetermined, too.
 */
export function judgement(figure: MeasuredFigure, demand: Demand, period: { isOver: boolean }): ObjectiveJudgement {
  if (figure.status === "NO_DATA") return { outcome: "not_measured", shortfall: null, missesAllowed: null };
  const allowed = misses(figure, demand, period);
  const value = figure.status === "OK" ? ratioOf(figure) : null;
  const { kpi, aims } = demand;
  if (!value || reaches(value, aims.target, kpi, aims.rounding) === null)
    return { outcome: "undetermined", shortfall: null, missesAllowed: allowed };
  return {
    outcome: outcomeOf(value, demand),
    shortfall: shortfall(kpi.direction, compared(value, kpi.unit, aims.rounding), aims.target),
    missesAllowed: allowed,
  };
}

function outcomeOf(value: Ratio, { kpi, aims: { target, minimum, rounding } }: Demand): Outcome {
  if (reaches(value, target, kpi, rounding)) return "met";
  return minimum !== null && reaches(value, minimum, kpi, rounding) === false ? "below_minimum" : "missed";
}

/** Whether a figure reaches the levels beside its target; null: there is no such level, or nothing to judge. */
export function levelsReached(figure: MeasuredFigure, { kpi, aims }: Demand) {
  const value = figure.status === "OK" ? ratioOf(figure) : null;
  const isReached = (level: string | null): boolean | null =>
    value === null || level === null ? null : reaches(value, level, kpi, aims.rounding);
  return { isMinimumMet: isReached(aims.minimum), isExpectedMet: isReached(aims.expected) };
}

/** Both sums of a figure, or a value that was entered without any; null before there are any. */
export const ratioOf = ({
  numerator,
  denominator,
  value,
}: Pick<KpiResult, "numerator" | "denominator" | "value">): Ratio | null => {
  if (numerator !== null) return { numerator, denominator };
  return value === null ? null : { numerator: value, denominator: null };
};

/**
 * Of a share: while the period runs, how many of the events so far might still have missed (0 when none is left); once
 * it is over, how many misses the whole period had allowed. Null for other units, and for shares of anything but events
 * (of points, of weights).
 * | events | misses | target | period | misses allowed |
 * |    100 |      3 |   0.90 | runs   |              7 |
 * |    100 |     12 |   0.90 | runs   |              0 |
 * |     30 |      1 |   0.90 | over   |              3 |
 */
function misses(figure: MeasuredFigure, { kpi, aims }: Demand, { isOver }: { isOver: boolean }): number | null {
  const { numerator, denominator, sample, status } = figure;
  if (kpi.unit !== "share" || numerator === null || status === "PARTIAL") return null;
  if (denominator !== String(sample)) return null;
  const allowed = missesAllowed(sample, aims.target, kpi, aims.rounding);
  if (isOver || allowed === null) return allowed;
  const happened = kpi.direction === "maximise" ? sample - Number(numerator) : Number(numerator);
  return Math.max(0, allowed - happened);
}

/**
 * Wilson's 95 % interval held against the target (semantics §7); null for anything but shares that are judged.
 * | figure       | interval      | target | confidence   |
 * | 980 of 1,000 | 96.9 – 98.7 % |   95 % | met          |
 * | 900 of 1,000 | 88.0 – 91.7 % |   95 % | missed       |
 * | 28 of 30     | 78.7 – 98.2 % |   95 % | undetermined |
 */
export function confidenceOf(figure: MeasuredFigure, { kpi, aims: { target } }: Demand): Confidence | null {
  const { value, numerator, denominator, sample, status } = figure;
  if (kpi.unit !== "share" || kpi.direction === "range" || status !== "OK" || value === null) return null;
  const interval = shareInterval({ value, numerator: numerator ?? "", denominator: denominator ?? "", sample });
  if (!interval) return null;
  const [lower, upper] = [new Decimal(interval.lower), new Decimal(interval.upper)];
  const isHigh = kpi.direction === "maximise";
  if (isHigh ? lower.gte(target) : upper.lte(target)) return "met";
  return (isHigh ? upper.lt(target) : lower.gt(target)) ? "missed" : "undetermined";
}
