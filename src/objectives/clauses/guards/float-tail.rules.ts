import { decimalText, minus, ONE } from "../../../shared/rational";
import type { Tail } from "./tail";

/** Half the distance between 1 and the next float: what one operation rounds at most, relatively. */
const UNIT = 2 ** -53;
/** Roundings per event, with room: four for a factor of the first term, five for a step of the sum, one for adding. */
const ROUNDINGS = 16;
const [LARGE, SMALL] = [2 ** 600, 2 ** -600];

/**
 * P(as many misses or more) in binary floats, with a bound of its error: every term is a product of at most n positive
 * factors, and sums of positive terms lose no digits, so the relative error is below 16 n × 2⁻⁵³.
 */
export function floatTail({ events, misses, missRate }: Tail): {
  readonly probability: number;
  readonly error: number;
} {
  const [q, p] = [Number(decimalText(missRate)), Number(decimalText(minus(ONE, missRate)))];
  if (misses <= 0 || p === 0) return { probability: misses <= events ? 1 : 0, error: 0 };
  if (misses > events || q === 0) return { probability: 0, error: 0 };
  const isAboveMean = misses > events * q;
  const part = isAboveMean
    ? upperPart(events, misses, { q, p })
    : upperPart(events, events - misses + 1, { q: p, p: q });
  const error = ROUNDINGS * (events + 16) * UNIT * part;
  return { probability: isAboveMean ? part : 1 - part, error: isAboveMean ? error : error + UNIT };
}

interface Rates {
  readonly q: number;
  readonly p: number;
}

/** Σ of C(n, k) q^k p^(n−k) for k ≥ least. */
function upperPart(n: number, least: number, rates: Rates): number {
  const { mantissa, exponent } = term(n, least, rates);
  const odds = rates.q / rates.p;
  let [step, sum] = [1, 1];
  for (let k = least; k < n && step > 1e-290; k += 1) {
    step *= ((n - k) / (k + 1)) * odds;
    sum += step;
  }
  return mantissa * sum * 2 ** exponent;
}

/** C(n, k) q^k p^(n−k) as mantissa × 2^exponent, so that nothing underflows on the way. */
function term(n: number, k: number, { q, p }: Rates): { mantissa: number; exponent: number } {
  let [mantissa, exponent] = [1, 0];
  const take = (factor: number): void => {
    mantissa *= factor;
    if (mantissa > LARGE) [mantissa, exponent] = [mantissa / LARGE, exponent + 600];
    else if (mantissa < SMALL) [mantissa, exponent] = [mantissa / SMALL, exponent - 600];
  };
  for (let i = 1; i <= k; i += 1) take(((n - k + i) / i) * q);
  for (let i = k; i < n; i += 1) take(p);
  return { mantissa, exponent };
}
