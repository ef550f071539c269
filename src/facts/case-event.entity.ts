import { Column, Entity, PrimaryColumn } from "typeorm";

/** One update of a case in the log of its system; the events of a case are folded into it. */
@Entity("case_event")
export class CaseEvent {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) source!: string;
  @PrimaryColumn({ name: "external_id", type: "text" }) externalId!: string;
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  @Column({ type: "text" }) channel!: string;
  /** To whom the case is assigned after it. */
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ name: "case_external_id", type: "text" }) caseExternalId!: string;
  @Column({ type: "bigint", nullable: true }) sequence!: number | null;
  @Column({ name: "occurred_at", type: "timestamptz" }) occurredAt!: Date;
  @Column({ type: "text", nullable: true }) kind!: string | null;
  @Column({ type: "text", nullable: true }) state!: string | null;
  @Column({ name: "pause_reason", type: "text", nullable: true }) pauseReason!: string | null;
  @Column({ name: "opened_at", type: "timestamptz", nullable: true }) openedAt!: Date | null;
  @Column({ name: "resolved_at", type: "timestamptz", nullable: true }) resolvedAt!: Date | null;
  @Column({ name: "due_at", type: "timestamptz", nullable: true }) dueAt!: Date | null;
  @Column({ name: "customer_ref", type: "text", nullable: true }) customerRef!: string | null;
  @Column({ type: "text", nullable: true }) reason!: string | null;
  @Column({ type: "text", nullable: true }) priority!: string | null;
  @Column({ type: "integer", nullable: true }) escalations!: number | null;
  @Column({ type: "integer", nullable: true }) contacts!: number | null;
  @Column({ name: "agent_interactions", type: "integer", nullable: true }) agentInteractions!: number | null;
  @Column({ name: "within_target", type: "boolean", nullable: true }) withinTarget!: boolean | null;
  @Column({ name: "resolvable_first_contact", type: "boolean", nullable: true }) resolvableFirstContact!:
    boolean | null;
  @Column({ name: "content_hash", type: "uuid" }) contentHash!: string;
  @Column({ name: "import_id", type: "uuid" }) importId!: string;
  @Column({ name: "ingested_at", type: "timestamptz" }) ingestedAt!: Date;
}
