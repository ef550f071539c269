import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Stream } from "../shared/stream";

/** A distribution of times that some KPI in use of the client is the mean of. */
@Entity("histogram_in_use")
export class HistogramInUse {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  /** Hash of the definition. */
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) stream!: Stream;
  /** Numerator, denominator and parameters, as canonical JSON. */
  @Column({ type: "text" }) definition!: string;
}
