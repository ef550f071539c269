import { Decimal } from "../shared/decimal";
import { groupBy } from "../shared/group-by";
import type { Period } from "../shared/period";
import type {
  PackageChart,
  PackageDocument,
  PackageMiss,
  PackageObjective,
  PackageObjectiveResult,
} from "./package-document";
import { packageFigure, packageKpi, shown } from "./package-figures.rules";
import type { ObjectiveMaterial, PackageMaterial, ResultMaterial } from "./package-material.queries";

type ObjectiveParts = Pick<PackageDocument, "objectives" | "misses" | "charts">;

/** Each objective through the periods, its miss in the last one, and its days as a chart. Unmeasured ones are left out. */
export function objectiveParts(material: PackageMaterial, periods: readonly Period[]): ObjectiveParts {
  const results = groupBy(material.results, (one) => one.objectiveId);
  const daily = groupBy(material.dailyResults, (one) => one.objectiveId);
  const looks = material.objectives.flatMap((objective) => {
    const found = results.get(objective.id) ?? [];
    const last = found.at(-1);
    const ofPeriod = periods.map((period) => found.find((one) => one.periodFrom === period.from) ?? null);
    return last ? [{ objective, last, ofPeriod, days: daily.get(objective.id) ?? [] }] : [];
  });
  return {
    objectives: looks.map(packageObjective),
    misses: looks.flatMap((look) => missOf(look) ?? []),
    charts: looks.filter((look) => look.days.length > 1).map(chartOf),
  };
}

interface ObjectiveLook {
  readonly objective: ObjectiveMaterial;
  /** Latest result that is known, for KPI and target. */
  readonly last: ResultMaterial;
  /** One per period, the reviewed one last. */
  readonly ofPeriod: readonly (ResultMaterial | null)[];
  readonly days: readonly ResultMaterial[];
}

function packageObjective({ objective, last, ofPeriod }: ObjectiveLook): PackageObjective {
  return {
    code: objective.code,
    name: objective.name,
    clause: objective.clause,
    service: objective.serviceName,
    kpi: packageKpi(last.item),
    target: targetOf(last),
    targetDisplay: targetShown(last),
    results: ofPeriod.map((one) => one && packageResult(one)),
  };
}

function packageResult(result: ResultMaterial): PackageObjectiveResult {
  const missed = isMiss(result);
  return {
    outcome: result.outcome,
    figure: packageFigure(result.item),
    shortfall: missed ? result.shortfall : null,
    shortfallDisplay: missed ? shown(result.item, result.shortfall) : null,
    missesAllowed: result.missesAllowed,
  };
}

/** How large the miss was, and the three days that were furthest from the target. */
function missOf({ objective, ofPeriod, days }: ObjectiveLook): PackageMiss | null {
  const reviewed = ofPeriod.at(-1);
  if (!reviewed || !isMiss(reviewed)) return null;
  const missedDays = days.filter(isMiss).sort((a, b) => new Decimal(b.shortfall ?? 0).cmp(a.shortfall ?? 0));
  return {
    objectiveCode: objective.code,
    outcome: reviewed.outcome,
    shortfallDisplay: shown(reviewed.item, reviewed.shortfall),
    daysMeasured: days.filter((day) => day.item.value !== null).length,
    daysMissed: missedDays.length,
    worstDays: missedDays.slice(0, 3).map(({ periodFrom, item }) => {
      return { day: periodFrom, display: shown(item, item.value), sample: item.sample };
    }),
    missedBefore: ofPeriod.slice(0, -1).filter((one) => one !== null && isMiss(one)).length,
  };
}

function chartOf({ objective, last, days }: ObjectiveLook): PackageChart {
  const kpi = packageKpi(last.item);
  return {
    title: `${objective.name}${objective.serviceName ? `, ${objective.serviceName}` : ""}`,
    objectiveCode: objective.code,
    unit: kpi.unit,
    direction: kpi.direction,
    target: targetOf(last),
    targetDisplay: targetShown(last),
    points: days.map(({ periodFrom, item }) => ({ day: periodFrom, value: item.value, sample: item.sample })),
  };
}

const isMiss = ({ outcome }: ResultMaterial): boolean => outcome === "missed" || outcome === "below_minimum";
const targetOf = ({ item }: ResultMaterial): string => item.target ?? "0";

const BOUNDS = { maximise: "≥ ", minimise: "≤ ", range: "" };
const targetShown = ({ item }: ResultMaterial): string =>
  `${BOUNDS[packageKpi(item).direction]}${shown(item, targetOf({ item } as ResultMaterial))}`;
