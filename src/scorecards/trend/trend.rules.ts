import type { KpiDefinition } from "../../kpis/kpi-definition";
import { Decimal } from "../../shared/decimal";
import { groupBy } from "../../shared/group-by";
import { inOrder, median } from "../median.rules";

export type TrendDirection = "improving" | "worsening" | "steady" | "unknown";

/** A value at a step of time. */
export interface TrendPoint {
  readonly step: number;
  readonly value: string;
}

/** Fewer cannot be significant at 5 %, however they lie: four in a row still come by chance once in twelve times. */
const LEAST_POINTS = 5;

/** The square of 1.959964, beyond which a standard normal value lies once in twenty times; in millionths. */
const SQUARE_AT_5_PER_CENT = 3_841_459;
const MILLION = 1_000_000;

/**
 * Whether values move one way more than chance would: the test of Mann and Kendall at 5 %, two-sided, with the correction
 * for ties and for continuity (Mann 1945, Kendall 1975). It asks only which of two values is greater, so that neither
 * outliers nor the shape of the trend matter. Improving is up where the KPI is to grow, and down where it is to shrink.
 * | values           | KPI is to | direction |
 * | 1, 2, 3, 4, 5    | grow      | improving |
 * | 1, 2, 3, 4, 5    | shrink    | worsening |
 * | 1, 2, 3, 5, 4    | grow      | steady    |
 * | 1, 2, 3, 4       | grow      | unknown   |
 * Unknown, too, where the best lies in between.
 */
export function trendDirection(points: readonly TrendPoint[], goal: KpiDefinition["direction"]): TrendDirection {
  if (points.length < LEAST_POINTS || goal === "range") return "unknown";
  const rises = risesLessFalls(points);
  if (!isSignificant(rises, points)) return "steady";
  return rises > 0 === (goal === "maximise") ? "improving" : "worsening";
}

/** S: pairs that rise, less pairs that fall. */
const risesLessFalls = (points: readonly TrendPoint[]): number => {
  const values = points.map(({ value }) => new Decimal(value));
  return pairs(values).reduce((sum, [earlier, later]) => sum + later.cmp(earlier), 0);
};

/** (|S| − 1)² > 1.96² × variance, in whole numbers. */
function isSignificant(rises: number, points: readonly TrendPoint[]): boolean {
  const spread = (count: number): number => count * (count - 1) * (2 * count + 5);
  const tied = [...groupBy(points, ({ value }) => value).values()].map(({ length }) => spread(length));
  const eighteenVariances = spread(points.length) - tied.reduce((sum, one) => sum + one, 0);
  return rises !== 0 && (Math.abs(rises) - 1) ** 2 * 18 * MILLION > SQUARE_AT_5_PER_CENT * eighteenVariances;
}

/**
 * By how much the value changes with each step: the median of the slopes of all pairs of points (Theil 1950, Sen 1968);
 * one wild value does not bend it. Null with fewer than two points.
 * | values        | slope |
 * | 10, 12, 14    |     2 |
 * | 10, 12, 14, 0, 18 |  2 |
 * | 10, -, 14     |     2 |
 */
export function trendSlope(points: readonly TrendPoint[]): string | null {
  const exact = points.map(({ step, value }) => ({ step, value: new Decimal(value) }));
  const slopes = pairs(exact).map(([a, b]) => b.value.minus(a.value).div(b.step - a.step));
  return median(inOrder(slopes.map(String)));
}

/** Every two of a row, the earlier first. */
const pairs = <T>(all: readonly T[]): (readonly [T, T])[] =>
  all.flatMap((earlier, place) => all.slice(place + 1).map((later) => [earlier, later] as const));
