import { overlap } from "../shared/date-range";
import type { Dated } from "../shared/versions";
import type { RoleScope } from "./role.entity";

/** Where and as what somebody works. */
export interface Place {
  readonly contractId: string;
  readonly roleCode: string;
  readonly serviceId: string | null;
  readonly teamId: string | null;
}

export type Stint = Place & Dated;

const isSamePlace = (a: Place, b: Place): boolean =>
  a.contractId === b.contractId && a.roleCode === b.roleCode && a.serviceId === b.serviceId && a.teamId === b.teamId;

const meets = (a: Dated, b: Dated): boolean =>
  overlap({ from: a.validFrom, until: a.validUntil }, { from: b.validFrom, until: b.validUntil });

/**
 * Which position each stint written down is about, or null for a new one: at the same place with the same first day,
 * else at the same place with days in common. So a first day, too, can be corrected.
 */
export function matched<P extends Stint>(existing: readonly P[], wanted: readonly Stint[]): (P | null)[] {
  const taken = new Set<P>();
  const take = (fits: (one: P) => boolean): P | null => {
    const found = existing.find((one) => !taken.has(one) && fits(one)) ?? null;
    if (found) taken.add(found);
    return found;
  };
  const exact = wanted.map((stint) => take((one) => isSamePlace(one, stint) && one.validFrom === stint.validFrom));
  return wanted.map((stint, index) => exact[index] ?? take((one) => isSamePlace(one, stint) && meets(one, stint)));
}

/**
 * Whether two positions of one person claim the same work on the same days.
 * | role answers for | same work when                                   |
 * | own work         | same contract and role, and a service in common  |
 * | anything else    | the same place: one may lead several teams       |
 */
export function isSameWork(scope: RoleScope, a: Stint, b: Stint): boolean {
  if (!meets(a, b) || a.roleCode !== b.roleCode || a.contractId !== b.contractId) return false;
  if (scope !== "own") return isSamePlace(a, b);
  return a.serviceId === b.serviceId || a.serviceId === null || b.serviceId === null;
}
