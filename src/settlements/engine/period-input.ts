import type { KpiDefinition } from "../../kpis/kpi-definition";
import type { MeasuredFigure } from "../../kpis/figure.rules";
import type { Aims } from "../../objectives/objective-terms";
import type { Outcome } from "../../scorecards/objective-result.entity";
import type { Period } from "../../shared/period";

/** How one objective came out in a period, as the money is worked out from it. */
export interface ObjectiveInPeriod {
  readonly objectiveId: string;
  readonly code: string;
  /** What it is called, for people. */
  readonly name: string;
  readonly clause: string;
  readonly kpi: Pick<KpiDefinition, "code" | "unit" | "direction" | "precision">;
  readonly aims: Aims;
  /** Adjusted for exclusions. */
  readonly figure: MeasuredFigure;
  /** As it would be without exclusions; null: there were none. */
  readonly unadjusted: MeasuredFigure | null;
  /** Codes and reasons of what was excluded. */
  readonly exclusions: readonly { readonly code: string; readonly reason: string }[];
  readonly outcome: Outcome;
  /** Id and version of the objective result; null in a simulation. */
  readonly result: { readonly id: string; readonly version: number } | null;
}

/** One event that made several objectives fail. */
export interface IncidentInPeriod {
  readonly code: string;
  /** Codes of the objectives it breached. */
  readonly objectives: readonly string[];
  /** The one whose credit the client chose; null: not chosen yet, the largest stands. */
  readonly chosen: string | null;
}

/** A report that had to be corrected. */
export interface ReportError {
  /** Of the restatement, or of another record. */
  readonly reference: string;
  /** Days between the report and its correction. */
  readonly daysToCorrection: number;
}

/** Everything that the money of a period follows from, beside the terms and what was settled before. */
export interface PeriodInput {
  readonly period: Period;
  /** ISO 4217, of all amounts. */
  readonly currency: string;
  /** Minor units; what was charged, or the fee of the terms. */
  readonly fee: string;
  readonly objectives: readonly ObjectiveInPeriod[];
  readonly incidents: readonly IncidentInPeriod[];
  readonly reportErrors: readonly ReportError[];
}
