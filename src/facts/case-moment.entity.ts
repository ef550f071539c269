import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** An instant of a case that is counted on its day; derived from the case whenever that changes. */
@Entity("case_moment")
export class CaseMoment {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) source!: string;
  @PrimaryColumn({ name: "external_id", type: "text" }) externalId!: string;
  @PrimaryColumn({ type: "integer" }) ordinal!: number;
  @Column({ type: "text" }) moment!: string;
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  @Column({ type: "text" }) channel!: string;
  /** Whose it is; null: nobody's in particular. */
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ name: "occurred_at", type: "timestamptz" }) occurredAt!: Date;
  /** Local days of the service. */
  @Column({ type: "date" }) day!: Day;
  @Column({ name: "opened_at", type: "timestamptz" }) openedAt!: Date;
  @Column({ name: "opened_day", type: "date" }) openedDay!: Day;
  /** Of opened and reopened: when it was resolved after that; null: not yet. */
  @Column({ name: "until_day", type: "date", nullable: true }) untilDay!: Day | null;
  /** Of resolved: when it was opened, or opened again, before that. */
  @Column({ name: "since_day", type: "date", nullable: true }) sinceDay!: Day | null;
  /** Of opened: when it was answered, or resolved without; null: not yet. */
  @Column({ name: "answered_day", type: "date", nullable: true }) answeredDay!: Day | null;
  /** Of resolved: the first time; and not opened again since. */
  @Column({ name: "is_first", type: "boolean" }) isFirst!: boolean;
  @Column({ name: "is_last", type: "boolean" }) isLast!: boolean;
  /** Of due and deadlines: done in time. */
  @Column({ name: "is_met", type: "boolean" }) isMet!: boolean;
  /** Of the time that the moment ends: without waiting for the customer, without any pause, and whole. */
  @Column({ name: "calendar_seconds", type: "bigint", nullable: true }) calendarSeconds!: number | null;
  @Column({ name: "business_seconds", type: "bigint", nullable: true }) businessSeconds!: number | null;
  @Column({ name: "calendar_worked_seconds", type: "bigint", nullable: true }) calendarWorkedSeconds!: number | null;
  @Column({ name: "business_worked_seconds", type: "bigint", nullable: true }) businessWorkedSeconds!: number | null;
  @Column({ name: "calendar_whole_seconds", type: "bigint", nullable: true }) calendarWholeSeconds!: number | null;
  @Column({ name: "business_whole_seconds", type: "bigint", nullable: true }) businessWholeSeconds!: number | null;
  /** Of the case. */
  @Column({ name: "customer_ref", type: "text", nullable: true }) customerRef!: string | null;
  @Column({ type: "text", nullable: true }) reason!: string | null;
  @Column({ type: "text", nullable: true }) priority!: string | null;
  @Column({ name: "resolved_at", type: "timestamptz", nullable: true }) resolvedAt!: Date | null;
  @Column({ name: "first_reopened_at", type: "timestamptz", nullable: true }) firstReopenedAt!: Date | null;
  @Column({ type: "integer" }) reopenings!: number;
  @Column({ name: "due_at", type: "timestamptz", nullable: true }) dueAt!: Date | null;
  @Column({ type: "integer", nullable: true }) escalations!: number | null;
  @Column({ type: "integer", nullable: true }) contacts!: number | null;
  @Column({ name: "agent_interactions", type: "integer", nullable: true }) agentInteractions!: number | null;
  @Column({ name: "within_target", type: "boolean", nullable: true }) withinTarget!: boolean | null;
  @Column({ name: "resolvable_first_contact", type: "boolean", nullable: true }) resolvableFirstContact!:
    boolean | null;
  @Column({ name: "import_id", type: "uuid" }) importId!: string;
}
