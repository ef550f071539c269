import { HOUSE_KPI_SET } from "../../assignments/house-kpi-set.rules";
import { kpiSetInForce } from "../../assignments/in-force.rules";
import type { KpiSet } from "../../assignments/kpi-set.entity";
import type { Day } from "../../shared/day";
import type { ScoringTerms } from "./composite.rules";

const HOUSE_TERMS: ScoringTerms = { kpiSet: null, ...HOUSE_KPI_SET };

/** Whose terms: those of a role, on a service or none in particular. */
interface Holder {
  readonly roleCode: string | null;
  readonly serviceId: string | null;
}

/**
 * How the items of a subject make a score on a day: as the KPI set of its role says; without a role or a set, by the
 * house's levels, with weights rescaled.
 */
export function scoringTerms(sets: readonly KpiSet[], { roleCode, serviceId }: Holder, on: Day): ScoringTerms {
  const set = roleCode === null ? null : kpiSetInForce(sets, { roleCode, serviceId }, on);
  if (set === null) return HOUSE_TERMS;
  const { id, version, weights, levels, anonymousUnder } = set;
  return { kpiSet: { id, version }, weights, levels, anonymousUnder };
}
