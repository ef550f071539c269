import { Decimal } from "../../../shared/decimal";
import { compare, decimalText, type Rational } from "../../../shared/rational";
import { exactTail } from "./exact-tail.rules";
import { floatTail } from "./float-tail.rules";
import type { Tail } from "./tail";
import { wideTail } from "./wide-tail.rules";

interface TailAnswer {
  /** Six significant digits. */
  readonly probability: string;
  readonly isAtMost: boolean;
}

/** Up to so many events the sum of fractions is quick. */
const EXACT_UP_TO = 2_000;

/**
 * P(as many misses or more), and whether it is at most alpha: decided as if computed exactly. Fractions for few events;
 * for many, binary floats whose error is bounded (about 2e-15 × events of the probability), then 80 digits where alpha
 * lies within that error, then fractions where it lies within theirs.
 */
export function binomialTail(tail: Tail, alpha: Rational): TailAnswer {
  if (tail.events <= EXACT_UP_TO) return fromExact(tail, alpha);
  const { probability, error } = floatTail(tail);
  const limit = Number(decimalText(alpha));
  // the limit itself is rounded to a float, by less than the error allows for
  if (Math.abs(probability - limit) > error + 1e-15 * limit)
    return { probability: sixDigits(new Decimal(probability)), isAtMost: probability < limit };
  const wide = wideTail(tail, alpha);
  if (wide.distance.abs().gt(wide.error))
    return { probability: sixDigits(wide.probability), isAtMost: wide.distance.isNegative() };
  return fromExact(tail, alpha);
}

/** P(as many misses or more), to six significant digits. */
export function tailProbability(tail: Tail): string {
  if (tail.events <= EXACT_UP_TO) return sixDigits(new Decimal(decimalText(exactTail(tail))));
  return sixDigits(new Decimal(floatTail(tail).probability));
}

function fromExact(tail: Tail, alpha: Rational): TailAnswer {
  const exact = exactTail(tail);
  return { probability: sixDigits(new Decimal(decimalText(exact))), isAtMost: compare(exact, alpha) <= 0 };
}

const sixDigits = (value: Decimal): string => value.toSignificantDigits(6).toFixed();
