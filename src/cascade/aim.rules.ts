import type { KpiAssignment } from "../assignments/kpi-assignment.entity";
import type { KpiInUse } from "../kpis/kpi-definition";
import { kpiOfAssignment } from "../scorecards/scorecard-plan.rules";
import { itemKey } from "../scorecards/target-choice.rules";
import type { Stretch } from "./cascade-ground.rules";

/** An assignment with the formula it means where the role is held. */
export interface Aim {
  readonly assignment: KpiAssignment;
  readonly kpi: KpiInUse;
  /** Equal for the same KPI, dialect and parameters. */
  readonly key: string;
}

/** Worked out once: several checks look at the same stretch, and at each service that it reaches. */
const known = new WeakMap<Stretch, readonly Aim[]>();

export function aimsOf(stretch: Stretch): readonly Aim[] {
  const aims = known.get(stretch) ?? stretch.assignments.map((one) => aimOf(one, stretch));
  known.set(stretch, aims);
  return aims;
}

function aimOf(assignment: KpiAssignment, { uses, days }: Stretch): Aim {
  const kpi = kpiOfAssignment(assignment, uses, days.from);
  return { assignment, kpi, key: itemKey(kpi) };
}
