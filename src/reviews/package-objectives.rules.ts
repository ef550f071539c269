import { allowableMisses, missesLeft } from "../kpis/target.rules";
import { ratioOf } from "../scorecards/objective-outcome.rules";
import { Decimal } from "../shared/decimal";
import { groupBy } from "../shared/group-by";
import type { Period } from "../shared/period";
import { packageAdjustment } from "./package-adjustment.rules";
import type { PackageDocument, PackageMiss, PackageObjective, PackageObjectiveResult } from "./package-document";
import { packageFigure, packageKpi, shown, shownDistance, shownTarget } from "./package-figures.rules";
import type { ObjectiveMaterial, PackageMaterial, ResultMaterial } from "./package-material.queries";

type ObjectiveParts = Pick<PackageDocument, "objectives" | "misses">;

/** An objective with its results. */
export interface ObjectiveLook {
  readonly objective: ObjectiveMaterial;
  /** Latest result that is known, for KPI and target. */
  readonly last: ResultMaterial;
  /** One per period, the reviewed one last. */
  readonly ofPeriod: readonly (ResultMaterial | null)[];
  /** Of the reviewed period, in order. */
  readonly days: readonly ResultMaterial[];
}

/** The objectives that were measured in one of the periods. */
export function objectiveLooks(material: PackageMaterial, periods: readonly Period[]): ObjectiveLook[] {
  const results = groupBy(material.results, (one) => one.objectiveId);
  const daily = groupBy(material.dailyResults, (one) => one.objectiveId);
  return material.objectives.flatMap((objective) => {
    const found = results.get(objective.id) ?? [];
    const last = found.at(-1);
    const ofPeriod = periods.map((period) => found.find((one) => one.periodFrom === period.from) ?? null);
    return last ? [{ objective, last, ofPeriod, days: daily.get(objective.id) ?? [] }] : [];
  });
}

/** Each objective through the periods, and its miss in the last one. */
export const objectiveParts = (looks: readonly ObjectiveLook[]): ObjectiveParts => ({
  objectives: looks.map(packageObjective),
  misses: looks.flatMap((look) => missOf(look) ?? []),
});

function packageObjective({ objective, last, ofPeriod }: ObjectiveLook): PackageObjective {
  return {
    code: objective.code,
    name: objective.name,
    clause: objective.clause,
    service: objective.serviceName,
    kpi: packageKpi(last.item),
    target: targetOf(last),
    targetDisplay: shownTarget(last.item, targetOf(last)),
    results: ofPeriod.map((one) => one && packageResult(one)),
  };
}

function packageResult(result: ResultMaterial): PackageObjectiveResult {
  const missed = isMiss(result);
  const adjustment = packageAdjustment(result);
  return {
    outcome: result.outcome,
    target: targetOf(result),
    figure: packageFigure(result.item, missed ? result.item.target : null),
    shortfall: missed ? result.shortfall : null,
    shortfallDisplay: missed ? shownDistance(result.item, result.shortfall) : null,
    ...missesOf(result),
    ...(adjustment ? { adjustment } : {}),
  };
}

/**
 * Of shares of events; points and weights cannot be missed one by one.
 * | share        | target | made | allowed |
 * | 860 of 1,000 |   0.80 |  140 |     200 |
 * | 760 of 1,000 |   0.80 |  240 |     200 |
 */
function missesOf(result: ResultMaterial): Pick<PackageObjectiveResult, "missesMade" | "missesAllowed"> {
  const { direction, unit } = packageKpi(result.item);
  const ratio = ratioOf(result.item);
  const allowed = allowableMisses(direction, result.item.sample, targetOf(result));
  const left = ratio && missesLeft(direction, ratio, targetOf(result));
  const isOfEvents = unit === "share" && result.item.denominator === String(result.item.sample);
  if (!isOfEvents || result.item.value === null || allowed === null || left === null)
    return { missesMade: null, missesAllowed: null };
  return { missesMade: allowed - left, missesAllowed: allowed };
}

/** How large the miss was, and the three days that were furthest from the target. */
function missOf({ objective, ofPeriod, days }: ObjectiveLook): PackageMiss | null {
  const reviewed = ofPeriod.at(-1);
  if (!reviewed || !isMiss(reviewed)) return null;
  const missedDays = days.filter(isMiss).sort((a, b) => new Decimal(b.shortfall ?? 0).cmp(a.shortfall ?? 0));
  return {
    objectiveCode: objective.code,
    outcome: reviewed.outcome,
    shortfallDisplay: shownDistance(reviewed.item, reviewed.shortfall),
    daysMeasured: days.filter((day) => day.item.value !== null).length,
    daysMissed: missedDays.length,
    worstDays: missedDays.slice(0, 3).map(({ periodFrom, item }) => {
      return { day: periodFrom, display: shown(item, item.value), sample: item.sample };
    }),
    missedBefore: ofPeriod.slice(0, -1).filter((one) => one !== null && isMiss(one)).length,
  };
}

const isMiss = ({ outcome }: ResultMaterial): boolean => outcome === "missed" || outcome === "below_minimum";
export const targetOf = ({ item }: ResultMaterial): string => item.target ?? "0";
