import type { KpiFamily, KpiInUse } from "../kpis/kpi-definition";
import { addDays, daysBetween, noon, type Day } from "../shared/day";
import type { Period } from "../shared/period";
import type { Stream } from "../shared/stream";

/** Words of the page, in English. Days are local days; ranges name their last day, as people do. */

/** `12 Oct` */
export const shortDay = (day: Day): string => noon(day).toFormat("d LLL");

/** `12 October 2026` */
export const longDay = (day: Day): string => noon(day).toFormat("d LLLL yyyy");

/** `Mon 12 Oct` */
export const weekday = (day: Day): string => noon(day).toFormat("ccc d LLL");

/**
 * | period     | title          | short    | span                       |
 * | 2026-10    | October 2026   | Oct 2026 | 1–31 October 2026          |
 * | 2026-W44   | Week 44, 2026  | W44 2026 | 26 October – 1 November 2026 |
 * | 2026-Q3    | Q3 2026        | Q3 2026  | 1 July – 30 September 2026 |
 */
export const periodTitle = ({ kind, from }: Period): string =>
  noon(from).toFormat(
    { day: "d LLLL yyyy", week: "'Week' W, kkkk", month: "LLLL yyyy", quarter: "'Q'q yyyy", year: "yyyy" }[kind],
  );

export const periodShort = ({ kind, from }: Period): string =>
  noon(from).toFormat({ day: "d LLL", week: "'W'W kkkk", month: "LLL yyyy", quarter: "'Q'q yyyy", year: "yyyy" }[kind]);

export const periodSpan = ({ from, until }: Period): string => span(from, addDays(until, -1));

function span(first: Day, last: Day): string {
  if (first === last) return longDay(first);
  if (first.slice(0, 7) === last.slice(0, 7)) return `${noon(first).day}–${longDay(last)}`;
  return `${noon(first).toFormat(first.slice(0, 4) === last.slice(0, 4) ? "d LLLL" : "d LLLL yyyy")} – ${longDay(last)}`;
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

export const count = (of: number): string => of.toLocaleString("en");

/** `1 row`, `2,000 rows` */
export const counted = (of: number, one: string, many = `${one}s`): string => `${count(of)} ${of === 1 ? one : many}`;

/** Headings of KPIs that tell about the same thing, in the order in which they are read. */
export const FAMILIES: Readonly<Record<KpiFamily, string>> = {
  efficiency: "Speed and handling",
  quality: "Quality and satisfaction",
  demand: "Demand and backlog",
  workforce: "Time and staffing",
  cost: "Cost",
  people: "People",
};

/** Facts of a stream, in the plural. */
export const STREAM_WORDS: Readonly<Record<Stream, string>> = {
  contact: "contacts",
  survey: "surveys",
  case: "cases",
  case_event: "updates of cases",
  evaluation: "evaluations",
  calibration: "calibrations",
  work_time: "working times",
  forecast: "forecasts of intervals",
  volume: "volumes of intervals",
  headcount: "headcounts",
  cost: "costs",
  complaint: "complaints",
  employee_survey: "employees' answers",
};

/** `within 20 s, short abandons to 5 s`; parameters without words of their own keep their names. */
export const parameterText = ({ parameters }: Pick<KpiInUse, "parameters">): string =>
  Object.entries(parameters)
    .map(([name, value]) => (PARAMETERS[name] ?? ((plain: number) => `${name} ${plain}`))(value))
    .join(", ");

const PARAMETERS: Readonly<Record<string, (value: number) => string>> = {
  thresholdSeconds: (value) => `within ${value} s`,
  shortAbandonSeconds: (value) => `short abandons to ${value} s`,
  repeatDays: (value) => `no repeat within ${counted(value, "day")}`,
  topBoxes: (value) => `top ${counted(value, "answer")}`,
  ageDays: (value) => `${counted(value, "day")} old or older`,
  passMark: (value) => `pass mark ${value} %`,
  minEvaluations: (value) => `at least ${counted(value, "evaluation")}`,
  minCoveragePercent: (value) => `causes of at least ${value} % known`,
  tolerancePoints: (value) => `within ± ${counted(value, "point")}`,
  bottomBoxes: (value) => `bottom ${counted(value, "answer")}`,
};

/** Misses made against those the target allows: `404 too many`, `178 to spare`, `none to spare`. */
export function missesText(made: number | null, allowed: number | null): string {
  if (made === null || allowed === null) return "";
  const left = allowed - made;
  return left < 0 ? `${count(-left)} too many` : left === 0 ? "none to spare" : `${count(left)} to spare`;
}
