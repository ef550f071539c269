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
  narrowest(applying(sets, holder, on))[0] ?? null;

/** What a role answers for on a day: of each KPI, the assignments of the narrowest place that has it. */
export function assignmentsInForce(assignments: readonly KpiAssignment[], holder: Holder, on: Day): KpiAssignment[] {
  const byKpi = groupBy(applying(assignments, holder, on), (one) => one.kpiCode);
  return [...byKpi.values()].flatMap(narrowest);
}

/** Those that reach a holder on the day. */
const applying = <T extends Placed>(all: readonly T[], { roleCode, serviceId }: Holder, on: Day): T[] =>
  all.filter(
    (one) =>
      one.roleCode === roleCode &&
      (one.serviceId === null || one.serviceId === serviceId) &&
      contains({ from: one.validFrom, until: one.validUntil }, on),
  );

function narrowest<T extends Placed>(all: readonly T[]): T[] {
  const least = Math.max(...all.map(narrowness));
  return all.filter((one) => narrowness(one) === least);
}

function narrowness({ clientId, contractId, serviceId }: Placed): number {
  if (serviceId !== null) return 3;
  if (contractId !== null) return 2;
  return clientId === NIL_ID ? 0 : 1;
}
