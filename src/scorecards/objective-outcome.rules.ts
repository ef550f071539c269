import { isMet, missesLeft, shortfall, allowableMisses, type Ratio } from "../kpis/target.rules";
import type { KpiDefinition } from "../kpis/kpi-definition";
import type { Outcome } from "./objective-result.entity";
import type { KpiResult } from "./scorecard.entity";

/** What an objective demands. */
export interface Demand {
  readonly kpi: Pick<KpiDefinition, "direction" | "unit">;
  readonly target: string;
  readonly minimum: string | null;
}

export interface ObjectiveJudgement {
  readonly outcome: Outcome;
  readonly shortfall: string | null;
  readonly missesAllowed: number | null;
}

/**
 * An objective held against its figure, unrounded (semantics R3, R4, §6).
 * | figure            | target | minimum | outcome       | shortfall |
 * | 800 of 1,000      |   0.80 |    0.75 | met           | 0         |
 * | 799 of 1,000      |   0.80 |    0.75 | missed        | 0.001     |
 * | 749 of 1,000      |   0.80 |    0.75 | below_minimum | 0.051     |
 * | 3 of 4, at least 30 needed   | | | undetermined  | null      |
 * | nothing           |   0.80 |    0.75 | not_measured  | null      |
 * A figure that is still being computed, or a KPI that one number cannot judge, is undetermined, too.
 */
export function judgement(figure: KpiResult, demand: Demand, period: { isOver: boolean }): ObjectiveJudgement {
  if (figure.status === "NO_DATA") return { outcome: "not_measured", shortfall: null, missesAllowed: null };
  const missesAllowed = misses(figure, demand, period);
  const value = ratioOf(figure);
  const { direction } = demand.kpi;
  if (figure.status !== "OK" || !value || isMet(direction, value, demand.target) === null) {
    return { outcome: "undetermined", shortfall: null, missesAllowed };
  }
  return { outcome: outcomeOf(value, demand), shortfall: shortfall(direction, value, demand.target), missesAllowed };
}

function outcomeOf(value: Ratio, { kpi, target, minimum }: Demand): Outcome {
  if (isMet(kpi.direction, value, target)) return "met";
  return minimum !== null && isMet(kpi.direction, value, minimum) === false ? "below_minimum" : "missed";
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
function misses(figure: KpiResult, { kpi, target }: Demand, { isOver }: { isOver: boolean }): number | null {
  const value = ratioOf(figure);
  if (kpi.unit !== "share" || !value || figure.status === "PARTIAL") return null;
  if (figure.denominator !== String(figure.sample)) return null;
  if (isOver) return allowableMisses(kpi.direction, figure.sample, target);
  const left = missesLeft(kpi.direction, value, target);
  return left === null ? null : Math.max(0, left);
}
