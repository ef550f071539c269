import type { KpiAssignment } from "../assignments/kpi-assignment.entity";
import { daysOfVersion } from "../scorecards/kpi-choice.rules";
import { commonDays } from "../scorecards/source.rules";
import type { DayRange } from "../shared/date-range";
import { groupBy } from "../shared/group-by";
import type { Found } from "./cascade-finding";
import type { CascadeMaterial } from "./cascade-ground.rules";
import { holes, merged, within, without } from "./days.rules";
import type { PostStretches } from "./service-days.rules";

/** Assignments and objectives whose versions leave days out, or claim the same days. */
export const definitionFindings = (material: CascadeMaterial, posts: readonly PostStretches[]): Found[] => [
  ...assignmentGaps(material, posts),
  ...assignmentsTwice(material),
  ...objectiveDays(material),
];

/** Days between two versions of an assignment on which somebody holds the role and no wider assignment steps in. */
function assignmentGaps({ definitions }: CascadeMaterial, posts: readonly PostStretches[]): Found[] {
  const lineages = groupBy(definitions.assignments, ({ id }) => id);
  const byRole = groupBy(posts, ({ post }) => post.roleCode);
  return [...lineages.values()].flatMap((versions) => {
    const missing = holes(versions.map(daysOfVersion));
    if (missing.length === 0) return [];
    const { roleCode, kpiCode, serviceId } = versions[0]!;
    const reached = (byRole.get(roleCode) ?? []).filter(
      ({ post }) => serviceId === null || post.serviceId === serviceId,
    );
    return reached.flatMap((held) =>
      unassigned(held, kpiCode, missing).map((days): Found => ({
        ...{ code: "ASSIGNMENT_GAP", severity: "warning", about: { roleCode, kpiCode } },
        ...{ serviceId: held.post.serviceId, days },
        says: `Somebody holds ${roleCode}, but the assignment of ${kpiCode} leaves these days out between two versions`,
        remedy: "Let the earlier version last until the later one begins, if that was meant.",
      })),
    );
  });
}

const unassigned = ({ stretches }: PostStretches, kpiCode: string, missing: readonly DayRange[]): DayRange[] =>
  stretches
    .filter(({ assignments }) => assignments.every((one) => one.kpiCode !== kpiCode))
    .flatMap(({ days }) => within(missing, days));

/** The same KPI of a role at the same place, twice on a day: which one counts would be chance. */
function assignmentsTwice({ definitions, days }: CascadeMaterial): Found[] {
  const places = groupBy(definitions.assignments, placeOf);
  return [...places.values()].flatMap((group) =>
    group.flatMap((one, index) =>
      group.slice(index + 1).flatMap((other) => {
        const both = commonDays(daysOfVersion(one), daysOfVersion(other));
        return within(both ? [both] : [], days).map((range): Found => ({
          ...{ code: "ASSIGNMENTS_OVERLAP", severity: "error" },
          about: { roleCode: one.roleCode, kpiCode: one.kpiCode },
          ...{ ...(one.serviceId === null ? {} : { serviceId: one.serviceId }), days: range },
          says: `${one.kpiCode} is assigned to ${one.roleCode} twice at the same place`,
          remedy: "End one of the two before the other begins.",
        }));
      }),
    ),
  );
}

const placeOf = ({ clientId, contractId, serviceId, roleCode, kpiCode }: KpiAssignment): string =>
  [clientId, contractId, serviceId, roleCode, kpiCode].join("/");

/** Days of the term on which an objective holds no version: between two, or before the first and after the last. */
function objectiveDays({ definitions, days }: CascadeMaterial): Found[] {
  const { objectives, objectiveVersions } = definitions;
  const byObjective = groupBy(objectiveVersions, (one) => one.objectiveId);
  return objectives.flatMap(({ id: objectiveId, code, serviceId }) => {
    const versions = byObjective.get(objectiveId) ?? [];
    if (versions.length === 0) return [];
    const inForce = merged(versions.map(daysOfVersion));
    const between = within(holes(inForce), days);
    const rest = without([days], [...inForce, ...between]);
    const at = { about: { objectiveId, kpiCode: versions[0]!.kpiCode }, ...(serviceId === null ? {} : { serviceId }) };
    return [
      ...between.map((range): Found => ({
        ...{ code: "OBJECTIVE_GAP", severity: "warning", ...at, days: range },
        says: `Objective ${code} promises nothing between two of its versions`,
        remedy: "Let the earlier version last until the later one begins, if that was agreed.",
      })),
      ...rest.map((range): Found => ({
        ...{ code: "OBJECTIVE_PART_OF_TERM", severity: "note", ...at, days: range },
        says: `Objective ${code} holds on a part of the term only`,
        remedy: "Nothing, if that was agreed; otherwise let it last as long as the contract.",
      })),
    ];
  });
}
