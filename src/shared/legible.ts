import { Decimal } from "./decimal";

const MOST_DECIMALS = 12;
const MOST_DIGITS = 18;

/**
 * An exact number as explanations write it: whole, but for digits that nobody reads. What was cut is marked; whoever
 * wants all of it finds it in the fields that are exact.
 * | exact                              | legible               |
 * | 0.625                              | 0.625                 |
 * | 0.33333333333333333333333333333333 | 0.333333333333…       |
 * | 123456789012345678901234           | ≈ 1.23456789012 × 10^23 |
 */
export function legible(exact: string): string {
  const [whole = "", decimals = ""] = exact.split(".");
  if (whole.replace("-", "").length > MOST_DIGITS) return inPowers(exact);
  return decimals.length > MOST_DECIMALS ? `${whole}.${decimals.slice(0, MOST_DECIMALS)}…` : exact;
}

function inPowers(exact: string): string {
  const [digits = "", exponent = ""] = new Decimal(exact)
    .toExponential(MOST_DECIMALS - 1, Decimal.ROUND_DOWN)
    .split("e+");
  return `≈ ${digits} × 10^${exponent}`;
}
