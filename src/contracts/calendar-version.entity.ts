import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";
import type { Holiday, WeekdayWindow } from "./calendar.rules";

/** The windows and holidays of a calendar for the days `[validFrom, validUntil)`. */
@Entity("calendar_version")
export class CalendarVersion {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ name: "calendar_id", type: "uuid" }) calendarId!: string;
  @Column({ name: "time_zone", type: "text" }) timeZone!: string;
  @Column({ type: "jsonb" }) windows!: readonly WeekdayWindow[];
  @Column({ type: "jsonb" }) holidays!: readonly Holiday[];
  @PrimaryColumn({ type: "integer" }) version!: number;
  @Column({ name: "valid_from", type: "date" }) validFrom!: Day;
  @Column({ name: "valid_until", type: "date", nullable: true }) validUntil!: Day | null;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
}
