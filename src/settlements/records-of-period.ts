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
export type ErrorOfPeriod = OfPeriod & ReportError;
