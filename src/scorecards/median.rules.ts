import { Decimal } from "../shared/decimal";
import { Wide } from "./scoring/exact-sum.rules";

/** From least to most. Equal as binary floats: compared exactly; floats never turn the order of decimals round. */
export const inOrder = (values: readonly string[]): string[] =>
  values
    .map((text) => ({ text, about: Number(text) }))
    .sort((a, b) => a.about - b.about || (a.text === b.text ? 0 : new Decimal(a.text).cmp(b.text)))
    .map(({ text }) => text);

/**
 * The value in the middle; of an even number, the mean of the two in the middle, exact. Null of none.
 * | values     | median |
 * | 1, 2, 3    |      2 |
 * | 1, 2, 3, 4 |    2.5 |
 */
export function median(sorted: readonly string[]): string | null {
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (lower === undefined || upper === undefined) return null;
  return lower === upper ? lower : new Wide(lower).plus(upper).div(2).toString();
}
