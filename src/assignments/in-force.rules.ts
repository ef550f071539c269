import { contains } from "../shared/date-range";
import type { Day } from "../shared/day";
import { groupBy } from "../shared/group-by";
import { NIL_ID } from "../shared/ids";
import type { Dated } from "../shared/versions";
import type { KpiAssignment } from "./kpi-assignment.entity";
import type { KpiSet } from "./kpi-set.entity";

/** Somebody in a role, or the role itself, on a service (null: on none in particular). */
export interface Holder {
  readonly roleCode: string;
  readonly serviceId: string | null;
}

/** Where a definition holds, for which role, on which days. */
type Placed = Pick<KpiSet, "clientId" | "contractId" | "serviceId" | "roleCode"> & Dated;

/**
 * The set that applies to a holder on a day: of the service, else of the contract, else of the client, else of the
 * house; null where none does (`HOUSE_KPI_SET` then counts). Of the holder's own contract and client only.
 */
export const kpiSetInForce = (sets: readonly KpiSet[], holder: Holder, on: Day): KpiSet | null =>
  nearest(sets, holder, on)[0] ?? null;

/** What a role answers for on a day: of each KPI, the assignments of the narrowest place that has it. */
export function assignmentsInForce(assignments: readonly KpiAssignment[], holder: Holder, on: Day): KpiAssignment[] {
  const byKpi = groupBy(assignments, (one) => one.kpiCode);
  return [...byKpi.values()].flatMap((group) => nearest(group, holder, on));
}

/** Those that apply on the day at the narrowest place. */
function nearest<T extends Placed>(all: readonly T[], holder: Holder, on: Day): T[] {
  const reaching = all.filter(
    (one) =>
      one.roleCode === holder.roleCode &&
      (one.serviceId === null || one.serviceId === holder.serviceId) &&
      contains({ from: one.validFrom, until: one.validUntil }, on),
  );
  const narrowest = Math.max(...reaching.map(narrowness));
  return reaching.filter((one) => narrowness(one) === narrowest);
}

function narrowness({ clientId, contractId, serviceId }: Placed): number {
  if (serviceId !== null) return 3;
  if (contractId !== null) return 2;
  return clientId === NIL_ID ? 0 : 1;
}
