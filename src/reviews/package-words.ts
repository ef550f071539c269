import type { KpiFamily, KpiInUse } from "../kpis/kpi-definition";
import type { Stream } from "../shared/stream";

/** Words of the page, in English. */

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
