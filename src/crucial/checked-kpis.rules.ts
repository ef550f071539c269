import type { KpiInUse } from "../kpis/kpi-definition";
import { resolveKpiOn, type KpiReference } from "../kpis/kpi-in-use.rules";
import type { ContractDefinitions } from "../scorecards/definitions.queries";
import { inForce } from "../scorecards/kpi-choice.rules";
import { itemKey, objectivesInForce, type ObjectiveInForce } from "../scorecards/target-choice.rules";
import { addDays, earlierOf, laterOf, type Day } from "../shared/day";
import { periodContaining, PERIOD_KINDS, previousPeriod, type Period, type PeriodKind } from "../shared/period";

/** A KPI in use under a contract, or promised by an objective: what is put to the test. */
export interface CheckedKpi {
  readonly kpi: KpiInUse;
  /** As it is written down: what it means, by version, is decided anew in each period. */
  readonly written: KpiReference;
  /** Null: the contract as a whole. */
  readonly serviceId: string | null;
  readonly minSample: number;
  /** The first day on which it was in use. */
  readonly since: Day;
  /** The objectives that measure exactly this. */
  readonly objectives: readonly ObjectiveInForce[];
  /** Whether a scorecard shows it; otherwise only the results of its objective do. */
  readonly isInUse: boolean;
}

type Known = Pick<ContractDefinitions, "uses" | "objectives" | "objectiveVersions">;

/** What is in use on a day, and what objectives measure besides, in the order of KPI, service and dialect. */
export function checkedKpis({ uses, objectives, objectiveVersions }: Known, on: Day): CheckedKpi[] {
  const promised = objectivesInForce(objectives, objectiveVersions, on);
  const inUse = inForce(uses, on).map((use) => {
    const kpi = resolveKpiOn(use, on);
    const since = uses
      .filter(({ id }) => id === use.id)
      .reduce((first, one) => earlierOf(first, one.validFrom), use.validFrom);
    return { kpi, written: use, serviceId: use.serviceId, minSample: use.minSample, since, isInUse: true };
  });
  const besides = promised.map(({ kpi, objective, version }) => {
    const versions = objectiveVersions.filter(({ objectiveId }) => objectiveId === objective.id);
    const since = versions.reduce((first, one) => earlierOf(first, one.validFrom), version.validFrom);
    const { serviceId } = objective;
    return { kpi, written: version, serviceId, minSample: version.minSample, since, isInUse: false };
  });
  const distinct = new Map([...besides, ...inUse].map((one) => [keyOf(one), one]));
  return [...distinct.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => ({
      ...one,
      objectives: promised.filter(({ kpi, objective }) => keyOf({ kpi, serviceId: objective.serviceId }) === key),
    }));
}

const keyOf = ({ kpi, serviceId }: Pick<CheckedKpi, "kpi" | "serviceId">): string =>
  `${itemKey(kpi)}/${serviceId ?? ""}`;

/** The shortest kind of period by which an objective measures it; months otherwise. */
export const kindOf = ({ objectives }: CheckedKpi): PeriodKind =>
  PERIOD_KINDS.find((kind) => objectives.some(({ version }) => version.measuredBy === kind)) ?? "month";

/**
 * The last `count` whole periods before a day in which the KPI was in use, within the term of the contract; oldest
 * first.
 */
export function closedPeriods(
  checked: CheckedKpi,
  term: { from: Day; until: Day | null },
  on: Day,
  count: number,
): Period[] {
  const from = laterOf(checked.since, term.from);
  const end = term.until ? earlierOf(addDays(term.until, -1), on) : on;
  const periods: Period[] = [];
  let period = periodContaining(kindOf(checked), end);
  if (period.until > on) period = previousPeriod(period);
  for (; period.from >= from && periods.length < count; period = previousPeriod(period)) periods.unshift(period);
  return periods;
}
