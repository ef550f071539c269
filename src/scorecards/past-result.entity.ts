import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Json } from "../shared/canonical-hash";
import type { Day } from "../shared/day";
import type { PeriodKind } from "../shared/period";

/** What a provisional scorecard or objective result said on `[recordedAt, supersededAt)`, before it changed or went. */
@Entity("past_result")
export class PastResult {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ type: "text" }) result!: "scorecard" | "objective_result";
  @PrimaryColumn({ name: "row_id", type: "uuid" }) rowId!: string;
  @Column({ name: "subject_id", type: "uuid" }) subjectId!: string;
  @Column({ name: "period_kind", type: "text" }) periodKind!: PeriodKind;
  @Column({ name: "period_from", type: "date" }) periodFrom!: Day;
  @PrimaryColumn({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz" }) supersededAt!: Date;
  /** The whole row, by the names of its columns. */
  @Column({ type: "jsonb" }) document!: Json;
}
