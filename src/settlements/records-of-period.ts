import type { Day } from "../shared/day";
import type { PeriodKind } from "../shared/period";
import type { IncidentInPeriod, ReportError } from "./engine/period-input";

/** What was recorded of a period besides its results. */
export interface OfPeriod {
  readonly periodKind: PeriodKind;
  readonly periodFrom: Day;
}

export type ChargeOfPeriod = OfPeriod & { readonly id: string; readonly amount: string };
export type IncidentOfPeriod = OfPeriod & IncidentInPeriod;
/** `said`: when it was restated, and why, for people: `2026-02-21, "Calls came late"`. */
export type ErrorOfPeriod = OfPeriod & ReportError & { readonly said: string };
