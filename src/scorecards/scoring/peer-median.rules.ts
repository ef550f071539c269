import { Decimal } from "../../shared/decimal";
import type { PeerMedian } from "../scorecard.entity";
import { Wide } from "./exact-sum.rules";

/** From least to most. Equal as binary floats: compared exactly; floats never turn the order of decimals round. */
export const inOrder = (values: readonly string[]): string[] =>
  values
    .map((text) => ({ text, about: Number(text) }))
    .sort((a, b) => a.about - b.about || (a.text === b.text ? 0 : new Decimal(a.text).cmp(b.text)))
    .map(({ text }) => text);

/**
 * The value in the middle; of an even number, the mean of the two in the middle, exact. Null of none.
 * | values     | median |
 * | 3, 1, 2    |      2 |
 * | 4, 1, 2, 3 |    2.5 |
 */
export function median(sorted: readonly string[]): string | null {
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (lower === undefined || upper === undefined) return null;
  return lower === upper ? lower : new Wide(lower).plus(upper).div(2).toString();
}

/**
 * For each of some values, in their order, the median of the others; null for one alone.
 * | values  | medians of the others |
 * | 1, 2, 4 | 3, 2.5, 1.5           |
 */
export function mediansOfOthers(values: readonly string[]): (PeerMedian | null)[] {
  if (values.length < 2) return values.map(() => null);
  const sorted = inOrder(values);
  const known = new Map<string, PeerMedian>();
  return values.map((own) => {
    const found = known.get(own) ?? { median: medianWithout(sorted, sorted.indexOf(own)), of: sorted.length - 1 };
    known.set(own, found);
    return found;
  });
}

/** Taking out one on the left of the middle moves the middle to the right, and the other way round. */
function medianWithout(sorted: readonly string[], taken: number): string {
  const rest = sorted.length - 1;
  const around = [(rest - 1) >> 1, rest >> 1].map((place) => sorted[place < taken ? place : place + 1]!);
  return median(around)!;
}
