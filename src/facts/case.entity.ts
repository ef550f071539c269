import { Column, Entity, PrimaryColumn } from "typeorm";
import type { StoredAssignment } from "./streams/case-record";

/** One matter of a customer, from its opening to its closing. A later copy replaces the earlier. */
@Entity("case_record")
export class CaseRecord {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) source!: string;
  @PrimaryColumn({ name: "external_id", type: "text" }) externalId!: string;
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  /** `''`: none in particular. */
  @Column({ type: "text" }) channel!: string;
  /** Who owns it, or resolved it. */
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ name: "customer_ref", type: "text", nullable: true }) customerRef!: string | null;
  @Column({ type: "text", nullable: true }) reason!: string | null;
  @Column({ type: "text", nullable: true }) priority!: string | null;
  @Column({ name: "opened_at", type: "timestamptz" }) openedAt!: Date;
  @Column({ name: "first_response_at", type: "timestamptz", nullable: true }) firstResponseAt!: Date | null;
  @Column({ name: "first_solution_at", type: "timestamptz", nullable: true }) firstSolutionAt!: Date | null;
  /** The last time; null while it is not resolved. */
  @Column({ name: "resolved_at", type: "timestamptz", nullable: true }) resolvedAt!: Date | null;
  @Column({ name: "closed_at", type: "timestamptz", nullable: true }) closedAt!: Date | null;
  @Column({ name: "due_at", type: "timestamptz", nullable: true }) dueAt!: Date | null;
  /** Each earlier resolution, and when the case was opened again after it. */
  @Column({ name: "earlier_resolved_at", type: "timestamptz", array: true }) earlierResolvedAt!: Date[];
  @Column({ name: "reopened_at", type: "timestamptz", array: true }) reopenedAt!: Date[];
  /** Waiting for the customer, and for anybody else. */
  @Column({ name: "customer_pauses", type: "tstzmultirange" }) customerPauses!: string;
  @Column({ name: "other_pauses", type: "tstzmultirange" }) otherPauses!: string;
  /** [{"person": id or null, "assigned": instant, "responded": instant or null, "response": solution or information}]. */
  @Column({ type: "jsonb" }) assignments!: readonly StoredAssignment[];
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
