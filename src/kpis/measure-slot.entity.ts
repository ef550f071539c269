import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Stream } from "../shared/stream";

/** Where a measure, with its parameters, stands in the sums of the daily measures. Only appended. */
@Entity("measure_slot")
export class MeasureSlot {
  @PrimaryColumn({ type: "text" }) stream!: Stream;
  /** Counted from 1, as arrays are in the database. */
  @PrimaryColumn({ type: "integer" }) slot!: number;
  @Column({ type: "text" }) measure!: string;
  /** Canonical JSON: equal parameters are equal text. */
  @Column({ type: "text" }) parameters!: string;
}
