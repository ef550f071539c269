import { Decimal } from "../shared/decimal";
import type { Language } from "./kpi-definition";

/** Decimal mark and the mark between groups of three digits. */
const MARKS: Readonly<Record<Language, readonly [decimal: string, group: string]>> = {
  en: [".", ","],
  it: [",", "."],
  hr: [",", "."],
  zh: [".", ","],
};

/** Half up: away from zero where it is a tie above it, towards zero below it. */
export const rounded = (value: Decimal, precision: number): Decimal =>
  value.toDecimalPlaces(precision, value.isNegative() ? Decimal.ROUND_HALF_DOWN : Decimal.ROUND_HALF_UP);

/** A number with the marks of the language: `12,345.60`, `12.345,60`. */
export function number(value: Decimal, precision: number, language: Language): string {
  const [whole = "", fraction] = rounded(value.abs(), precision).toFixed(precision).split(".");
  const [mark, group] = MARKS[language];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const sign = value.isNegative() && !rounded(value, precision).isZero() ? "−" : "";
  return `${sign}${grouped}${fraction === undefined ? "" : mark + fraction}`;
}
