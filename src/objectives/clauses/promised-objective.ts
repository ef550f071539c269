import { findKpi } from "../../kpis/catalogue/kpis";
import type { Dialect, KpiDefinition } from "../../kpis/kpi-definition";
import type { PeriodKind } from "../../shared/period";
import type { Dated } from "../../shared/versions";
import type { Aims } from "../objective-terms";

/** Single events with those that missed among them; misses alone; or no events at all. */
export type CountedEvents = "shares" | "misses" | "none";

/** What clauses need to know of an objective, as one of its versions says it. */
export interface PromisedObjective {
  readonly code: string;
  readonly kpi: Pick<KpiDefinition, "code" | "unit" | "direction">;
  readonly aims: Pick<Aims, "target" | "minimum" | "expected">;
  readonly measuredBy: PeriodKind;
  readonly counts: CountedEvents;
}

/** An objective as one of its versions says it, and the days for which it does. */
export type DatedPromise = PromisedObjective & Dated;

/** An objective's version as a row says it. */
export interface PromiseRow extends Dated {
  readonly code: string;
  readonly kpiCode: string;
  readonly dialect: string | null;
  readonly target: string;
  readonly minimum: string | null;
  readonly expected: string | null;
  readonly measuredBy: PeriodKind;
}

/** What rows promise; those of a KPI that the catalogue no longer has are left out. */
export const promisesOf = (versions: readonly PromiseRow[]): DatedPromise[] =>
  versions.flatMap(({ code, kpiCode, dialect, target, minimum, expected, measuredBy, validFrom, validUntil }) => {
    const kpi = findKpi(kpiCode);
    if (!kpi) return [];
    const promise = promisedObjective({ code, kpi, dialect, measuredBy, aims: { target, minimum, expected } });
    return [{ ...promise, validFrom, validUntil }];
  });

/** How an objective is known before it is told to the clauses. */
export interface ToPromise extends Omit<PromisedObjective, "kpi" | "counts"> {
  readonly kpi: KpiDefinition;
  readonly dialect: string | null;
}

export function promisedObjective({ kpi, dialect, ...rest }: ToPromise): PromisedObjective {
  const { code, unit, direction } = kpi;
  const inUse = kpi.dialects.find((one) => one.code === (dialect ?? kpi.defaultDialect));
  return { ...rest, kpi: { code, unit, direction }, counts: inUse ? countedEvents(kpi, inUse) : "none" };
}

/**
 * What a KPI counts. Shares of seconds, of points or of people who reach a mark are no shares of events.
 * | KPI                             | counts |
 * | service level                   | shares |
 * | occupancy, a share of seconds   | none   |
 * | complaints, as few as possible  | misses |
 * | average handle time             | none   |
 */
function countedEvents({ unit, direction }: KpiDefinition, dialect: Dialect): CountedEvents {
  if (dialect.percentile || dialect.people || direction === "range") return "none";
  if (unit === "share")
    return dialect.denominator !== null && !dialect.sample && !("worth" in dialect) ? "shares" : "none";
  return unit === "count" && dialect.denominator === null && direction === "minimise" ? "misses" : "none";
}
