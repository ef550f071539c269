import type { Closing } from "../kpis/expression";
import { evaluate, type MeasuredFigure } from "../kpis/figure.rules";
import { valueOf, type ReadMeasure } from "../kpis/formula-value.rules";
import type { KpiInUse } from "../kpis/kpi-definition";
import { formulaOf } from "../kpis/kpi-formula.rules";
import { daysBetween, type Day } from "../shared/day";
import type { TestDatabase } from "./test-database";
import { MeasureService } from "../measures/measure.service";
import { SlotService } from "../measures/slot.service";

/** Days `[from, until)` of a client, all services together. */
export interface Span {
  readonly clientId: string;
  readonly from: string;
  readonly until: string;
}

export interface DailySum {
  readonly day: string;
  readonly sum: number;
}

/** Gives KPIs their slots. */
export async function inUse(database: TestDatabase, clientId: string, kpis: readonly KpiInUse[]): Promise<void> {
  await database.asInternal([clientId], (tx) => new SlotService().ensureSlots(tx, clientId, [...kpis]));
}

/** Recomputes every day on the log. */
export async function settleDays(
  database: TestDatabase,
  clientId: string,
  limitOf: () => number = () => 100,
): Promise<void> {
  for (let remaining = true; remaining;)
    ({ remaining } = await database.asInternal([clientId], (tx) =>
      new MeasureService().recomputeTouched(tx, { clientId, limit: limitOf() }),
    ));
}

/** Puts every day on the log. */
export const rebuild = (database: TestDatabase, clientId: string): Promise<number> =>
  database.asInternal([clientId], (tx) => new MeasureService().rebuild(tx, clientId));

/** Sums by day, `stream/measure` first; parameters are not told apart. */
export type DailySums = ReadonlyMap<string, readonly DailySum[]>;

/** Everything that the daily measures of a client hold. */
export async function dailySums(database: TestDatabase, clientId: string): Promise<DailySums> {
  const found = await database.adminRows<DailySum & { key: string }>(
    `select s.stream || '/' || s.measure as key, d.day, sum(d.sums[s.slot])::float8 as sum
       from daily_measures d join measure_slot s on s.stream = d.stream
      where d.client_id = $1 group by 1, 2 order by 2`,
    [clientId],
  );
  const sums = new Map<string, DailySum[]>();
  for (const { key, day, sum } of found) sums.set(key, [...(sums.get(key) ?? []), { day, sum }]);
  return sums;
}

/** A KPI of a span, worked out from the daily measures. */
export const measuredFigure = async (database: TestDatabase, kpi: KpiInUse, span: Span): Promise<MeasuredFigure> =>
  figureOf(await dailySums(database, span.clientId), kpi, span);

/** The same from sums that were read before. */
export function figureOf(sums: DailySums, kpi: KpiInUse, span: Omit<Span, "clientId">): MeasuredFigure {
  const formula = formulaOf(kpi);
  const read: ReadMeasure = ({ measure }, closing) =>
    closedOver(sums.get(`${measure.stream}/${measure.code}`) ?? [], span, closing);
  const days = daysBetween(span.from as Day, span.until as Day);
  return evaluate({
    numerator: valueOf(formula.numerator, read, days),
    denominator: formula.denominator && valueOf(formula.denominator, read, days),
    sample: valueOf(formula.sample, read, days),
    hasDenominator: formula.denominator !== null,
    isComplete: true,
  });
}

function closedOver(
  all: readonly DailySum[],
  { from, until }: Omit<Span, "clientId">,
  closing: Closing | null,
): number | null {
  const total = (some: readonly DailySum[]): number => some.reduce((sum, one) => sum + one.sum, 0);
  const before = (end: string): number => total(all.filter(({ day }) => day < end));
  if (closing === "at_start") return before(from);
  if (closing === "at_end") return before(until);
  const within = all.filter(({ day }) => day >= from && day < until);
  if (closing === null) return within.length === 0 ? null : total(within);
  const weighted = within.map(({ day, sum }) => sum * daysBetween(day as Day, until as Day));
  return before(from) * daysBetween(from as Day, until as Day) + weighted.reduce((sum, one) => sum + one, 0);
}
