import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";
import type { Stream } from "../shared/stream";

/** A day whose facts changed. Appended with the facts, claimed and deleted by whoever recomputes the day. */
@Entity("touched_day")
export class TouchedDay {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "bigint", generated: "identity", generatedIdentity: "ALWAYS" }) id!: string;
  @Column({ type: "text" }) stream!: Stream;
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  @Column({ type: "date" }) day!: Day;
  @Column({ name: "touched_at", type: "timestamptz", default: () => "now()" }) touchedAt!: Date;
}
