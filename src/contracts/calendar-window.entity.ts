import { Column, Entity, PrimaryColumn } from "typeorm";

/** A calendar open without a break, for statements over facts; derived from its versions (migration 0007 says how). */
@Entity("calendar_window")
export class CalendarWindow {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ name: "calendar_id", type: "uuid" }) calendarId!: string;
  @PrimaryColumn({ name: "starts_at", type: "timestamptz" }) startsAt!: Date;
  @Column({ name: "ends_at", type: "timestamptz", nullable: true }) endsAt!: Date | null;
  @Column({ name: "seconds_before", type: "bigint" }) secondsBefore!: number;
  @Column({ name: "day_ends_at", type: "timestamptz", nullable: true }) dayEndsAt!: Date | null;
}
