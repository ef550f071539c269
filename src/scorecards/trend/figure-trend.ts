import type { KpiDefinition } from "../../kpis/kpi-definition";
import type { ApiContext } from "../../platform/graphql/context";
import { addDays, dayOf, earlierOf, type Day } from "../../shared/day";
import type { DayRange } from "../../shared/date-range";
import { Decimal } from "../../shared/decimal";
import { periodContaining, previousPeriod, shiftPeriod, type Period, type PeriodKind } from "../../shared/period";
import { openFigure, series } from "../figure-reading";
import type { FigureView } from "../scorecard-view";
import { trendDirection, trendSlope, type TrendDirection, type TrendPoint } from "./trend.rules";

/** How far a trend looks back: about a quarter, or a year by months. */
const LENGTHS = { day: 90, week: 13, month: 12 } as const satisfies Partial<Record<PeriodKind, number>>;
export type TrendStep = keyof typeof LENGTHS;

/** A figure over a row of whole periods. */
export interface TrendView {
  readonly points: readonly FigureView[];
  readonly change: TrendChange | null;
  readonly slope: string | null;
  readonly direction: TrendDirection;
}

interface TrendChange {
  readonly absolute: string;
  readonly kpi: KpiDefinition;
  readonly currency: string;
}

/** The figure's KPI and rule in whole periods up to the end of its own. */
export async function figureTrend(ctx: ApiContext, figure: FigureView, by: TrendStep): Promise<TrendView> {
  const opened = await openFigure(ctx, figure);
  if (!opened) return { points: [], change: null, slope: null, direction: "unknown" };
  const today = dayOf(ctx.now, figure.clock.timeZone);
  const periods = trendPeriods(by, earlierOf(figure.period.until, today), opened.plan.item.days);
  return trendOf(await series(ctx, figure, periods), figure);
}

/**
 * The last whole periods of a kind that are over before a day, oldest first. Those that lie only partly within the days
 * that count for the figure are left out: parts are not compared with wholes (semantics R11).
 */
export function trendPeriods(by: TrendStep, end: Day, counting: DayRange): Period[] {
  const last = periodContaining(by, addDays(end, -1));
  const newest = last.until > end ? previousPeriod(last) : last;
  const all = Array.from({ length: LENGTHS[by] }, (_, index) => shiftPeriod(newest, index + 1 - LENGTHS[by]));
  const { from, until } = counting;
  return all.filter((one) => one.from >= from && (until === null || one.until <= until));
}

function trendOf(points: readonly FigureView[], { kpi, clock }: FigureView): TrendView {
  const known = points.flatMap(({ status, value }, step): TrendPoint[] =>
    status === "OK" && value !== null ? [{ step, value }] : [],
  );
  const [first, last] = [known.at(0), known.at(-1)];
  const isLong = first !== undefined && last !== undefined && known.length > 1;
  return {
    points,
    change: isLong ? { absolute: difference(last, first), kpi, currency: clock.currency } : null,
    slope: trendSlope(known),
    direction: trendDirection(known, kpi.direction),
  };
}

const difference = (later: TrendPoint, earlier: TrendPoint): string =>
  new Decimal(later.value).minus(earlier.value).toFixed();
