import { addDays, asDay, daysBetween, noon, startOfDay, type Day } from "./day";

export const PERIOD_KINDS = ["day", "week", "month", "quarter", "year"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Local days `[from, until)`. Weeks are ISO weeks and begin on Monday. */
export interface Period {
  readonly kind: PeriodKind;
  readonly from: Day;
  readonly until: Day;
}

/** The period of a kind that contains a day. */
export function periodContaining(kind: PeriodKind, of: Day): Period {
  const start = noon(of).startOf(kind);
  return { kind, from: asDay(start), until: asDay(start.plus({ [kind]: 1 })) };
}

/** The period `count` periods after (or, negative, before) this one: same kind, whole calendar units. */
export function shiftPeriod(period: Period, count: number): Period {
  return periodContaining(period.kind, asDay(noon(period.from).plus({ [period.kind]: count })));
}

export const previousPeriod = (period: Period): Period => shiftPeriod(period, -1);

/** The five periods, one of each kind, that contain a day. */
export const periodsContaining = (of: Day): Period[] => PERIOD_KINDS.map((kind) => periodContaining(kind, of));

/** Every day of a period, in order. */
export const daysOf = (period: Period): Day[] =>
  Array.from({ length: daysBetween(period.from, period.until) }, (_, i) => addDays(period.from, i));

/**
 * Real hours of a period in a zone.
 * | period, Europe/Rome | hours |
 * | 2026-03-29          |    23 |
 * | 2026-10-25          |    25 |
 * | week of 2026-03-23  |   167 |
 */
export const hoursOf = (period: Period, zone: string): number =>
  (startOfDay(period.until, zone).getTime() - startOfDay(period.from, zone).getTime()) / 3_600_000;

/** For people and file names: `2026-03-29`, `2026-W13`, `2026-03`, `2026-Q1`, `2026`. */
export function periodLabel(period: Period): string {
  const formats: Record<PeriodKind, string> = {
    day: "yyyy-MM-dd",
    week: "kkkk-'W'WW",
    month: "yyyy-MM",
    quarter: "yyyy-'Q'q",
    year: "yyyy",
  };
  return noon(period.from).toFormat(formats[period.kind]);
}
