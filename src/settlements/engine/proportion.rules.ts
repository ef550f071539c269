import { compare, floorOf, minus, over, rational, sumOf, times, ONE, type Rational } from "../../shared/rational";

export interface Part {
  /** Decides between equal remainders, so that the order of the parts changes nothing. */
  readonly key: string;
  readonly amount: Rational;
}

/**
 * Whole amounts in proportion that add up to the total exactly: each is cut to a whole one, and what is left goes by ones
 * to the largest remainders. No part gets more than it had, rounded up. Parts are above 0.
 * | parts         | total | whole     |
 * | 100, 100, 100 |   100 | 34, 33, 33 |
 * | 600, 400      |   500 | 300, 200  |
 * | 0.5, 0.5      |     1 | 1, 0      |
 */
export function inProportion(parts: readonly Part[], total: bigint): bigint[] {
  const sum = sumOf(parts.map(({ amount }) => amount));
  const factor = compare(sum, rational(total)) > 0 ? over(rational(total), sum) : ONE;
  const shares = parts.map(({ key, amount }, index) => {
    const exact = times(amount, factor);
    return { key, index, whole: floorOf(exact), rest: minus(exact, rational(floorOf(exact))) };
  });
  const left = total - shares.reduce((all, { whole }) => all + whole, 0n);
  const raised = [...shares]
    .filter(({ rest }) => rest.top > 0n)
    .sort((a, b) => compare(b.rest, a.rest) || (a.key < b.key ? -1 : 1))
    .slice(0, Number(left < 0n ? 0n : left));
  const isRaised = new Set(raised.map(({ index }) => index));
  return shares.map(({ whole, index }) => (isRaised.has(index) ? whole + 1n : whole));
}
