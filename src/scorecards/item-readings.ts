import type { MeasuredFigure } from "../kpis/figure.rules";
import type { Tx } from "../platform/database";
import { addDays, earlierOf, type Day } from "../shared/day";
import { daysOf, previousPeriod, type Period } from "../shared/period";
import type { PlannedItem } from "./planned-item";
import { scoresDays, type Reading } from "./scoring/item-score.rules";
import { isMissing, matters, type PeriodReading } from "./scoring/missing.rules";
import { SpanFigures, type FigureSetting, type WantedSpan } from "./span-figures";
import type { Subject } from "./subject.rules";

/** An item of a subject in a period, with the figure of it. */
export interface MeasuredItem {
  readonly subject: Subject;
  readonly item: PlannedItem;
  readonly period: Period;
  readonly figure: MeasuredFigure;
}

/**
 * What a figure alone does not tell: the days of a period, for curves of days, and the period before, where an item is
 * carried over. Two figure books at most, and only for the items that need them.
 */
export class ItemReadings {
  private constructor(
    private readonly setting: FigureSetting,
    private readonly before: SpanFigures,
    private readonly days: SpanFigures,
  ) {}

  static async load(tx: Tx, setting: FigureSetting, items: readonly MeasuredItem[]): Promise<ItemReadings> {
    const carrying = items.filter(isCarrying).map((one) => ({ ...one, period: previousPeriod(one.period) }));
    const ofDays = [...items, ...carrying].filter(({ item }) => scoresDays(item.scheme));
    return new ItemReadings(
      setting,
      await SpanFigures.load(
        tx,
        setting,
        carrying.map((one) => ({ ...one, span: one.period })),
      ),
      await SpanFigures.load(
        tx,
        setting,
        ofDays.flatMap((one) => spansOfDays(one, setting.today)),
      ),
    );
  }

  static readonly areNeededFor = ({ scheme, onMissing }: PlannedItem): boolean =>
    scoresDays(scheme) || onMissing === "carry";

  of(one: MeasuredItem): PeriodReading {
    const { figure, days } = this.readingOf(one);
    return { figure, days, before: isCarrying(one) ? this.beforeOf(one) : null };
  }

  private beforeOf({ period, ...one }: MeasuredItem): Reading {
    const before = previousPeriod(period);
    const figure = this.before.figure({ ...one, span: before }, one.item.minSample);
    return this.readingOf({ ...one, period: before, figure });
  }

  private readingOf(one: MeasuredItem): Reading {
    if (!scoresDays(one.item.scheme)) return { figure: one.figure, days: null };
    const days = spansOfDays(one, this.setting.today).map((span) => this.days.figure(span, 0));
    return { figure: one.figure, days };
  }
}

const isCarrying = ({ item, figure }: MeasuredItem): boolean =>
  item.onMissing === "carry" && matters(item) && isMissing(figure);

/** The days of a period that have come. */
function spansOfDays({ subject, item, period }: Omit<MeasuredItem, "figure">, today: Day): WantedSpan[] {
  const until = earlierOf(period.until, addDays(today, 1));
  return daysOf(period)
    .filter((from) => from < until)
    .map((from) => ({ subject, item, span: { from, until: addDays(from, 1) } }));
}
