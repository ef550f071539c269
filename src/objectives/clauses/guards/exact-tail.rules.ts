import { rational, minus, ONE, over, ZERO, type Rational } from "../../../shared/rational";
import type { Tail } from "./tail";

/**
 * P(as many misses or more) as a fraction: Σ C(n, k) a^k c^(n−k) over bⁿ, where a/b is the miss rate and c = b − a.
 * | events | misses | miss rate | probability |
 * |      2 |      1 |       1/2 | 3/4         |
 * |      3 |      3 |       1/2 | 1/8         |
 * |      3 |      0 |       any | 1           |
 */
export function exactTail({ events, misses, missRate }: Tail): Rational {
  if (misses <= 0) return ONE;
  if (misses > events || missRate.top === 0n) return ZERO;
  const isUpperShorter = misses * 2 > events;
  const [kind, least] = isUpperShorter ? [missRate, misses] : [minus(ONE, missRate), events - misses + 1];
  const sum = over(rational(upperSum(events, least, kind)), rational(missRate.bottom ** BigInt(events)));
  return isUpperShorter ? sum : minus(ONE, sum);
}

/** Σ of C(n, k) a^k c^(n−k) from k = n down to `least`, each term from the one before. */
function upperSum(n: number, least: number, { top: a, bottom }: Rational): bigint {
  const c = bottom - a;
  if (a === 0n) return least <= 0 ? bottom ** BigInt(n) : 0n;
  let term = a ** BigInt(n);
  let sum = term;
  for (let k = n; k > least; k -= 1) {
    term = (term * BigInt(k) * c) / (BigInt(n - k + 1) * a);
    sum += term;
  }
  return sum;
}
