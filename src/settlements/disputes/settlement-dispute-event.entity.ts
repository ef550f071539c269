import { Column, Entity, PrimaryColumn } from "typeorm";
import type { DisputeState } from "../../disputes/dispute.entity";
import type { DisputeStep } from "../../disputes/dispute-event.entity";

/** One step of a dispute about lines. Never changed. */
@Entity("settlement_dispute_event")
export class SettlementDisputeEvent {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ name: "dispute_id", type: "uuid" }) disputeId!: string;
  @PrimaryColumn({ type: "integer" }) ordinal!: number;
  @Column({ type: "timestamptz" }) at!: Date;
  @Column({ type: "text" }) actor!: string;
  @Column({ name: "actor_name", type: "text" }) actorName!: string;
  @Column({ type: "text" }) step!: DisputeStep;
  /** The state it led to. */
  @Column({ type: "text" }) state!: DisputeState;
  @Column({ type: "text", nullable: true }) note!: string | null;
  /** Where the evidence is; a reference, not the file. */
  @Column({ type: "text", nullable: true }) evidence!: string | null;
}
