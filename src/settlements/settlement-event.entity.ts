import { Column, Entity, PrimaryColumn } from "typeorm";
import type { SettlementState } from "./settlement.entity";

export const SETTLEMENT_STEPS = ["issued", "agreed", "disputed", "dispute_ended", "invoiced"] as const;
export type SettlementStep = (typeof SETTLEMENT_STEPS)[number];

/** One step of a settlement. Never changed. */
@Entity("settlement_event")
export class SettlementEvent {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ name: "settlement_id", type: "uuid" }) settlementId!: string;
  @PrimaryColumn({ type: "integer" }) ordinal!: number;
  @Column({ type: "timestamptz" }) at!: Date;
  @Column({ type: "text" }) actor!: string;
  @Column({ name: "actor_name", type: "text" }) actorName!: string;
  @Column({ type: "text" }) step!: SettlementStep;
  /** The state it led to. */
  @Column({ type: "text" }) state!: SettlementState;
  @Column({ type: "text", nullable: true }) note!: string | null;
}
