import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** A contact or case judged by a version of a quality form. A later copy replaces the earlier. */
@Entity("evaluation")
export class Evaluation {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) source!: string;
  @PrimaryColumn({ name: "external_id", type: "text" }) externalId!: string;
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  /** `''`: none in particular. */
  @Column({ type: "text" }) channel!: string;
  /** Whose work was judged. */
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ name: "evaluator_id", type: "uuid", nullable: true }) evaluatorId!: string | null;
  @Column({ name: "form_code", type: "text" }) formCode!: string;
  @Column({ name: "form_version", type: "text", nullable: true }) formVersion!: string | null;
  @Column({ name: "contact_external_id", type: "text", nullable: true }) contactExternalId!: string | null;
  @Column({ name: "occurred_at", type: "timestamptz" }) occurredAt!: Date;
  /** Weighted points in millionths; null: none were given. */
  @Column({ name: "earned_millionths", type: "bigint", nullable: true }) earnedMillionths!: number | null;
  /** 0: nothing on the form was applicable. */
  @Column({ name: "applicable_millionths", type: "bigint", nullable: true }) applicableMillionths!: number | null;
  @Column({ name: "auto_failed", type: "boolean" }) autoFailed!: boolean;
  @Column({ name: "product_errors", type: "integer" }) productErrors!: number;
  @Column({ name: "process_errors", type: "integer" }) processErrors!: number;
  @Column({ name: "other_errors", type: "integer" }) otherErrors!: number;
  /** Product and process errors whose root cause is approved. */
  @Column({ name: "traced_errors", type: "integer" }) tracedErrors!: number;
  /** Of these, with the cause training. */
  @Column({ name: "training_errors", type: "integer" }) trainingErrors!: number;
  /** As they were sent. */
  @Column({ type: "jsonb", nullable: true }) items!: unknown;
  @Column({ type: "jsonb", nullable: true }) errors!: unknown;
  /** Local day in the service's zone. */
  @Column({ type: "date" }) day!: Day;
  @Column({ name: "content_hash", type: "uuid" }) contentHash!: string;
  /** The import that brought this copy. */
  @Column({ name: "import_id", type: "uuid" }) importId!: string;
  @Column({ name: "ingested_at", type: "timestamptz" }) ingestedAt!: Date;
}
