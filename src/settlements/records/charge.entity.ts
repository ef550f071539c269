import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/day";
import type { PeriodKind } from "../../shared/period";

/** What was really charged for a period, instead of the fee of the terms. */
@Entity("charge")
export class Charge {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ name: "period_kind", type: "text" }) periodKind!: PeriodKind;
  @Column({ name: "period_from", type: "date" }) periodFrom!: Day;
  @Column({ name: "period_until", type: "date" }) periodUntil!: Day;
  /** Minor units. */
  @Column({ type: "numeric" }) amount!: string;
  /** Number of the invoice. */
  @Column({ type: "text", nullable: true }) reference!: string | null;
  @Column({ type: "text", nullable: true }) note!: string | null;
  @Column({ name: "recorded_by", type: "text" }) recordedBy!: string;
  @Column({ name: "recorded_by_name", type: "text" }) recordedByName!: string;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
}
