import { Column, Entity, PrimaryColumn } from "typeorm";
import type { KpiInUse, SubjectKind } from "../kpis/kpi-definition";
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

export interface ScorecardItem extends KpiResult {
  readonly weight: string;
  readonly target: string | null;
  readonly targetSource: TargetSource | null;
  readonly isMet: boolean | null;
  /** 0 to 100; null when there is nothing to score. */
  readonly score: string | null;
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
  @Column({ name: "computed_at", type: "timestamptz" }) computedAt!: Date;
}
