import type { MeasuredFigure } from "../kpis/figure.rules";
import type { KpiDefinition, KpiInUse } from "../kpis/kpi-definition";
import { dialectsOf, worthOf } from "../kpis/kpi-in-use.rules";
import type { ApiContext } from "../platform/graphql/context";
import { describePeriod } from "../platform/graphql/period.type";
import type { DayRange } from "../shared/date-range";
import { addDays, dayOf, earlierOf } from "../shared/day";
import { periodContaining, previousPeriod, type Period, type PeriodKind } from "../shared/period";
import { planOf, sourcesOfContract, type ContractSources, type FigurePlan } from "./figure-sources.loaders";
import { windowOf } from "./figure-window.rules";
import { measuredFigures, type FigureAnswer } from "./figure-sums.loaders";
import type { ManualBook } from "./manual/manual-book.rules";
import { manualBookOf } from "./manual/manual-value.loaders";
import { objectiveResultOf } from "./objective-result.loaders";
import { scorecardOf } from "./scorecard.loaders";
import { figureView, type FigureView } from "./scorecard-view";
import { itemKey } from "./target-choice.rules";

/** Where a figure comes from, for whoever opens it. Null when its subject is no longer in the set-up. */
export interface OpenedFigure {
  readonly sources: ContractSources;
  readonly plan: FigurePlan;
}

export async function openFigure(ctx: ApiContext, figure: FigureView): Promise<OpenedFigure | null> {
  const { clientId, contractId } = figure.of;
  const sources = await ctx.loader(sourcesOfContract).load({ clientId, contractId });
  const plan = sources && planOf(sources, figure);
  return sources && plan ? { sources, plan } : null;
}

/** The days of a figure up to today: later ones do not count yet, whatever is known of them. */
export const daysSoFar = ({ period, clock }: FigureView, plan: FigurePlan, now: Date): DayRange => ({
  from: windowOf(plan, period).from,
  until: earlierOf(period.until, addDays(dayOf(now, clock.timeZone), 1)),
});

interface Recomputing {
  readonly periods: readonly Period[];
  readonly kpis: readonly KpiInUse[];
  readonly minSample: number;
}

/** Values of the figure's subject, computed now from the daily measures. */
export async function recomputed(
  ctx: ApiContext,
  figure: FigureView,
  what: (opened: OpenedFigure) => Recomputing,
): Promise<FigureAnswer> {
  const opened = await openFigure(ctx, figure);
  if (!opened) return [];
  return ctx.loader(measuredFigures).load({ figure, ...opened, ...what(opened), now: ctx.now });
}

/** The last `last` periods of a kind, up to the end of the figure's period, or to today while that runs. */
export function seriesPeriods(figure: FigureView, by: PeriodKind, last: number | null, now: Date): Period[] {
  const today = dayOf(now, figure.clock.timeZone);
  const end = periodContaining(by, earlierOf(figure.period.lastDay, today));
  const periods: Period[] = [];
  for (let one = end; periods.length < (last ?? Infinity); one = previousPeriod(one)) {
    if (last === null && one.until <= figure.period.from) break;
    periods.unshift(one);
  }
  return periods;
}

/**
 * The same KPI of the same subject in other periods. The minimum sample holds for periods as long as the figure's own:
 * a day of a month rests on less, and is shown nevertheless.
 */
export async function series(ctx: ApiContext, figure: FigureView, periods: readonly Period[]): Promise<FigureView[]> {
  const answer = await recomputed(ctx, figure, ({ plan }) => ({
    periods: periods.map((one) => windowOf(plan, one)),
    kpis: [figure.result],
    minSample: periods[0]?.kind === figure.period.kind ? plan.item.minSample : 0,
  }));
  const { clientId, kind, id } = figure.of;
  const manual = await ctx.loader(manualBookOf).load({ clientId, kind, id });
  return answer.flatMap(({ figures: [measured] }, index) => {
    const period = periods[index];
    return measured && period ? [pointOf({ figure, period, measured, manual }, ctx.now)] : [];
  });
}

interface Point {
  readonly figure: FigureView;
  readonly period: Period;
  readonly measured: MeasuredFigure;
  readonly manual: ManualBook;
}

/** What was measured, or the manual value in force for the very period. */
function pointOf({ figure, period, measured, manual }: Point, now: Date): FigureView {
  const { clock, of, result } = figure;
  const described = describePeriod(period, clock, now);
  const point = manual.figureOver({ subject: of, period, kpi: result }, measured);
  return figureView({ ...result, ...point }, of, { period: described, finality: "provisional", clock });
}

export interface DialectView extends MeasuredFigure {
  readonly dialect: string;
  readonly description: string;
  readonly isInUse: boolean;
  readonly kpi: KpiDefinition;
  readonly currency: string;
}

/** The figure under every formula of its KPI, with the same facts and parameters. */
export async function underAllDialects(ctx: ApiContext, figure: FigureView): Promise<DialectView[]> {
  const kpis = worthOf(figure.result) ? [] : dialectsOf(figure.result);
  const [answer] = await recomputed(ctx, figure, ({ plan }) => ({
    periods: [windowOf(plan, figure.period)],
    kpis,
    minSample: plan.item.minSample,
  }));
  return (answer?.figures ?? []).map((measured, index) => {
    const dialect = kpis[index]?.dialect ?? "";
    const { description = "" } = figure.kpi.dialects.find(({ code }) => code === dialect) ?? {};
    const isInUse = dialect === figure.result.dialect;
    return { ...measured, dialect, description, isInUse, kpi: figure.kpi, currency: figure.clock.currency };
  });
}

/** The figure of the period before, by the same rule; as it was published, not computed again. */
export async function previousFigure(ctx: ApiContext, figure: FigureView): Promise<FigureView | null> {
  const { kind, id, objectiveId } = figure.of;
  const period = previousPeriod(figure.period);
  if (objectiveId !== null) {
    const result = await ctx.loader(objectiveResultOf).load({ objectiveId, period });
    return result && itemKey(result.item) === itemKey(figure.result) ? result.figure : null;
  }
  const card = await ctx.loader(scorecardOf).load({ kind, subjectId: id, period });
  const same = card?.items.find((item) => itemKey(item.figure.result) === itemKey(figure.result));
  return same?.figure ?? null;
}
