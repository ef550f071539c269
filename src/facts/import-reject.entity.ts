import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** One row of an import that could not be taken in, and why. */
@Entity("import_reject")
export class ImportReject {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ name: "import_id", type: "uuid" }) importId!: string;
  /** 1, 2, 3 … in the order of the file. */
  @PrimaryColumn({ type: "bigint" }) ordinal!: number;
  /** Where the row begins; the header is line 1. */
  @Column({ type: "bigint" }) line!: number;
  /** The column's name in the file, or our field where the profile gives a constant. */
  @Column({ type: "text" }) field!: string;
  @Column({ type: "text", nullable: true }) value!: string | null;
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) reason!: string;
  /** Which fact it would have been, as far as it could be read: source system and external id. */
  @Column({ type: "text", nullable: true }) source!: string | null;
  @Column({ name: "external_id", type: "text", nullable: true }) externalId!: string | null;
  /** The local day on which it would have counted, as far as it could be read. */
  @Column({ type: "date", nullable: true }) day!: Day | null;
}
