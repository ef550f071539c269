import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ExclusionState, Side } from "./exclusion.rules";

export type ExclusionStep = "requested" | "approved" | "refused" | "withdrawn" | "revoked";

/** One step of an exclusion, by one party. Never changed. */
@Entity("exclusion_event")
export class ExclusionEvent {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ name: "exclusion_id", type: "uuid" }) exclusionId!: string;
  @PrimaryColumn({ type: "integer" }) ordinal!: number;
  @Column({ type: "timestamptz" }) at!: Date;
  @Column({ type: "text" }) actor!: string;
  @Column({ name: "actor_name", type: "text" }) actorName!: string;
  @Column({ type: "text" }) side!: Side;
  @Column({ type: "text" }) step!: ExclusionStep;
  /** The state it led to. */
  @Column({ type: "text" }) state!: ExclusionState;
  @Column({ type: "text", nullable: true }) note!: string | null;
}
