import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** Time in a state other than available and handling. */
export interface AuxState {
  readonly state: string;
  readonly seconds: number;
  readonly paid: boolean;
  readonly productive: boolean;
}

/** One person's time in one interval. A later copy replaces the earlier. */
@Entity("work_time")
export class WorkTime {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) source!: string;
  @PrimaryColumn({ name: "external_id", type: "text" }) externalId!: string;
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  /** `''`: none in particular. */
  @Column({ type: "text" }) channel!: string;
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ name: "started_at", type: "timestamptz" }) startedAt!: Date;
  @Column({ name: "ended_at", type: "timestamptz" }) endedAt!: Date;
  /** Seconds of the interval; null: not known. */
  @Column({ name: "scheduled_seconds", type: "integer", nullable: true }) scheduledSeconds!: number | null;
  @Column({ name: "paid_seconds", type: "integer", nullable: true }) paidSeconds!: number | null;
  @Column({ name: "logged_seconds", type: "integer", nullable: true }) loggedSeconds!: number | null;
  /** Idle, ready for a contact. */
  @Column({ name: "available_seconds", type: "integer", nullable: true }) availableSeconds!: number | null;
  /** Communicating with customers: each second once, however many at a time. */
  @Column({ name: "handling_seconds", type: "integer", nullable: true }) handlingSeconds!: number | null;
  /** The same for each contact. */
  @Column({ name: "contact_seconds", type: "integer", nullable: true }) contactSeconds!: number | null;
  @Column({ name: "adherent_seconds", type: "integer", nullable: true }) adherentSeconds!: number | null;
  @Column({ name: "productive_seconds", type: "integer", nullable: true }) productiveSeconds!: number | null;
  @Column({ name: "attended_seconds", type: "integer", nullable: true }) attendedSeconds!: number | null;
  /** Paid, but not for customers to reach. */
  @Column({ name: "unavailable_seconds", type: "integer", nullable: true }) unavailableSeconds!: number | null;
  @Column({ name: "aux_states", type: "jsonb", nullable: true }) auxStates!: readonly AuxState[] | null;
  /** Local day of the start in the service's zone. */
  @Column({ type: "date" }) day!: Day;
  @Column({ name: "content_hash", type: "uuid" }) contentHash!: string;
  /** The import that brought this copy. */
  @Column({ name: "import_id", type: "uuid" }) importId!: string;
  @Column({ name: "ingested_at", type: "timestamptz" }) ingestedAt!: Date;
}
