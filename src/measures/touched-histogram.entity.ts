import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";
import type { Stream } from "../shared/stream";

/** A day whose histograms must be made again. Appended when its measures were, claimed and deleted by whoever makes them. */
@Entity("touched_histogram")
export class TouchedHistogram {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "bigint", generated: "identity", generatedIdentity: "ALWAYS" }) id!: string;
  @Column({ type: "text" }) stream!: Stream;
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  @Column({ type: "date" }) day!: Day;
}
