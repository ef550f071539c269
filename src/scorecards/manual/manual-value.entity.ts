import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Parameters, SubjectKind } from "../../kpis/kpi-definition";
import type { Day } from "../../shared/day";
import type { PeriodKind } from "../../shared/period";

/** A value that somebody entered for one KPI of one subject in one period. Never changed; the latest is in force. */
@Entity("manual_value")
export class ManualValue {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ name: "subject_kind", type: "text" }) subjectKind!: SubjectKind;
  @Column({ name: "subject_id", type: "uuid" }) subjectId!: string;
  /** Where the subject belongs, for those who may see it. */
  @Column({ name: "service_id", type: "uuid", nullable: true }) serviceId!: string | null;
  @Column({ name: "team_id", type: "uuid", nullable: true }) teamId!: string | null;
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ name: "kpi_code", type: "text" }) kpiCode!: string;
  @Column({ type: "text" }) dialect!: string;
  @Column({ type: "jsonb" }) parameters!: Parameters;
  @Column({ name: "period_kind", type: "text" }) periodKind!: PeriodKind;
  @Column({ name: "period_from", type: "date" }) periodFrom!: Day;
  @Column({ name: "period_until", type: "date" }) periodUntil!: Day;
  /** Exact, in the KPI's unit: a share is 0 to 1, money in minor units. */
  @Column({ type: "numeric" }) value!: string;
  @Column({ type: "numeric", nullable: true }) numerator!: string | null;
  @Column({ type: "numeric", nullable: true }) denominator!: string | null;
  /** How many facts its author says it rests on; 0: nobody said. */
  @Column({ type: "integer" }) sample!: number;
  @Column({ type: "text" }) author!: string;
  @Column({ name: "author_name", type: "text" }) authorName!: string;
  @Column({ type: "text" }) reason!: string;
  /** Where the evidence is; a reference, not the file. */
  @Column({ type: "text", nullable: true }) attachment!: string | null;
  /** The dispute whose decision it is. */
  @Column({ name: "dispute_id", type: "uuid", nullable: true }) disputeId!: string | null;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
  /** Null: it is in force, or another took its place. */
  @Column({ name: "withdrawn_by", type: "text", nullable: true }) withdrawnBy!: string | null;
  @Column({ name: "withdrawal_reason", type: "text", nullable: true }) withdrawalReason!: string | null;
}
