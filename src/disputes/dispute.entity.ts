import { Column, Entity, PrimaryColumn } from "typeorm";
import type { MeasuredFigure } from "../kpis/figure.rules";
import type { Parameters, SubjectKind } from "../kpis/kpi-definition";
import type { Day } from "../shared/day";
import type { PeriodKind } from "../shared/period";

export const DISPUTE_STATES = ["open", "evidence", "review", "decided", "closed", "withdrawn"] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

/** It was right; in part; it was not. */
export type DisputeOutcome = "upheld" | "partly" | "rejected";

/** Of an item: the figure as it stood. */
export interface DisputedFigure extends MeasuredFigure {
  readonly kind: "figure";
}

/** Of an evaluation: its points, in millionths. Null: none were given. */
export interface DisputedPoints {
  readonly kind: "points";
  readonly earned: number | null;
  readonly applicable: number | null;
  readonly autoFailed: boolean;
}

export type DisputedValue = DisputedFigure | DisputedPoints;

/** Somebody holds a figure on a scorecard, or an evaluation, to be wrong. */
@Entity("dispute")
export class Dispute {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ type: "text" }) about!: "item" | "evaluation";
  /** Whose result it is: of an evaluation the person's, or the service's where it judges nobody. */
  @Column({ name: "subject_kind", type: "text" }) subjectKind!: SubjectKind;
  @Column({ name: "subject_id", type: "uuid" }) subjectId!: string;
  @Column({ name: "service_id", type: "uuid", nullable: true }) serviceId!: string | null;
  @Column({ name: "team_id", type: "uuid", nullable: true }) teamId!: string | null;
  /** The person concerned. */
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ name: "kpi_code", type: "text", nullable: true }) kpiCode!: string | null;
  @Column({ type: "text", nullable: true }) dialect!: string | null;
  @Column({ type: "jsonb", nullable: true }) parameters!: Parameters | null;
  @Column({ name: "period_kind", type: "text", nullable: true }) periodKind!: PeriodKind | null;
  @Column({ name: "period_from", type: "date", nullable: true }) periodFrom!: Day | null;
  @Column({ name: "period_until", type: "date", nullable: true }) periodUntil!: Day | null;
  @Column({ type: "text", nullable: true }) source!: string | null;
  @Column({ name: "external_id", type: "text", nullable: true }) externalId!: string | null;
  @Column({ name: "evaluator_id", type: "uuid", nullable: true }) evaluatorId!: string | null;
  @Column({ type: "text" }) state!: DisputeState;
  @Column({ type: "text" }) reason!: string;
  /** As it stood when the dispute was opened. */
  @Column({ type: "jsonb" }) original!: DisputedValue;
  @Column({ type: "text", nullable: true }) outcome!: DisputeOutcome | null;
  /** Null: not decided, or what was there stays. */
  @Column({ type: "jsonb", nullable: true }) decided!: DisputedValue | null;
  /** Principal or API key. */
  @Column({ name: "opened_by", type: "text" }) openedBy!: string;
  @Column({ name: "opened_by_name", type: "text" }) openedByName!: string;
  @Column({ name: "opened_by_person_id", type: "uuid", nullable: true }) openedByPersonId!: string | null;
  @Column({ name: "opened_at", type: "timestamptz" }) openedAt!: Date;
  @Column({ name: "decided_by_name", type: "text", nullable: true }) decidedByName!: string | null;
  @Column({ name: "decided_at", type: "timestamptz", nullable: true }) decidedAt!: Date | null;
  @Column({ name: "decision_reason", type: "text", nullable: true }) decisionReason!: string | null;
}
