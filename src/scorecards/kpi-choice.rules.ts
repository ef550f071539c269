import type { KpiUse } from "../contracts/kpi-use.entity";
import { contains, type DayRange } from "../shared/date-range";
import { laterOf, type Day } from "../shared/day";
import { groupBy } from "../shared/group-by";

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
  const reaching = inForce(uses, on).filter((one) => one.serviceId === null || one.serviceId === serviceId);
  return [...groupBy(reaching, (one) => one.kpiCode).values()].flatMap((ofKpi) => {
    const ofService = ofKpi.filter((one) => one.serviceId !== null);
    return ofService.length > 0 ? ofService : ofKpi;
  });
}
