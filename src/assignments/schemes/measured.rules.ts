import type { KpiUnit } from "../../kpis/kpi-definition";
import type { Ratio } from "../../kpis/target.rules";
import { Decimal } from "../../shared/decimal";

/** A KPI's value with what a scheme needs to know of it. Target and value are in the KPI's unit. */
export interface Measured {
  readonly direction: "maximise" | "minimise" | "range";
  readonly unit: KpiUnit;
  readonly value: Ratio;
  readonly target: string | null;
}

/** What a scheme says of a value. */
export interface SchemeScore {
  /** 0 to 200, 100 is what was asked for; rounded once, to 34 digits. Null: the scheme cannot say. */
  readonly score: string | null;
  /** Name of the level reached, of schemes with levels. */
  readonly level: string | null;
  /** Whether the goal was reached; null where there is none. */
  readonly isMet: boolean | null;
}

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

/** The one division of a score: to 34 digits, half up. The better fraction never rounds to less. */
export const quotient = (top: Decimal, bottom: Decimal): string => new Decimal(top).div(new Decimal(bottom)).toString();

/** The height at a value of the straight line through two points, as one exact quotient. */
export function onLine(value: Fraction, from: Point, until: Point): string {
  const width = new Exact(until.value).minus(from.value);
  const walked = value.top.minus(new Exact(from.value).times(value.bottom));
  const rise = new Exact(until.score).minus(from.score);
  return quotient(
    new Exact(from.score).times(width).times(value.bottom).plus(walked.times(rise)),
    width.times(value.bottom),
  );
}

export interface Point {
  readonly value: string;
  readonly score: string;
}
