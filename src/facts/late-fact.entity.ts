import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";
import type { Stream } from "../shared/stream";

/** Moved: it counts here now or did before, but not both. */
export type LateChange = "added" | "changed" | "moved" | "withdrawn";

/** Something that happened to a fact on a day of a closed period, after that was closed. Never changed. */
@Entity("late_fact")
export class LateFact {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "bigint", generated: "identity", generatedIdentity: "ALWAYS" }) id!: number;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ type: "text" }) stream!: Stream;
  @Column({ type: "text" }) source!: string;
  @Column({ name: "external_id", type: "text" }) externalId!: string;
  /** Where it counts or counted. */
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ type: "date" }) day!: Day;
  @Column({ type: "text" }) change!: LateChange;
  @Column({ name: "import_id", type: "uuid" }) importId!: string;
  @Column({ type: "timestamptz" }) at!: Date;
}
