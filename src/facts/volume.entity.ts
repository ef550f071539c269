import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** How many contacts one interval brought. A later copy replaces the earlier. */
@Entity("volume")
export class Volume {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) source!: string;
  @PrimaryColumn({ name: "external_id", type: "text" }) externalId!: string;
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  /** `''`: none in particular. */
  @Column({ type: "text" }) channel!: string;
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  /** Whole minutes, `[start, end)`. */
  @Column({ name: "interval_start", type: "timestamptz" }) intervalStart!: Date;
  @Column({ name: "interval_end", type: "timestamptz" }) intervalEnd!: Date;
  @Column({ type: "integer" }) offered!: number;
  @Column({ type: "integer", nullable: true }) handled!: number | null;
  @Column({ type: "integer", nullable: true }) abandoned!: number | null;
  /** Of all contacts handled together. */
  @Column({ name: "handle_seconds", type: "bigint", nullable: true }) handleSeconds!: number | null;
  /** Local days of the first and the last instant in the service's zone. */
  @Column({ type: "date" }) day!: Day;
  @Column({ name: "end_day", type: "date" }) endDay!: Day;
  @Column({ name: "content_hash", type: "uuid" }) contentHash!: string;
  /** The import that brought this copy. */
  @Column({ name: "import_id", type: "uuid" }) importId!: string;
  @Column({ name: "ingested_at", type: "timestamptz" }) ingestedAt!: Date;
}
