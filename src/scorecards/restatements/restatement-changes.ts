import type { SubjectKind } from "../../kpis/kpi-definition";
import type { Day } from "../../shared/day";
import type { PeriodKind } from "../../shared/period";
import type { ResultDifference } from "../drift/result-difference";

/** One scorecard or objective result with what it was and what it becomes. */
export interface ChangedResult extends ResultDifference {
  readonly subjectKind: SubjectKind | "objective";
  readonly subjectId: string;
  /** Whose results a person may see. */
  readonly personId: string | null;
  /** Role of a position, or of a person's whole. */
  readonly roleCode: string | null;
  readonly teamId: string | null;
  readonly serviceId: string | null;
  /** The version that was in force; null: there was none. */
  readonly formerVersion: number | null;
}

/** A period whose figures count the same days. */
export interface OtherPeriod {
  readonly kind: PeriodKind;
  readonly from: Day;
}

/** What follows from a restatement beyond the figures themselves. */
export interface Consequences {
  readonly outcomesChanged: number;
  readonly ranksChanged: number;
  /** Review packages that were compiled with the old figures. */
  readonly packageIds: readonly string[];
  /** Other closed periods with the same days that would still change. */
  readonly stillDrifting: readonly OtherPeriod[];
}
