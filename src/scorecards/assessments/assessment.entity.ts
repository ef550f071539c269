import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/day";
import type { PeriodKind } from "../../shared/period";

/** On whose side an assessor is. */
export type Side = "ours" | "clients";

/** What somebody answered to the question of a qualitative objective for a period. Never changed. */
@Entity("assessment")
export class Assessment {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ name: "objective_id", type: "uuid" }) objectiveId!: string;
  @Column({ name: "period_kind", type: "text" }) periodKind!: PeriodKind;
  @Column({ name: "period_from", type: "date" }) periodFrom!: Day;
  @Column({ name: "period_until", type: "date" }) periodUntil!: Day;
  @Column({ type: "integer" }) points!: number;
  /** The scale that applied when it was made. */
  @Column({ name: "scale_from", type: "integer" }) scaleFrom!: number;
  @Column({ name: "scale_to", type: "integer" }) scaleTo!: number;
  @Column({ type: "text" }) side!: Side;
  /** Principal or API key. */
  @Column({ type: "text" }) assessor!: string;
  @Column({ name: "assessor_name", type: "text" }) assessorName!: string;
  @Column({ name: "assessor_person_id", type: "uuid", nullable: true }) assessorPersonId!: string | null;
  @Column({ type: "text", nullable: true }) note!: string | null;
  /** Where the evidence is; a reference, not the file. */
  @Column({ type: "text", nullable: true }) evidence!: string | null;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
  /** Null: it is in force, or another took its place. */
  @Column({ name: "withdrawn_by", type: "text", nullable: true }) withdrawnBy!: string | null;
  @Column({ name: "withdrawal_reason", type: "text", nullable: true }) withdrawalReason!: string | null;
}
