import type { KpiAssignment } from "../assignments/kpi-assignment.entity";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import { Decimal } from "../shared/decimal";
import { JUDGED_AS } from "../scorecards/subject.rules";
import { itemKey } from "../scorecards/target-choice.rules";
import { aimsOf } from "./aim.rules";
import type { Found } from "./cascade-finding";
import type { Stretch } from "./cascade-ground.rules";

/** Whether every role that somebody holds has a set it can be measured by, and what is odd about the set. */
export const setFindings = (stretches: readonly Stretch[]): Found[] =>
  stretches.flatMap((one) => [...missingSet(one), ...beyondInfluence(one), ...unscored(one)]);

const weighs = ({ weight }: KpiAssignment): boolean => new Decimal(weight).gt(0);

const at = ({ post, days }: Stretch) => ({ serviceId: post.serviceId, days });

function missingSet(stretch: Stretch): Found[] {
  const { post, assignments } = stretch;
  if (assignments.some(weighs)) return [];
  const { roleCode } = post;
  const why = assignments.length === 0 ? "no KPI is assigned to it" : "all its KPIs weigh 0";
  return [
    {
      ...{ code: "ROLE_WITHOUT_SET", severity: "error", about: { roleCode }, ...at(stretch) },
      says: `Somebody holds the role ${roleCode}, but ${why}`,
      remedy: "Assign KPIs with a weight to the role, or end the positions.",
    },
  ];
}

/** What a definition refuses can still come about later: a role gets another scope, a KPI of one's own other judges. */
function beyondInfluence(stretch: Stretch): Found[] {
  const { roleCode, scope } = stretch.post;
  const judgedAs = JUDGED_AS[scope];
  return stretch.assignments
    .filter(({ kpiCode }) => !requireKpi(kpiCode).judges.includes(judgedAs))
    .map(({ kpiCode }) => ({
      ...{ code: "KPI_CANNOT_BE_INFLUENCED", severity: "error", about: { roleCode, kpiCode }, ...at(stretch) },
      says:
        `${roleCode} is assigned ${kpiCode}, which it cannot influence: the role answers for ${ANSWERS_FOR[judgedAs]}, ` +
        `and the KPI judges ${requireKpi(kpiCode).judges.join(", ")} only. It is left out of scorecards`,
      remedy: "Assign the KPI to a role that answers for more, or take it away from this one.",
    }));
}

const ANSWERS_FOR = {
  position: "own work",
  team: "a team",
  service: "a service",
  contract: "the contract",
} as const;

/** Items with a weight that never get a score: their weight silently goes to the others. */
function unscored(stretch: Stretch): Found[] {
  const { roleCode } = stretch.post;
  const promised = new Set(stretch.objectives.map((one) => itemKey(one.kpi)));
  return aimsOf(stretch).flatMap(({ assignment: one, key }): Found[] => {
    const { kpiCode, scheme } = one;
    if (!weighs(one)) return [];
    if (scheme.kind !== "attainment" && scheme.kind !== "around") return [];
    const about = { roleCode, kpiCode };
    if (scheme.kind === "attainment" && requireKpi(kpiCode).direction === "range")
      return [
        {
          ...{ code: "SCHEME_CANNOT_SCORE", severity: "warning", about, ...at(stretch) },
          says:
            `${kpiCode} weighs ${plain(one.weight)} for ${roleCode}, but is scored by attainment: its best lies in ` +
            `between, so it never has a score`,
          remedy: "Choose the scheme `around`, `zones` or `levels`, or the weight 0.",
        },
      ];
    if (one.target !== null || promised.has(key)) return [];
    return [
      {
        ...{ code: "SCHEME_WITHOUT_TARGET", severity: "warning", about, ...at(stretch) },
        says:
          `${kpiCode} weighs ${plain(one.weight)} for ${roleCode}, but has no target to be scored by ` +
          `(scheme ${scheme.kind}): neither the assignment nor an objective for this formula has one`,
        remedy: "Write a target into the assignment, or choose a scheme that needs none.",
      },
    ];
  });
}

/** `35`, `33.5` */
export const plain = (weight: string): string => new Decimal(weight).toString();
