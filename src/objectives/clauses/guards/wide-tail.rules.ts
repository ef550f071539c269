import { Decimal } from "../../../shared/decimal";
import type { Rational } from "../../../shared/rational";
import type { Tail } from "./tail";

const Wide = Decimal.clone({ precision: 80, minE: -9e9, maxE: 9e9 });

interface WideTail {
  readonly probability: Decimal;
  /** From alpha; negative: below. */
  readonly distance: Decimal;
  readonly error: Decimal;
}

/** As `floatTail`, in decimals of 80 digits, for the rare case that the float's error leaves it open. */
export function wideTail({ events, misses, missRate }: Tail, alpha: Rational): WideTail {
  const [q, p] = [wide(missRate.top, missRate.bottom), wide(missRate.bottom - missRate.top, missRate.bottom)];
  let term = new Wide(1);
  for (let i = 1; i <= misses; i += 1)
    term = term
      .times(events - misses + i)
      .div(i)
      .times(q);
  for (let i = misses; i < events; i += 1) term = term.times(p);
  const probability = sumFrom(term, { events, misses, odds: q.div(p) });
  const error = probability.times(16 * (events + 16)).times("1e-79");
  return { probability, distance: probability.minus(wide(alpha.top, alpha.bottom)), error };
}

/** The first term and all after it, until they are too small to be seen. */
function sumFrom(first: Decimal, { events, misses, odds }: { events: number; misses: number; odds: Decimal }): Decimal {
  let [term, sum] = [first, first];
  for (let k = misses; k < events && term.gt(sum.times("1e-90")); k += 1) {
    term = term
      .times(events - k)
      .div(k + 1)
      .times(odds);
    sum = sum.plus(term);
  }
  return sum;
}

const wide = (top: bigint, bottom: bigint): Decimal => new Wide(top.toString()).div(bottom.toString());
