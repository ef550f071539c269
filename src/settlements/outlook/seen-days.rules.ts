import type { Ratio } from "../../kpis/target.rules";
import { noon, type Day } from "../../shared/day";
import { weekdayMeans, type DayVolume } from "./expected-volume.rules";
import type { SeenDay } from "./projection.rules";

/** Sums of a formula over one day. */
export interface SeenFigure {
  readonly day: Day;
  readonly numerator: number;
  /** Null: the formula has none, or nothing came. */
  readonly denominator: number | null;
}

/** What a formula counts on a day: its denominator, or the amount itself where it has none. */
export const volumeOf = ({ day, numerator, denominator }: SeenFigure, hasDenominator: boolean): DayVolume => ({
  day,
  volume: hasDenominator ? (denominator ?? 0) : numerator,
});

/** All sums together; null where nothing came. */
export function rateOf(seen: readonly SeenFigure[], hasDenominator: boolean): Ratio | null {
  const numerator = seen.reduce((sum, one) => sum + one.numerator, 0);
  const denominator = seen.reduce((sum, one) => sum + (one.denominator ?? 0), 0);
  if (!hasDenominator) return { numerator: String(numerator), denominator: null };
  return denominator > 0 ? { numerator: String(numerator), denominator: String(denominator) } : null;
}

/**
 * What each day brought, and what it would have brought as days do: of a ratio the rate of all days, of a plain amount the
 * mean of its weekday.
 */
export function seenDays(seen: readonly SeenFigure[], hasDenominator: boolean): SeenDay[] {
  const rate = rateOf(seen, hasDenominator);
  if (rate === null) return [];
  if (!hasDenominator) return plainDays(seen);
  const perUnit = Number(rate.numerator) / Number(rate.denominator);
  return seen
    .filter(({ denominator }) => denominator !== null && denominator > 0)
    .map(({ numerator, denominator }) => ({
      amount: numerator,
      expected: perUnit * denominator!,
      weight: denominator!,
    }));
}

function plainDays(seen: readonly SeenFigure[]): SeenDay[] {
  const first = seen.findIndex(({ numerator }) => numerator !== 0);
  const counting = first < 0 ? [] : seen.slice(first);
  const means = weekdayMeans(counting.map((one) => volumeOf(one, false)));
  return counting.map(({ day, numerator }) => ({
    amount: numerator,
    expected: means.get(noon(day).weekday) ?? 0,
    weight: 1,
  }));
}
