import type { SpanRule } from "../../contracts/amended-spans.rules";
import { spanShares } from "../../contracts/span-shares.rules";
import type { MeasuredFigure } from "../../kpis/figure.rules";
import { compare, decimalText, isZero, over, rational, sumOf, times, type Rational } from "../../shared/rational";

/** What was measured in a stretch of a period. */
export interface MeasuredStretch {
  readonly figure: MeasuredFigure;
  readonly rule: SpanRule;
  readonly days: number;
  /** Equal where KPI, dialect and parameters are: only then are sums added up. */
  readonly definition: string;
  /** Of a count or an amount, which grows with the days that are looked at; false for everything else. */
  readonly addsUp: boolean;
}

/**
 * The part of each stretch in the whole, by what its figure rests on or by its days (semantics §6). What adds up is
 * nothing but its own volume: its stretches weigh by days in any case. A stretch of which nothing is known has no part.
 */
export const sharesOf = (stretches: readonly MeasuredStretch[]): Rational[] =>
  spanShares(
    stretches.map(({ figure, rule, days, addsUp }) => ({
      rule: addsUp && rule !== null ? "by_time" : rule,
      days,
      volume: figure.numerator === null || figure.status === "NO_DATA" ? null : figure.sample,
    })),
  );

/**
 * One figure of stretches that were measured under terms of their own: Σ share × value; what adds up is added up. Exact:
 * a quotient of whole numbers stands above and below the line, unless the sums of stretches measured alike come to the
 * same.
 * | stretches            | shares | alike | numerator ÷ denominator | value |
 * | 240/300, 60/100      | volume | yes   | 300 ÷ 400               | 0.75  |
 * | 240/300, 60/100      | volume | no    | 3 ÷ 4                   | 0.75  |
 * | 240/300, 60/100      | 1/2 each | yes | 7 ÷ 10                  | 0.7   |
 */
export function combinedFigure(stretches: readonly MeasuredStretch[], minSample: number): MeasuredFigure {
  const shares = sharesOf(stretches);
  const known = stretches.flatMap((one, at) => {
    const value = ratioOf(one.figure);
    return value && !(isZero(shares[at]!) && !one.addsUp) ? [{ ...one, value, share: shares[at]! }] : [];
  });
  const sample = stretches.reduce((sum, { figure }) => sum + figure.sample, 0);
  const isPartial = stretches.some(({ figure }) => figure.status === "PARTIAL");
  if (known.length === 0) {
    const nothing = { numerator: null, denominator: null, sample, value: null };
    return { ...nothing, status: isPartial ? "PARTIAL" : "NO_DATA" };
  }
  const value = sumOf(known.map((one) => (one.addsUp ? one.value : times(one.share, one.value))));
  const sides = addedSides(known, value) ?? sidesOf(value, sample);
  const isThin = sample < minSample || known.some(({ figure }) => figure.status === "INSUFFICIENT_DATA");
  if (isThin) return { ...sides, sample, value: null, status: "INSUFFICIENT_DATA" };
  return { ...sides, sample, value: decimalText(value), status: isPartial ? "PARTIAL" : "OK" };
}

interface Sides {
  readonly numerator: string;
  readonly denominator: string | null;
}

/** Null where nothing is known, or nothing to divide by. */
function ratioOf({ numerator, denominator }: MeasuredFigure): Rational | null {
  if (numerator === null) return null;
  const bottom = rational(denominator ?? "1");
  return isZero(bottom) ? null : over(rational(numerator), bottom);
}

/** The sums of stretches that were measured alike, where they come to the value; null where they do not. */
function addedSides(known: readonly MeasuredStretch[], value: Rational): Sides | null {
  if (new Set(known.map(({ definition }) => definition)).size > 1) return null;
  const numerator = sumOf(known.map(({ figure }) => rational(figure.numerator ?? "0")));
  if (known.every(({ figure }) => figure.denominator === null))
    return compare(numerator, value) === 0 ? { numerator: decimalText(numerator), denominator: null } : null;
  const denominator = sumOf(known.map(({ figure }) => rational(figure.denominator ?? "0")));
  if (isZero(denominator) || compare(over(numerator, denominator), value) !== 0) return null;
  return { numerator: decimalText(numerator), denominator: decimalText(denominator) };
}

/** In lowest terms; never with the sample below the line, which would make a count of events of it. */
function sidesOf({ top, bottom }: Rational, sample: number): Sides {
  const factor = bottom === BigInt(sample) ? 2n : 1n;
  return { numerator: String(top * factor), denominator: String(bottom * factor) };
}
