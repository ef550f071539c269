import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** An evaluator's judgement of a form or item, beside the reference. A later copy replaces the earlier. */
@Entity("calibration")
export class Calibration {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) source!: string;
  @PrimaryColumn({ name: "external_id", type: "text" }) externalId!: string;
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  /** `''`: none in particular. */
  @Column({ type: "text" }) channel!: string;
  /** The evaluator. */
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ name: "form_code", type: "text" }) formCode!: string;
  /** Null: the whole form. */
  @Column({ name: "item_code", type: "text", nullable: true }) itemCode!: string | null;
  /** Hundredths of a point, 0 to 10,000. */
  @Column({ name: "score_hundredths", type: "integer", nullable: true }) scoreHundredths!: number | null;
  @Column({ name: "reference_hundredths", type: "integer", nullable: true }) referenceHundredths!: number | null;
  @Column({ type: "boolean", nullable: true }) passed!: boolean | null;
  @Column({ name: "reference_passed", type: "boolean", nullable: true }) referencePassed!: boolean | null;
  @Column({ name: "occurred_at", type: "timestamptz" }) occurredAt!: Date;
  /** Local day in the service's zone. */
  @Column({ type: "date" }) day!: Day;
  @Column({ name: "content_hash", type: "uuid" }) contentHash!: string;
  /** The import that brought this copy. */
  @Column({ name: "import_id", type: "uuid" }) importId!: string;
  @Column({ name: "ingested_at", type: "timestamptz" }) ingestedAt!: Date;
}
