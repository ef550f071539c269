import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** How many people belong to a group on a day. A later copy replaces the earlier. */
@Entity("headcount")
export class Headcount {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) source!: string;
  @PrimaryColumn({ name: "external_id", type: "text" }) externalId!: string;
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  /** `''`: none in particular. */
  @Column({ type: "text" }) channel!: string;
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ type: "date" }) day!: Day;
  /** `staff` or `customers`. */
  @Column({ type: "text" }) population!: string;
  /** `''`: the whole population of the service. */
  @Column({ name: "group_name", type: "text" }) groupName!: string;
  /** Hundredths of a person. */
  @Column({ name: "headcount_hundredths", type: "bigint" }) headcountHundredths!: number;
  @Column({ name: "required_hundredths", type: "bigint", nullable: true }) requiredHundredths!: number | null;
  /** Since the snapshot before. */
  @Column({ type: "integer", nullable: true }) joiners!: number | null;
  @Column({ type: "integer", nullable: true }) leavers!: number | null;
  @Column({ name: "voluntary_leavers", type: "integer", nullable: true }) voluntaryLeavers!: number | null;
  @Column({ name: "involuntary_leavers", type: "integer", nullable: true }) involuntaryLeavers!: number | null;
  /** Midnight of the day in the service's zone. */
  @Column({ name: "occurred_at", type: "timestamptz" }) occurredAt!: Date;
  @Column({ name: "content_hash", type: "uuid" }) contentHash!: string;
  /** The import that brought this copy. */
  @Column({ name: "import_id", type: "uuid" }) importId!: string;
  @Column({ name: "ingested_at", type: "timestamptz" }) ingestedAt!: Date;
}
