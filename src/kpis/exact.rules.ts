import { Decimal } from "../shared/decimal";
import type { Ratio } from "./target.rules";

/** Wide enough for sums and products of everything that is stored; only the last division is rounded. */
export const Exact = Decimal.clone({ precision: 2_000 });

/** An exact quotient of two decimals; `bottom` is above 0. */
export interface Fraction {
  readonly top: Decimal;
  readonly bottom: Decimal;
}

/** Null without a denominator to divide by. */
export function fractionOf({ numerator, denominator }: Ratio): Fraction | null {
  const bottom = new Exact(denominator ?? 1);
  if (bottom.isZero()) return null;
  return { top: bottom.isNegative() ? new Exact(numerator).negated() : new Exact(numerator), bottom: bottom.abs() };
}

/** Negative: the value is below the bound. Nothing is rounded. */
export const compare = ({ top, bottom }: Fraction, bound: string): number =>
  top.comparedTo(new Exact(bound).times(bottom));

/** The one division: to 34 digits, half up. The better fraction never rounds to less. */
export const quotient = (top: Decimal, bottom: Decimal): string => new Decimal(top).div(new Decimal(bottom)).toString();
