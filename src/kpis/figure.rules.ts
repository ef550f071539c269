import { Decimal } from "../shared/decimal";

/** The two sums of a formula. Null: no daily measures at all. A denominator of null: the formula has none. */
export interface FigureSums {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly hasDenominator: boolean;
  /** False while days of the period are still to be computed. */
  readonly isComplete: boolean;
}

/** What is known of a figure. Numbers are exact decimals in text. */
export interface MeasuredFigure {
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** How many facts it rests on: the denominator, or the value of a count. */
  readonly sample: number;
  /** Unrounded (34 digits); null when the status says why. */
  readonly value: string | null;
  readonly status: "OK" | "PARTIAL" | "INSUFFICIENT_DATA" | "NO_DATA";
}

/**
 * Numerator ÷ denominator of sums, divided once (semantics R1, R2, R12).
 * | numerator | denominator | complete | least sample | value   | status            |
 * |       860 |       1,060 | yes      |            0 | 0.8113… | OK                |
 * |       860 |       1,060 | no       |            0 | 0.8113… | PARTIAL           |
 * |        10 |          12 | yes      |           30 | null    | INSUFFICIENT_DATA |
 * |         0 |           0 | yes      |            0 | null    | NO_DATA           |
 * |        12 | none        | yes      |            0 | 12      | OK                |
 */
export function evaluate(sums: FigureSums, minSample = 0): MeasuredFigure {
  const { numerator, denominator, hasDenominator, isComplete } = sums;
  const sample = (hasDenominator ? denominator : numerator) ?? 0;
  const known = { numerator: text(numerator), denominator: hasDenominator ? text(denominator) : null, sample };
  const isEmpty = numerator === null || (hasDenominator && sample === 0);
  if (isEmpty) return { ...known, value: null, status: isComplete ? "NO_DATA" : "PARTIAL" };
  if (sample < minSample) return { ...known, value: null, status: "INSUFFICIENT_DATA" };
  const value = hasDenominator ? new Decimal(numerator).div(sample) : new Decimal(numerator);
  return { ...known, value: value.toString(), status: isComplete ? "OK" : "PARTIAL" };
}

const text = (sum: number | null): string | null => (sum === null ? null : new Decimal(sum).toString());
