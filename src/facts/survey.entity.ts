import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** A customer's answers about a contact or case. Null: the question was not asked or not answered. */
@Entity("survey")
export class Survey {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) source!: string;
  @PrimaryColumn({ name: "external_id", type: "text" }) externalId!: string;
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  @Column({ type: "text" }) channel!: string;
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ name: "contact_external_id", type: "text", nullable: true }) contactExternalId!: string | null;
  @Column({ name: "surveyed_at", type: "timestamptz" }) surveyedAt!: Date;
  /** When the contact or case it is about was closed. */
  @Column({ name: "closed_at", type: "timestamptz", nullable: true }) closedAt!: Date | null;
  /** 1 is worst, `ratingScale` is best. */
  @Column({ type: "integer", nullable: true }) rating!: number | null;
  @Column({ name: "rating_scale", type: "integer", default: 5 }) ratingScale!: number;
  @Column({ type: "boolean", nullable: true }) resolved!: boolean | null;
  @Column({ name: "resolved_first_contact", type: "boolean", nullable: true }) resolvedFirstContact!: boolean | null;
  /** The error that the customer's words show: `product`, `process` or `other`; null: none, or not read. */
  @Column({ name: "error_kind", type: "text", nullable: true }) errorKind!: string | null;
  @Column({ name: "root_cause", type: "text", nullable: true }) rootCause!: string | null;
  @Column({ name: "root_cause_approved", type: "boolean", nullable: true }) rootCauseApproved!: boolean | null;
  @Column({ name: "surveyed_day", type: "date" }) surveyedDay!: Day;
  @Column({ name: "closed_day", type: "date", nullable: true }) closedDay!: Day | null;
  @Column({ name: "content_hash", type: "uuid" }) contentHash!: string;
  /** The import that brought this copy. */
  @Column({ name: "import_id", type: "uuid" }) importId!: string;
  @Column({ name: "ingested_at", type: "timestamptz" }) ingestedAt!: Date;
}
