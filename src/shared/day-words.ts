import type { DayRange } from "./date-range";
import { addDays, daysBetween, noon, type Day } from "./day";
import type { Period } from "./period";

/** Days and periods as people write them, in English. Days are local days; ranges name their last day, as people do. */

const written = (day: Day, format: string): string => noon(day).toFormat(format, { locale: "en" });

/** `12 Oct` */
export const shortDay = (day: Day): string => written(day, "d LLL");

/** `12 October 2026` */
export const longDay = (day: Day): string => written(day, "d LLLL yyyy");

/** `Mon 12 Oct` */
export const weekday = (day: Day): string => written(day, "ccc d LLL");

/**
 * | period     | title          | short    | span                       |
 * | 2026-10    | October 2026   | Oct 2026 | 1–31 October 2026          |
 * | 2026-W44   | Week 44, 2026  | W44 2026 | 26 October – 1 November 2026 |
 * | 2026-Q3    | Q3 2026        | Q3 2026  | 1 July – 30 September 2026 |
 */
export const periodTitle = ({ kind, from }: Period): string =>
  written(
    from,
    { day: "d LLLL yyyy", week: "'Week' W, kkkk", month: "LLLL yyyy", quarter: "'Q'q yyyy", year: "yyyy" }[kind],
  );

export const periodShort = ({ kind, from }: Period): string =>
  written(from, { day: "d LLL", week: "'W'W kkkk", month: "LLL yyyy", quarter: "'Q'q yyyy", year: "yyyy" }[kind]);

export const periodSpan = ({ from, until }: Period): string => span(from, addDays(until, -1));

/** `1–8 October 2026`, `from 9 October 2026`. */
export const rangeSpan = ({ from, until }: DayRange): string =>
  until === null ? `from ${longDay(from)}` : span(from, addDays(until, -1));

function span(first: Day, last: Day): string {
  if (first === last) return longDay(first);
  if (first.slice(0, 7) === last.slice(0, 7)) return `${noon(first).day}–${longDay(last)}`;
  return `${written(first, first.slice(0, 4) === last.slice(0, 4) ? "d LLLL" : "d LLLL yyyy")} – ${longDay(last)}`;
}

/** Days in a row are written as one: `3–5 Oct, 12 Oct, 30 Oct – 2 Nov`. */
export function dayList(days: readonly Day[]): string {
  const runs: [Day, Day][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && daysBetween(run[1], day) === 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs.map(runText).join(", ");
}

function runText([first, last]: [Day, Day]): string {
  if (first === last) return shortDay(first);
  const isOneMonth = first.slice(0, 7) === last.slice(0, 7);
  return isOneMonth ? `${noon(first).day}–${shortDay(last)}` : `${shortDay(first)} – ${shortDay(last)}`;
}
