import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** What one publication expects of one interval. A later copy replaces the earlier; publications stand side by side. */
@Entity("forecast")
export class Forecast {
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
  @Column({ type: "text" }) publication!: string;
  @Column({ name: "published_at", type: "timestamptz" }) publishedAt!: Date;
  /** Whether the contract measures against it. */
  @Column({ name: "is_locked", type: "boolean" }) isLocked!: boolean;
  /** Hundredths of a contact, of a second and of a person; null: not forecast. */
  @Column({ name: "volume_hundredths", type: "bigint", nullable: true }) volumeHundredths!: number | null;
  @Column({ name: "aht_hundredths", type: "bigint", nullable: true }) ahtHundredths!: number | null;
  @Column({ name: "required_hundredths", type: "bigint", nullable: true }) requiredHundredths!: number | null;
  /** Of all contacts together: as said, or volume times average. */
  @Column({ name: "handle_seconds", type: "bigint", nullable: true }) handleSeconds!: number | null;
  /** Local days of the first and the last instant in the service's zone. */
  @Column({ type: "date" }) day!: Day;
  @Column({ name: "end_day", type: "date" }) endDay!: Day;
  @Column({ name: "content_hash", type: "uuid" }) contentHash!: string;
  /** The import that brought this copy. */
  @Column({ name: "import_id", type: "uuid" }) importId!: string;
  @Column({ name: "ingested_at", type: "timestamptz" }) ingestedAt!: Date;
}
