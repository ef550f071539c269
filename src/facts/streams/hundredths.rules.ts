import { Decimal } from "../../shared/decimal";
import type { Objection } from "./declared-stream";

/** More than any service has; the sum of many stays exact. */
const MOST = 1_000_000_000;

/**
 * Hundredths of a decimal with at most two decimals, as text: `"12.5"` is `"1250"`. Null stays null.
 */
export const hundredths = (said: string | null): string | null =>
  said === null ? null : new Decimal(said).times(100).toFixed(0);

/** What is wrong with the first of some amounts that are not within 0 and a thousand million. */
export function outOfRange<F extends string>(said: Readonly<Partial<Record<F, string | null>>>): Objection<F> | null {
  for (const [about, value] of Object.entries(said) as [F, string | null][]) {
    if (value === null) continue;
    const amount = new Decimal(value);
    if (amount.isNegative() && !amount.isZero())
      return { about, code: "OUT_OF_RANGE", reason: `${value} is less than nothing. Correct it in the source system.` };
    if (amount.gt(MOST))
      return { about, code: "OUT_OF_RANGE", reason: `${value} is more than ${MOST}. Is the unit another?` };
  }
  return null;
}
