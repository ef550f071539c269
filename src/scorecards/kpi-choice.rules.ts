import type { KpiAssignment } from "../assignments/kpi-assignment.entity";
import type { KpiUse } from "../contracts/kpi-use.entity";
import { contains, type DayRange } from "../shared/date-range";
import { laterOf, type Day } from "../shared/day";
import { groupBy } from "../shared/group-by";
import { NIL_ID } from "../shared/ids";

interface Dated {
  readonly validFrom: Day;
  readonly validUntil: Day | null;
}

export const daysOfVersion = (one: Dated): DayRange => ({ from: one.validFrom, until: one.validUntil });

export const inForce = <T extends Dated>(all: readonly T[], on: Day): T[] =>
  all.filter((one) => contains(daysOfVersion(one), on));

/** All days on which some version of one definition was in force: an amended target does not cut its figures in two. */
export function lineage(versions: readonly Dated[]): DayRange {
  const [first, ...others] = versions.map(daysOfVersion);
  if (!first) throw new Error("A definition without a version.");
  return others.reduce(
    (all, one) => ({
      from: all.from < one.from ? all.from : one.from,
      until: all.until && one.until ? laterOf(all.until, one.until) : null,
    }),
    first,
  );
}

/**
 * KPIs in use on a day for a service (null: the contract as a whole). What the service has for a KPI takes the place
 * of everything the contract has for it.
 */
export function usesInForce(uses: readonly KpiUse[], serviceId: string | null, on: Day): KpiUse[] {
  const reach = (one: KpiUse): number | null => {
    if (one.serviceId === null) return 0;
    return one.serviceId === serviceId ? 1 : null;
  };
  return nearestOfEachKpi(inForce(uses, on), reach);
}

/**
 * What a role answers for on a day. For each KPI the narrowest scope that has it wins: the service, then the contract,
 * then the client, then the whole house.
 */
export function assignmentsInForce(
  assignments: readonly KpiAssignment[],
  holder: { readonly roleCode: string; readonly serviceId: string | null },
  on: Day,
): KpiAssignment[] {
  const reach = (one: KpiAssignment): number | null => {
    if (one.serviceId !== null) return one.serviceId === holder.serviceId ? 3 : null;
    if (one.contractId !== null) return 2;
    return one.clientId === NIL_ID ? 0 : 1;
  };
  const ofRole = assignments.filter((one) => one.roleCode === holder.roleCode);
  return nearestOfEachKpi(inForce(ofRole, on), reach);
}

/** Of each KPI, those with the highest reach; `null` reaches nothing. */
function nearestOfEachKpi<T extends { readonly kpiCode: string }>(
  all: readonly T[],
  reach: (one: T) => number | null,
): T[] {
  const reaching = all.filter((one) => reach(one) !== null);
  return [...groupBy(reaching, (one) => one.kpiCode).values()].flatMap((group) => {
    const best = Math.max(...group.map((one) => reach(one)!));
    return group.filter((one) => reach(one) === best);
  });
}
