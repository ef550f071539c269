import type { SpanRule } from "../contracts/amended-spans.rules";
import type { BelievedAmendment } from "../contracts/amendment.lookups";
import type { Baseline } from "../kpis/baseline";
import type { Gate, OnMissing, ScoringScheme } from "../assignments/scoring-scheme";
import type { KpiInUse } from "../kpis/kpi-definition";
import type { Day } from "../shared/day";
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
  /** The version that governs the last day. */
  readonly inForce: ObjectiveInForce;
  readonly subject: Subject;
  readonly item: PlannedItem;
  /** The days that are judged; more than one where the contract was amended within them. */
  readonly stretches: readonly PlannedStretch[];
}

/** Days `[from, until)` that an objective is judged by under one version. */
export interface PlannedStretch {
  readonly from: Day;
  readonly until: Day;
  /** How it counts beside those before it. */
  readonly rule: SpanRule;
  readonly amendment: BelievedAmendment | null;
  readonly inForce: ObjectiveInForce;
  /** As the objective's, by this version; without a least sample where the whole is held to one. */
  readonly item: PlannedItem;
}
