import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

export const OUTCOMES = ["answered", "abandoned", "flow_out", "callback", "breakout"] as const;
/** How a contact left the queue. */
export type Outcome = (typeof OUTCOMES)[number];

/** One call, chat or message that a customer offered to a service. A later copy replaces the earlier. */
@Entity("contact")
export class Contact {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) source!: string;
  @PrimaryColumn({ name: "external_id", type: "text" }) externalId!: string;
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  @Column({ type: "text" }) channel!: string;
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ name: "customer_ref", type: "text", nullable: true }) customerRef!: string | null;
  @Column({ type: "text", nullable: true }) reason!: string | null;
  @Column({ type: "text" }) outcome!: Outcome;
  @Column({ name: "offered_at", type: "timestamptz" }) offeredAt!: Date;
  @Column({ name: "answered_at", type: "timestamptz", nullable: true }) answeredAt!: Date | null;
  @Column({ name: "ended_at", type: "timestamptz", nullable: true }) endedAt!: Date | null;
  /** To the answer, or to leaving the queue without one. */
  @Column({ name: "wait_seconds", type: "integer", nullable: true }) waitSeconds!: number | null;
  @Column({ name: "talk_seconds", type: "integer", nullable: true }) talkSeconds!: number | null;
  @Column({ name: "hold_seconds", type: "integer", nullable: true }) holdSeconds!: number | null;
  @Column({ name: "wrap_seconds", type: "integer", nullable: true }) wrapSeconds!: number | null;
  /** Of the wait, how long the telephone rang; after it, what the agent was told first. */
  @Column({ name: "ring_seconds", type: "integer", nullable: true }) ringSeconds!: number | null;
  @Column({ name: "whisper_seconds", type: "integer", nullable: true }) whisperSeconds!: number | null;
  @Column({ type: "boolean", nullable: true }) transferred!: boolean | null;
  /** Local days of the three instants in the service's zone. */
  @Column({ name: "offered_day", type: "date" }) offeredDay!: Day;
  @Column({ name: "answered_day", type: "date", nullable: true }) answeredDay!: Day | null;
  @Column({ name: "ended_day", type: "date", nullable: true }) endedDay!: Day | null;
  @Column({ name: "content_hash", type: "uuid" }) contentHash!: string;
  /** The import that brought this copy. */
  @Column({ name: "import_id", type: "uuid" }) importId!: string;
  @Column({ name: "ingested_at", type: "timestamptz" }) ingestedAt!: Date;
}
