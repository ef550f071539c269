import { Decimal } from "../../shared/decimal";

/** What so many draws came to: one in twenty lies below the low end, and one in twenty above the high end. */
export interface Spread {
  readonly p5: string;
  readonly p50: string;
  readonly p95: string;
  readonly mean: string;
}

/**
 * By nearest rank: the least amount that so large a part of all does not exceed. The mean is rounded half up to whole units.
 * | amounts             | p5 | p50 | p95 | mean |
 * | 1, 2, … 100         |  5 |  50 |  95 |   51 |
 * | 7                   |  7 |   7 |   7 |    7 |
 * Null of nothing.
 */
export function spreadOf(amounts: readonly string[]): Spread | null {
  if (amounts.length === 0) return null;
  const sorted = amounts.map((one) => new Decimal(one)).sort((a, b) => a.comparedTo(b));
  const at = (percent: number): string => sorted[Math.ceil((percent * sorted.length) / 100) - 1]!.toString();
  const mean = Decimal.sum(...sorted).div(sorted.length);
  return { p5: at(5), p50: at(50), p95: at(95), mean: mean.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toString() };
}
