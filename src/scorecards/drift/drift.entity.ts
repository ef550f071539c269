import { Column, Entity, PrimaryColumn } from "typeorm";
import type { SubjectKind } from "../../kpis/kpi-definition";
import type { Day } from "../../shared/day";
import type { PeriodKind } from "../../shared/period";
import type { ResultDifference } from "./result-difference";

/** What a final scorecard or objective result would be by what is known now. Replaced whenever it is looked at again. */
@Entity("drift")
export class Drift {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ name: "subject_kind", type: "text" }) subjectKind!: SubjectKind | "objective";
  @Column({ name: "subject_id", type: "uuid" }) subjectId!: string;
  @Column({ name: "service_id", type: "uuid", nullable: true }) serviceId!: string | null;
  @Column({ name: "team_id", type: "uuid", nullable: true }) teamId!: string | null;
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ name: "role_code", type: "text", nullable: true }) roleCode!: string | null;
  @Column({ name: "period_kind", type: "text" }) periodKind!: PeriodKind;
  @Column({ name: "period_from", type: "date" }) periodFrom!: Day;
  @Column({ name: "period_until", type: "date" }) periodUntil!: Day;
  /** The version in force; null: there is none yet. */
  @Column({ name: "result_id", type: "uuid", nullable: true }) resultId!: string | null;
  @Column({ name: "result_version", type: "integer", nullable: true }) resultVersion!: number | null;
  @Column({ type: "jsonb" }) difference!: ResultDifference;
  /** Definitions as they were believed then decide. */
  @Column({ name: "believed_at", type: "timestamptz" }) believedAt!: Date;
  /** Since when the version in force holds. */
  @Column({ type: "timestamptz" }) since!: Date;
  /** When this very difference was seen first. */
  @Column({ name: "noticed_at", type: "timestamptz" }) noticedAt!: Date;
}
