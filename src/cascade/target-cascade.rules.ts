import type { KpiAssignment } from "../assignments/kpi-assignment.entity";
import type { KpiDefinition, KpiInUse } from "../kpis/kpi-definition";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import { writtenTarget } from "../objectives/target.rules";
import type { RoleScope } from "../people/role.entity";
import { itemKey, type ObjectiveInForce } from "../scorecards/target-choice.rules";
import { Decimal } from "../shared/decimal";
import { groupBy } from "../shared/group-by";
import { aimsOf, type Aim } from "./aim.rules";
import type { Found } from "./cascade-finding";
import type { Stretch } from "./cascade-ground.rules";
import type { ServiceDays } from "./service-days.rules";

/**
 * Whether a target asks for less than another. A KPI whose best lies in between is compared by nothing: never.
 * | direction | target | than | easier |
 * | maximise  |   0.79 | 0.80 | yes    |
 * | maximise  |   0.80 | 0.80 | no     |
 * | minimise  |     31 |   30 | yes    |
 */
export function isEasier(direction: KpiDefinition["direction"], target: string, than: string): boolean {
  if (direction === "range") return false;
  const [one, other] = [new Decimal(target), new Decimal(than)];
  return direction === "maximise" ? one.lt(other) : one.gt(other);
}

/** Targets of roles against those that the contract promises, at the same place. */
export const contractTargetFindings = (stretches: readonly Stretch[], currency: string): Found[] =>
  stretches.flatMap((stretch) =>
    aimsOf(stretch).flatMap((aim) => (aim.assignment.target === null ? [] : againstContract(stretch, aim, currency))),
  );

function againstContract(
  { post, days, objectives }: Stretch,
  { assignment, kpi, key }: Aim,
  currency: string,
): Found[] {
  const promised = objectives.filter((one) => one.kpi.kpiCode === kpi.kpiCode);
  if (promised.length === 0) return [];
  const same = nearest(promised.filter((one) => itemKey(one.kpi) === key));
  const definition = requireKpi(kpi.kpiCode);
  const { roleCode, serviceId } = post;
  const about = { roleCode, kpiCode: kpi.kpiCode };
  const place = { serviceId, days };
  const written = (target: string): string => writtenTarget(target, definition, currency);
  const own = `${roleCode}'s target for ${kpi.kpiCode}, ${written(assignment.target!)}${relative(assignment)}`;
  if (same.length === 0)
    return [
      {
        ...{ code: "TARGET_WITH_OTHER_PARAMETERS", severity: "warning", about, ...place },
        says: `${own} by ${formulaText(kpi)}, is for another formula than objective ${others(promised)} promises`,
        remedy: "Use the objective's dialect and parameters, or leave both out of the assignment.",
      },
    ];
  const { direction } = definition;
  const easier = same.filter((one) => isEasier(direction, assignment.target!, one.version.target));
  const [strictest] = easier.sort((a, b) => (isEasier(direction, a.version.target, b.version.target) ? 1 : -1));
  if (!strictest) return [];
  const { objective, version } = strictest;
  return [
    {
      ...{ code: "TARGET_EASIER_THAN_CONTRACT", severity: "warning", ...place },
      about: { ...about, objectiveId: objective.id },
      says: `${own}, is easier than the ${written(version.target)} that objective ${objective.code} promises`,
      remedy:
        "Ask of the role at least what the contract promises, or leave the target out: the objective's then counts.",
    },
  ];
}

/** What is agreed for the service takes the place of what is agreed for the contract. */
function nearest(objectives: readonly ObjectiveInForce[]): ObjectiveInForce[] {
  const ofService = objectives.filter((one) => one.objective.serviceId !== null);
  return ofService.length > 0 ? ofService : [...objectives];
}

const relative = ({ baseline }: KpiAssignment): string =>
  baseline === null ? "" : ` (relative to ${baseline.measured})`;

/** `SL-A (thresholdSeconds 30)` */
const formulaText = ({ dialect, parameters }: KpiInUse): string => {
  const given = Object.entries(parameters).map(([name, value]) => `${name} ${value}`);
  return given.length === 0 ? dialect : `${dialect} (${given.join(", ")})`;
};

const others = (promised: readonly ObjectiveInForce[]): string =>
  promised.map(({ objective, kpi }) => `${objective.code} by ${formulaText(kpi)}`).join(" or ");

/** Down the tree: from those who do the work up to whoever answers for several contracts. Trainers stand beside it. */
const HEIGHT: Readonly<Record<RoleScope, number | null>> = {
  own: 0,
  team: 1,
  trained: null,
  service: 2,
  contract: 3,
  all: 4,
};

interface RoleTarget {
  readonly roleCode: string;
  readonly height: number;
  readonly key: string;
  readonly kpiCode: string;
  readonly target: string;
}

/**
 * Targets of roles against those of the next role above that has one for the same formula, among everybody at a
 * service: where all below reach theirs and those above still miss, the targets do not add up.
 */
export const treeFindings = (all: readonly ServiceDays[], currency: string): Found[] =>
  all.flatMap(({ service, days, present }) =>
    treeAmong(present.flatMap(targetsOf), currency).map((one) => ({ ...one, serviceId: service.id, days })),
  );

type InTree = Omit<Found, "serviceId" | "days">;

const treeAmong = (all: readonly RoleTarget[], currency: string): InTree[] =>
  [...groupBy(all, ({ key }) => key).values()].flatMap((same) =>
    same.flatMap((lower) => {
      const above = same.filter(({ height }) => height > lower.height);
      const next = Math.min(...above.map(({ height }) => height));
      return above.filter(({ height }) => height === next).flatMap((upper) => againstAbove(lower, upper, currency));
    }),
  );

function againstAbove(lower: RoleTarget, upper: RoleTarget, currency: string): InTree[] {
  const { roleCode, kpiCode } = lower;
  const definition = requireKpi(kpiCode);
  if (!isEasier(definition.direction, lower.target, upper.target)) return [];
  const [own, above] = [lower, upper].map(({ target }) => writtenTarget(target, definition, currency));
  return [
    {
      ...{ code: "TARGET_EASIER_THAN_ABOVE", severity: "warning", about: { roleCode, kpiCode } },
      says: `${roleCode}'s target for ${kpiCode}, ${own}, is easier than that of ${upper.roleCode}, ${above}`,
      remedy: `Ask of ${roleCode} at least what ${upper.roleCode} has to reach with it.`,
    },
  ];
}

function targetsOf(stretch: Stretch): RoleTarget[] {
  const { roleCode, scope } = stretch.post;
  const height = HEIGHT[scope];
  if (height === null) return [];
  return aimsOf(stretch).flatMap(({ assignment: { kpiCode, target }, key }) =>
    target === null ? [] : [{ roleCode, height, key, kpiCode, target }],
  );
}
