import { Column, Entity, PrimaryColumn } from "typeorm";
import type { DisputeOutcome, DisputeState } from "../../disputes/dispute.entity";

/** The client holds lines of a settlement to be wrong; they are held until it is decided. */
@Entity("settlement_dispute")
export class SettlementDispute {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ name: "settlement_id", type: "uuid" }) settlementId!: string;
  @Column({ type: "text" }) state!: DisputeState;
  @Column({ type: "text" }) reason!: string;
  /** Principal or API key. */
  @Column({ name: "opened_by", type: "text" }) openedBy!: string;
  @Column({ name: "opened_by_name", type: "text" }) openedByName!: string;
  @Column({ name: "opened_at", type: "timestamptz" }) openedAt!: Date;
  @Column({ type: "text", nullable: true }) outcome!: DisputeOutcome | null;
  /** What its lines come to instead, in minor units, by number of line; null: not decided, or they stay. */
  @Column({ type: "jsonb", nullable: true }) decided!: Readonly<Record<string, string>> | null;
  @Column({ name: "decided_by_name", type: "text", nullable: true }) decidedByName!: string | null;
  @Column({ name: "decided_at", type: "timestamptz", nullable: true }) decidedAt!: Date | null;
  @Column({ name: "decision_reason", type: "text", nullable: true }) decisionReason!: string | null;
  /** The settlement that has the differences. */
  @Column({ name: "correction_id", type: "uuid", nullable: true }) correctionId!: string | null;
}
