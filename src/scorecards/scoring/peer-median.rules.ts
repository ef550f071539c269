import type { PeerMedian } from "../scorecard.entity";
import { inOrder, median } from "../median.rules";

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
