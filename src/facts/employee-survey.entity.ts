import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** An employee's answers. Null: the question was not asked or not answered. A later copy replaces the earlier. */
@Entity("employee_survey")
export class EmployeeSurvey {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) source!: string;
  @PrimaryColumn({ name: "external_id", type: "text" }) externalId!: string;
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  /** `''`: none in particular. */
  @Column({ type: "text" }) channel!: string;
  /** Who answered; null: anonymous or not known. */
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ type: "text", nullable: true }) team!: string | null;
  @Column({ type: "boolean" }) anonymous!: boolean;
  /** 1 is worst, `ratingScale` is best. */
  @Column({ type: "integer", nullable: true }) rating!: number | null;
  @Column({ name: "rating_scale", type: "integer", default: 5 }) ratingScale!: number;
  /** 0 to 10. */
  @Column({ type: "integer", nullable: true }) recommend!: number | null;
  @Column({ name: "occurred_at", type: "timestamptz" }) occurredAt!: Date;
  /** Local day in the service's zone. */
  @Column({ type: "date" }) day!: Day;
  @Column({ name: "content_hash", type: "uuid" }) contentHash!: string;
  /** The import that brought this copy. */
  @Column({ name: "import_id", type: "uuid" }) importId!: string;
  @Column({ name: "ingested_at", type: "timestamptz" }) ingestedAt!: Date;
}
