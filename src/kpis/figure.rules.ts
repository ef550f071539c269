import type { Decimal as DecimalJs } from "decimal.js";
import { Decimal } from "../shared/decimal";

/** The sums of a formula, worked out. Null: nothing is known. A denominator of null: the formula has none. */
export interface FigureSums {
  readonly numerator: DecimalJs.Value | null;
  readonly denominator: DecimalJs.Value | null;
  /** How many facts it rests on; left out: the denominator, or the numerator where there is none. */
  readonly sample?: DecimalJs.Value | null;
  readonly hasDenominator: boolean;
  /** False while days of the period are still to be computed. */
  readonly isComplete: boolean;
  /** False where too little is known of what the figure requires besides. */
  readonly isSupported?: boolean;
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
  const { numerator, denominator, hasDenominator, isComplete, isSupported = true } = sums;
  const sample = sampleOf(sums);
  const known = { numerator: text(numerator), denominator: hasDenominator ? text(denominator) : null, sample };
  const isEmpty = numerator === null || (hasDenominator && (denominator === null || isZero(denominator)));
  if (isEmpty) return { ...known, value: null, status: isComplete ? "NO_DATA" : "PARTIAL" };
  if (sample < minSample || !isSupported) return { ...known, value: null, status: "INSUFFICIENT_DATA" };
  const value = hasDenominator ? new Decimal(numerator).div(denominator!) : new Decimal(numerator);
  return { ...known, value: value.toString(), status: isComplete ? "OK" : "PARTIAL" };
}

/** Largest whole number of GraphQL: enough is enough. */
const MOST = 2_147_483_647;

/** A whole number of facts, never below 0; parts of one do not count. */
function sampleOf({ sample, numerator, denominator, hasDenominator }: FigureSums): number {
  const rests = sample === undefined ? (hasDenominator ? denominator : numerator) : sample;
  if (rests == null) return 0;
  return Math.min(
    MOST,
    Math.max(0, Math.trunc(typeof rests === "number" ? rests : new Decimal(rests).trunc().toNumber())),
  );
}

const isZero = (sum: DecimalJs.Value): boolean => (typeof sum === "number" ? sum === 0 : new Decimal(sum).isZero());

/** A quotient within a side has as many digits as a value. */
function text(sum: DecimalJs.Value | null): string | null {
  if (sum === null) return null;
  if (Number.isSafeInteger(sum)) return String(sum);
  return new Decimal(sum).toSignificantDigits(Decimal.precision).toString();
}
