import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";
import type { Stream } from "../shared/stream";

/** The sums of every measure of one stream for one service, channel and person on one local day. */
@Entity("daily_measures")
export class DailyMeasures {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) stream!: Stream;
  @PrimaryColumn({ name: "service_id", type: "uuid" }) serviceId!: string;
  @PrimaryColumn({ type: "date" }) day!: Day;
  @PrimaryColumn({ type: "text" }) channel!: string;
  /** Nil: nobody in particular. */
  @PrimaryColumn({ name: "person_id", type: "uuid" }) personId!: string;
  /** One whole number per slot; shorter than a slot: that measure is not computed yet. */
  @Column({ type: "double precision", array: true }) sums!: number[];
}
