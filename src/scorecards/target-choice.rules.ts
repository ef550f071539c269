import type { KpiAssignment } from "../assignments/kpi-assignment.entity";
import type { KpiInUse } from "../kpis/kpi-definition";
import { resolveKpiOn } from "../kpis/kpi-in-use.rules";
import type { ObjectiveVersion } from "../objectives/objective-version.entity";
import type { Objective } from "../objectives/objective.entity";
import { canonicalJson } from "../shared/canonical-hash";
import type { Day } from "../shared/day";
import type { PeriodKind } from "../shared/period";
import { inForce } from "./kpi-choice.rules";
import type { TargetSource } from "./scorecard.entity";

/** An objective with the version that applies and the KPI it demands. */
export interface ObjectiveInForce {
  readonly objective: Objective;
  readonly version: ObjectiveVersion;
  readonly kpi: KpiInUse;
}

export interface ChosenTarget {
  readonly target: string | null;
  readonly targetSource: TargetSource | null;
}

/** The objectives that apply on a day, in the order of their list. */
export function objectivesInForce(
  objectives: readonly Objective[],
  versions: readonly ObjectiveVersion[],
  on: Day,
): ObjectiveInForce[] {
  const applying = new Map(inForce(versions, on).map((version) => [version.objectiveId, version]));
  return objectives.flatMap((objective) => {
    const version = applying.get(objective.id);
    return version ? [{ objective, version, kpi: resolveKpiOn(version, on) }] : [];
  });
}

/** Whose target is looked for. */
export interface TargetSeeker {
  readonly kpi: KpiInUse;
  readonly serviceId: string | null;
  readonly periodKind: PeriodKind;
  readonly assignment: KpiAssignment | null;
}

/**
 * The assignment's own target, or that of an objective for exactly this KPI, dialect and parameters: one of the service
 * before one of the contract, one measured by this kind of period before the others, then the first in the list.
 */
export function chosenTarget(seeker: TargetSeeker, objectives: readonly ObjectiveInForce[]): ChosenTarget {
  const { assignment, kpi, serviceId, periodKind } = seeker;
  if (assignment?.target != null) {
    const { id, version, target } = assignment;
    return { target: target, targetSource: { kind: "assignment", id, version, clause: null } };
  }
  const fitting = objectives.filter(
    (one) =>
      (one.objective.serviceId === null || one.objective.serviceId === serviceId) && itemKey(one.kpi) === itemKey(kpi),
  );
  const worth = (one: ObjectiveInForce): number =>
    (one.objective.serviceId === null ? 0 : 2) + (one.version.measuredBy === periodKind ? 1 : 0);
  const [best] = [...fitting].sort((a, b) => worth(b) - worth(a));
  return best ? targetOf(best) : { target: null, targetSource: null };
}

export const targetOf = ({ objective, version }: ObjectiveInForce): ChosenTarget => ({
  target: version.target,
  targetSource: { kind: "objective", id: objective.id, version: version.version, clause: objective.clause },
});

/** Equal for the same KPI in the same dialect with the same parameters. */
export const itemKey = ({ kpiCode, dialect, parameters }: KpiInUse): string =>
  `${kpiCode}/${dialect}/${canonicalJson(parameters)}`;
