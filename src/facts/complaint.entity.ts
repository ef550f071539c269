import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** What a customer complained about. A later copy replaces the earlier. */
@Entity("complaint")
export class Complaint {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) source!: string;
  @PrimaryColumn({ name: "external_id", type: "text" }) externalId!: string;
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  /** `''`: none in particular. */
  @Column({ type: "text" }) channel!: string;
  /** Whom it is about; null: nobody in particular. */
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ name: "customer_ref", type: "text", nullable: true }) customerRef!: string | null;
  @Column({ type: "text", nullable: true }) reason!: string | null;
  @Column({ type: "text", nullable: true }) severity!: string | null;
  /** Null: not known, or not yet. */
  @Column({ type: "boolean", nullable: true }) justified!: boolean | null;
  @Column({ name: "contact_external_id", type: "text", nullable: true }) contactExternalId!: string | null;
  /** When it was received. */
  @Column({ name: "occurred_at", type: "timestamptz" }) occurredAt!: Date;
  @Column({ name: "resolved_at", type: "timestamptz", nullable: true }) resolvedAt!: Date | null;
  /** Local day in the service's zone. */
  @Column({ type: "date" }) day!: Day;
  @Column({ name: "content_hash", type: "uuid" }) contentHash!: string;
  /** The import that brought this copy. */
  @Column({ name: "import_id", type: "uuid" }) importId!: string;
  @Column({ name: "ingested_at", type: "timestamptz" }) ingestedAt!: Date;
}
