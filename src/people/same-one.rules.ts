import { overlap } from "../shared/date-range";
import type { Dated } from "../shared/versions";

export const meets = (a: Dated, b: Dated): boolean =>
  overlap({ from: a.validFrom, until: a.validUntil }, { from: b.validFrom, until: b.validUntil });

/**
 * Which of the existing each one written down is about, or null for a new one: at the same place with the same first day,
 * else at the same place with days in common. So a first day, too, can be corrected, and documents need no ids.
 */
export function matchedBy<W extends Dated, P extends W>(
  isSamePlace: (a: W, b: W) => boolean,
  existing: readonly P[],
  wanted: readonly W[],
): (P | null)[] {
  const taken = new Set<P>();
  const take = (fits: (one: P) => boolean): P | null => {
    const found = existing.find((one) => !taken.has(one) && fits(one)) ?? null;
    if (found) taken.add(found);
    return found;
  };
  const exact = wanted.map((stint) => take((one) => isSamePlace(one, stint) && one.validFrom === stint.validFrom));
  return wanted.map((stint, index) => exact[index] ?? take((one) => isSamePlace(one, stint) && meets(one, stint)));
}
