import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";
import type { Stream } from "../shared/stream";

/** How long single facts took, for one service, channel and person on one local day: counts of log buckets. */
@Entity("daily_histogram")
export class DailyHistogram {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) stream!: Stream;
  @PrimaryColumn({ name: "service_id", type: "uuid" }) serviceId!: string;
  @PrimaryColumn({ type: "date" }) day!: Day;
  @PrimaryColumn({ name: "histogram_id", type: "uuid" }) histogramId!: string;
  @PrimaryColumn({ type: "text" }) channel!: string;
  /** Nil: nobody in particular. */
  @PrimaryColumn({ name: "person_id", type: "uuid" }) personId!: string;
  /** `histogram.rules.ts` says what they stand for. */
  @Column({ type: "smallint", array: true }) buckets!: number[];
  /** How many facts each bucket has; null: one. */
  @Column({ type: "integer", array: true, nullable: true }) counts!: number[] | null;
}
