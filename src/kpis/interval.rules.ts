import { Decimal } from "../shared/decimal";

export interface Interval {
  readonly lower: string;
  readonly upper: string;
}

/** A share with what it rests on. */
export interface SampledShare {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly sample: number;
}

/** The interval of a share by its sample, also where something else was divided by (points, weights, seconds). */
export function shareInterval({ value, numerator, denominator, sample }: SampledShare): Interval | null {
  if (denominator === String(sample)) return wilsonInterval(numerator, denominator);
  const share = new Decimal(value);
  return share.lt(0) || share.gt(1) ? null : wilsonInterval(share.times(sample).toString(), sample);
}

/** 97.5 % point of the standard normal distribution. */
const Z = new Decimal("1.959963984540054");

/**
 * Wilson's 95 % interval of a share: (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), unrounded, within 0 and 1.
 * | numerator | n   | lower  | upper  |
 * |        81 | 263 | 0.2553 | 0.3662 |  (Newcombe 1998, table I)
 * |        15 | 148 | 0.0624 | 0.1605 |
 * |         0 |  20 | 0      | 0.1611 |
 * |         1 |  29 | 0.0061 | 0.1718 |
 * Null without a sample.
 */
export function wilsonInterval(numerator: string | number, n: string | number): Interval | null {
  const size = new Decimal(n);
  if (size.lte(0)) return null;
  const share = new Decimal(numerator).div(size);
  const zz = Z.times(Z).div(size);
  const centre = share.plus(zz.div(2));
  const spread = Z.times(share.times(new Decimal(1).minus(share)).div(size).plus(zz.div(size).div(4)).sqrt());
  const scale = new Decimal(1).plus(zz);
  // at 0 and 1 the limit is exact, where the root would leave a last digit
  const lower = share.isZero() ? share : centre.minus(spread).div(scale);
  const upper = share.eq(1) ? share : centre.plus(spread).div(scale);
  return { lower: lower.toString(), upper: upper.toString() };
}
