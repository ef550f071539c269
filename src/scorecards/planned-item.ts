import type { Baseline } from "../kpis/baseline";
import type { Gate, OnMissing, ScoringScheme } from "../assignments/scoring-scheme";
import type { KpiInUse } from "../kpis/kpi-definition";
import type { ItemDays } from "./accounts.rules";
import type { ItemOrigin, TargetSource } from "./scorecard.entity";
import type { ScoringTerms } from "./scoring/composite.rules";
import type { Subject } from "./subject.rules";
import type { ObjectiveInForce } from "./target-choice.rules";

/** One KPI to be computed for a subject, and what it is held against. */
export interface PlannedItem {
  readonly kpi: KpiInUse;
  readonly origin: ItemOrigin;
  readonly minSample: number;
  readonly weight: string;
  readonly target: string | null;
  readonly targetSource: TargetSource | null;
  readonly baseline: Baseline | null;
  readonly scheme: ScoringScheme;
  readonly gate: Gate | null;
  readonly onMissing: OnMissing;
  /** Days of the subject on which the KPI was in use, assigned or promised. */
  readonly days: ItemDays;
}

export interface PlannedCard {
  readonly subject: Subject;
  /** How its items become a score. */
  readonly terms: ScoringTerms;
  readonly items: readonly PlannedItem[];
}

export interface PlannedObjective {
  readonly inForce: ObjectiveInForce;
  readonly subject: Subject;
  readonly item: PlannedItem;
}
