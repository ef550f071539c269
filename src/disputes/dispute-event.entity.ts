import { Column, Entity, PrimaryColumn } from "typeorm";
import type { DisputeState } from "./dispute.entity";

export const DISPUTE_STEPS = ["opened", "evidence_added", "review_begun", "decided", "closed", "withdrawn"] as const;
export type DisputeStep = (typeof DISPUTE_STEPS)[number];

/** One step of a dispute. Never changed. */
@Entity("dispute_event")
export class DisputeEvent {
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
