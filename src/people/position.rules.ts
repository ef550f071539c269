import type { Dated } from "../shared/versions";
import type { RoleScope } from "./role.entity";
import { matchedBy, meets } from "./same-one.rules";

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

/** Which position each stint written down is about, or null for a new one. */
export const matched = <P extends Stint>(existing: readonly P[], wanted: readonly Stint[]): (P | null)[] =>
  matchedBy<Stint, P>(isSamePlace, existing, wanted);

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
