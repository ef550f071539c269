import { noon, type Day } from "../shared/day";
import type { PackageChart } from "./package-document";

export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const STEPS: Record<PackageChart["unit"], readonly number[]> = {
  share: [1, 2, 5, 10, 20, 25],
  seconds: [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200],
  count: [1, 2, 5],
  percent: [1, 2, 5, 10, 20, 25],
  rate: [0.1, 0.2, 0.5, 1, 2, 5],
  points: [0.1, 0.2, 0.5, 1, 2, 5, 10],
  money: [1, 2, 5],
};
/** About so many lines across a chart. */
const LINES = 5;

/**
 * Round bounds around what is shown, a whole number of steps apart; shares stay within 0 and 100, and only what falls
 * below 0 is shown there.
 * | values    | unit       | min | max | step |
 * | 47.7–87.2 | percentage |  40 |  90 |   10 |
 * | 86.2–99.5 | percentage |  85 | 100 |    5 |
 */
export function niceAxis(values: readonly number[], unit: PackageChart["unit"]): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = stepOf((high - low) / LINES, unit);
  const bottom = Math.floor(low / step) * step;
  const min = low < 0 ? bottom : Math.max(0, bottom);
  const top = Math.max(Math.ceil(high / step) * step, min + step);
  return { min, max: unit === "share" ? Math.max(Math.min(100, top), min + step) : top, step };
}

/** The smallest round step that is not below `least`; beyond the listed ones, ten times as large again and again. */
function stepOf(least: number, unit: PackageChart["unit"], scale = 1): number {
  const step = STEPS[unit].find((one) => one * scale >= least);
  return step === undefined ? stepOf(least, unit, scale * 10) : step * scale;
}

/** Labels of up to a month are its days, beyond that the firsts of months; empty text: no label. */
export function dayLabels(days: readonly Day[]): string[] {
  if (days.length <= 7) return days.map((day) => noon(day).toFormat("ccc d"));
  if (days.length <= 31) return days.map((day) => String(noon(day).day));
  return days.map((day) => (day.endsWith("-01") ? noon(day).toFormat("d LLL") : ""));
}
