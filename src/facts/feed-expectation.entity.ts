import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** When data of a feed is due, for a range of days. */
@Entity("feed_expectation")
export class FeedExpectation {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ name: "feed_id", type: "uuid" }) feedId!: string;
  /** An ISO 8601 duration: data is never older; or an RFC 5545 rule: the days on which data is due. */
  @Column({ type: "text" }) every!: string;
  /** `HH:MM` on those days; null with a duration. */
  @Column({ name: "due_by", type: "text", nullable: true }) dueBy!: string | null;
  @Column({ name: "time_zone", type: "text" }) timeZone!: string;
  /** ISO 8601 duration after which missing data makes the feed late. */
  @Column({ type: "text" }) grace!: string;
  /** Whether only declarations count, and not the instants of facts. */
  @Column({ type: "boolean" }) declares!: boolean;
  @PrimaryColumn({ type: "integer" }) version!: number;
  @Column({ name: "valid_from", type: "date" }) validFrom!: Day;
  @Column({ name: "valid_until", type: "date", nullable: true }) validUntil!: Day | null;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
}
