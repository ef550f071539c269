import type { Outcome } from "../scorecards/objective-result.entity";
import type { Day } from "../shared/day";
import type { PeriodKind } from "../shared/period";

/** Final figures that were corrected after the forum had seen them: one restatement. */
export interface PackageCorrection {
  readonly period: { readonly kind: PeriodKind; readonly from: Day; readonly until: Day; readonly label: string };
  /** In UTC. */
  readonly appliedAt: string;
  readonly reason: string;
  /** Where the evidence is; a reference. */
  readonly evidence: string | null;
  readonly proposedBy: string;
  /** Who consented for the client; null where the contract did not ask for it. */
  readonly consentedBy: string | null;
  /** Of objectives, contract, services and teams, in this order. */
  readonly figures: readonly PackageCorrectedFigure[];
  /** How many scorecards of single people changed. */
  readonly people: number;
}

export interface PackageCorrectedFigure {
  /** Name of the objective, contract, service or team. */
  readonly subject: string;
  /** Name of the KPI. */
  readonly kpi: string;
  /** For people: `81.1 %`, `–`. */
  readonly before: string;
  readonly after: string;
  /** Of an objective; null for scorecards. */
  readonly outcomeBefore: Outcome | null;
  readonly outcomeAfter: Outcome | null;
}
