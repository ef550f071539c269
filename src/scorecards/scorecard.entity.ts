import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Baseline } from "../kpis/baseline";
import type { Gate, OnMissing, ScoringScheme } from "../assignments/scoring-scheme";
import type { KpiInUse, SubjectKind } from "../kpis/kpi-definition";
import type { MeasuredFigure } from "../kpis/figure.rules";
import type { Day } from "../shared/day";
import type { PeriodKind } from "../shared/period";

/** OK; PARTIAL: days of the period are still to be computed; below the minimum sample; nothing to judge. */
export type FigureStatus = "OK" | "PARTIAL" | "INSUFFICIENT_DATA" | "NO_DATA";

/** The result of one KPI for one subject and period. Numbers are exact decimals in text. */
export interface KpiResult extends KpiInUse {
  readonly kpiVersion: number;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** How many facts the value rests on: the denominator of a share or mean, the value of a count. */
  readonly sample: number;
  /** Unrounded; null when the status says why. */
  readonly value: string | null;
  readonly status: FigureStatus;
}

/** Where a target comes from: an objective of the contract, the KPI assignment of a role, or nowhere. */
export interface TargetSource {
  readonly kind: "objective" | "assignment";
  readonly id: string;
  readonly version: number;
  /** Document and section of the contract, for objectives. */
  readonly clause: string | null;
}

/** The definition by which a subject answers for a KPI. */
export interface ItemOrigin {
  readonly kind: "use" | "assignment" | "objective";
  readonly id: string;
  readonly version: number;
}

/** What was done about an item without a figure of its own; null: it has one, or weighs nothing. */
export type MissingTreatment = "renormalised" | "zero" | "failed" | "carried";

/** The median of the others' values with the same KPI, role and team (or service), the subject's own left out. */
export interface PeerMedian {
  readonly median: string;
  /** How many others there are. */
  readonly of: number;
}

/** A value that somebody entered instead of the measured one (semantics R19). */
export interface ManualMark {
  /** Of the row that holds author, reason and attachment. */
  readonly id: string;
  readonly author: string;
  readonly reason: string;
  /** Where the evidence is; a reference, not the file. */
  readonly attachment: string | null;
  /** ISO instant. */
  readonly enteredAt: string;
  readonly measured: MeasuredFigure;
}

export interface ScorecardItem extends KpiResult {
  readonly origin: ItemOrigin;
  readonly minSample: number;
  readonly weight: string;
  readonly target: string | null;
  readonly targetSource: TargetSource | null;
  /** What a relative target was worked out from. */
  readonly baseline: Baseline | null;
  readonly isMet: boolean | null;
  readonly scheme: ScoringScheme;
  readonly gate: Gate | null;
  readonly onMissing: OnMissing;
  readonly missing: MissingTreatment | null;
  /** The figure of the period before that was judged instead of the missing one. */
  readonly carried: MeasuredFigure | null;
  /** 0 to 200, where 100 is what was asked for; null when there is nothing to score. */
  readonly score: string | null;
  /** Name of the level of a scheme with named levels. */
  readonly level: string | null;
  readonly peers: PeerMedian | null;
  readonly manual: ManualMark | null;
}

/** A range of scores with a name and a colour. */
export interface ScoreLevel {
  readonly name: string;
  readonly colour: string;
}

/** How items became a score. */
export interface Composition {
  /** The KPI set that applied; null: weights are rescaled, levels are the house's. */
  readonly kpiSet: { readonly id: string; readonly version: number } | null;
  readonly weights: "whole" | "rescaled";
  readonly totalWeight: string;
  /** Why there is no score although items have some. */
  readonly unscored: "weights_not_whole" | null;
  /** KPIs whose gate was missed, and the score before that. */
  readonly closedGates: readonly string[];
  readonly beforeGates: string | null;
  /** Peers are shown without names, and no median, where fewer than this are compared. */
  readonly anonymousUnder: number;
}

/** A version of a position whose work counts. */
export interface PositionVersion {
  readonly id: string;
  readonly version: number;
}

/** What a reader must know before believing the figures. */
export interface DataQuality {
  readonly days: number;
  readonly daysWithoutData: number;
  readonly rowsRejected: number;
}

/** The KPI results of one subject in one period. */
@Entity("scorecard")
export class Scorecard {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ name: "subject_kind", type: "text" }) subjectKind!: SubjectKind;
  @Column({ name: "subject_id", type: "uuid" }) subjectId!: string;
  @Column({ name: "service_id", type: "uuid", nullable: true }) serviceId!: string | null;
  @Column({ name: "team_id", type: "uuid", nullable: true }) teamId!: string | null;
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ name: "role_code", type: "text", nullable: true }) roleCode!: string | null;
  @Column({ name: "period_kind", type: "text" }) periodKind!: PeriodKind;
  @Column({ name: "period_from", type: "date" }) periodFrom!: Day;
  @Column({ name: "period_until", type: "date" }) periodUntil!: Day;
  @Column({ type: "integer" }) version!: number;
  @Column({ type: "text" }) state!: "provisional" | "final" | "restated";
  @Column({ type: "numeric", nullable: true }) score!: string | null;
  @Column({ type: "integer", nullable: true }) rank!: number | null;
  @Column({ name: "ranked_of", type: "integer", nullable: true }) rankedOf!: number | null;
  @Column({ type: "jsonb" }) items!: readonly ScorecardItem[];
  @Column({ name: "data_quality", type: "jsonb" }) dataQuality!: DataQuality;
  @Column({ type: "jsonb", nullable: true }) level!: ScoreLevel | null;
  @Column({ type: "jsonb" }) composition!: Composition;
  @Column({ type: "jsonb", default: [] }) positions!: readonly PositionVersion[];
  /** When it was last computed, with whatever result. */
  @Column({ name: "computed_at", type: "timestamptz" }) computedAt!: Date;
  /** Since when this very result has been believed. */
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  /** When it stopped following the facts; null while provisional. */
  @Column({ name: "final_at", type: "timestamptz", nullable: true }) finalAt!: Date | null;
}
