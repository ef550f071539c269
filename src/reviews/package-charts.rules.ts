import { isOpen, type FeedRecord } from "../scorecards/data-quality.rules";
import { ratioOf } from "../scorecards/objective-outcome.rules";
import { Decimal } from "../shared/decimal";
import type { Day } from "../shared/day";
import { daysOf, type Period } from "../shared/period";
import type { PackageChart, PackagePoint } from "./package-document";
import { packageKpi, shownTarget } from "./package-figures.rules";
import type { ResultMaterial } from "./package-material.queries";
import { targetOf, type ObjectiveLook } from "./package-objectives.rules";

/** The reviewed period day by day, for objectives with at least two days of data. Every day is there, closed ones too. */
export function packageCharts(looks: readonly ObjectiveLook[], period: Period, feeds: FeedRecord): PackageChart[] {
  return looks
    .filter(({ days }) => days.filter((day) => valueOf(day) !== null).length > 1)
    .map((look) => chartOf(look, period, feeds));
}

function chartOf({ objective, last, days }: ObjectiveLook, period: Period, feeds: FeedRecord): PackageChart {
  const { unit, direction, precision, currency } = packageKpi(last.item);
  const byDay = new Map(days.map((day) => [day.periodFrom, day]));
  const serviceIds = objective.serviceId === null ? [...feeds.calendarOfService.keys()] : [objective.serviceId];
  return {
    title: objective.name,
    objectiveCode: objective.code,
    ...{ unit, direction, precision, currency },
    target: targetOf(last),
    targetDisplay: shownTarget(last.item, targetOf(last)),
    points: daysOf(period).map((on) => ({
      ...pointOf(on, byDay.get(on)),
      isOpen: serviceIds.some((id) => isOpen(id, on, feeds)),
    })),
  };
}

function pointOf(day: Day, result: ResultMaterial | undefined): Omit<PackagePoint, "isOpen"> {
  if (!result) return { day, value: null, outcome: "not_measured", sample: 0 };
  return { day, value: valueOf(result), outcome: result.outcome, sample: result.item.sample };
}

/** Also of too few facts to be judged: a picture may show them, marked as such. */
function valueOf({ item }: ResultMaterial): string | null {
  const ratio = ratioOf(item);
  if (item.value !== null || item.status !== "INSUFFICIENT_DATA" || ratio === null) return item.value;
  if (ratio.denominator === null) return ratio.numerator;
  return Number(ratio.denominator) === 0 ? null : new Decimal(ratio.numerator).div(ratio.denominator).toString();
}
