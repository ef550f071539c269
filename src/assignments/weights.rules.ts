import type { Day } from "../shared/day";
import { Decimal } from "../shared/decimal";
import { HOUSE_KPI_SET } from "./house-kpi-set.rules";
import { assignmentsInForce, kpiSetInForce, type Holder } from "./in-force.rules";
import type { KpiAssignment } from "./kpi-assignment.entity";
import type { KpiSet, WeightRule } from "./kpi-set.entity";

/** The weights that make a role's score on a day. */
export interface Weights {
  /** Null: the house's default applies. */
  readonly set: KpiSet | null;
  readonly rule: WeightRule;
  /** What the role answers for, the informational (weight 0) included. */
  readonly assignments: readonly KpiAssignment[];
  /** Exact decimal in text. */
  readonly total: string;
  /** False: the set asks for 100 and the weights total something else. Nothing assigned: nothing to total. */
  readonly areRight: boolean;
}

const WHOLE = 100;

/**
 * The weights of a holder on a day, and whether they are what the set asks for (semantics R16). Sets and assignments are
 * those of the holder's contract, its client and the house.
 * | rule     | weights     | right |
 * | whole    | 60, 40, 0   | yes   |
 * | whole    | 60, 30      | no    |
 * | rescaled | 60, 30      | yes   |
 */
export function weightsOf(
  sets: readonly KpiSet[],
  assignments: readonly KpiAssignment[],
  holder: Holder,
  on: Day,
): Weights {
  const set = kpiSetInForce(sets, holder, on);
  const { weights: rule } = set ?? HOUSE_KPI_SET;
  const mine = assignmentsInForce(assignments, holder, on);
  const total = mine.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0));
  const areRight = rule === "rescaled" || mine.length === 0 || total.eq(WHOLE);
  return { set, rule, assignments: mine, total: total.toString(), areRight };
}
