import type { Aims } from "../../objectives/objective-terms";
import type { ObjectiveVersion } from "../../objectives/objective-version.entity";
import type { Period } from "../../shared/period";
import type { PlannedObjective } from "../planned-item";

export const isMeasured = ({ inForce }: PlannedObjective): boolean => inForce.objective.kind === "measured";

/** Whether an objective is judged by one version, and by the days of its period alone. */
export const isOfPeriod = ({ stretches }: PlannedObjective, period: Period): boolean =>
  stretches.length === 1 && stretches[0]!.from === period.from;

/** What a version demands; another target where relief says so. */
export function aimsOf(version: ObjectiveVersion, adjustedTarget: string | null = null): Aims {
  const { target, minimum, expected, rounding, weight } = version;
  return { target: adjustedTarget ?? target, minimum, expected, rounding, weight };
}
