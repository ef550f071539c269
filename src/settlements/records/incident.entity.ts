import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/day";
import type { PeriodKind } from "../../shared/period";

/** One event that made several objectives fail in a period. */
@Entity("incident")
export class Incident {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  /** Unique within the contract. */
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) title!: string;
  @Column({ name: "period_kind", type: "text" }) periodKind!: PeriodKind;
  @Column({ name: "period_from", type: "date" }) periodFrom!: Day;
  @Column({ name: "period_until", type: "date" }) periodUntil!: Day;
  @Column({ name: "objective_ids", type: "uuid", array: true }) objectiveIds!: readonly string[];
  /** Where the evidence is; a reference, not the file. */
  @Column({ type: "text", nullable: true }) evidence!: string | null;
  @Column({ name: "recorded_by", type: "text" }) recordedBy!: string;
  @Column({ name: "recorded_by_name", type: "text" }) recordedByName!: string;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  /** The objective whose credit the client chose; null: not chosen yet, the largest stands. */
  @Column({ name: "chosen_objective_id", type: "uuid", nullable: true }) chosenObjectiveId!: string | null;
  @Column({ name: "chosen_by_name", type: "text", nullable: true }) chosenByName!: string | null;
  @Column({ name: "chosen_at", type: "timestamptz", nullable: true }) chosenAt!: Date | null;
}
