import type { DayRange } from "../shared/date-range";
import type { Day } from "../shared/day";
import { NIL_ID } from "../shared/ids";
import type { KpiAssignment } from "./kpi-assignment.entity";
import type { KpiSet } from "./kpi-set.entity";
import { weightsOf, type Weights } from "./weights.rules";

/** A role at a place, on the days it can be held there. */
export interface RolePost {
  readonly roleCode: string;
  readonly clientId: string;
  readonly contractId: string | null;
  readonly serviceId: string | null;
  readonly days: DayRange;
}

/** A set that asks for weights that total 100, where and since when they do not. */
export interface NotWhole {
  readonly post: RolePost;
  readonly set: KpiSet;
  readonly on: Day;
  readonly weights: Weights;
}

/**
 * Of each post, the first day on which its weights do not total 100 although its set asks for it. Looked at on every
 * day on which the set or what is assigned changes.
 */
export function notWhole(
  sets: readonly KpiSet[],
  assignments: readonly KpiAssignment[],
  posts: readonly RolePost[],
): NotWhole[] {
  return posts.flatMap((post) => {
    const [mySets, mine] = [sets.filter(reaches(post)), assignments.filter(reaches(post))];
    if (!mySets.some(({ weights }) => weights === "whole")) return [];
    for (const on of daysOfChange(post.days, [...mySets, ...mine])) {
      const weights = weightsOf(mySets, mine, post, on);
      if (!weights.areRight && weights.set) return [{ post, set: weights.set, on, weights }];
    }
    return [];
  });
}

type Placed = Pick<KpiSet, "roleCode" | "clientId" | "contractId" | "serviceId" | "validFrom" | "validUntil">;

const reaches =
  (post: RolePost) =>
  ({ roleCode, clientId, contractId, serviceId }: Placed): boolean =>
    roleCode === post.roleCode &&
    (clientId === NIL_ID || clientId === post.clientId) &&
    (contractId === null || contractId === post.contractId) &&
    (serviceId === null || serviceId === post.serviceId);

/** The first of the days, and each on which something begins or ends. */
function daysOfChange({ from, until }: DayRange, all: readonly Placed[]): Day[] {
  const changes = all.flatMap(({ validFrom, validUntil }) => [validFrom, validUntil]);
  const within = changes.filter((day): day is Day => day !== null && day > from && (until === null || day < until));
  return [...new Set([from, ...within])].sort();
}
