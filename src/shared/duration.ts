import { DateTime, Duration } from "luxon";
import type { Day } from "./day";

/** An instant later by an ISO 8601 duration; days and longer are counted in the zone's calendar. */
export const plusDuration = (at: Date, duration: string, zone: string): Date =>
  DateTime.fromJSDate(at, { zone }).plus(Duration.fromISO(duration)).toJSDate();

/** A local time of day, `HH:MM`; one that the clock skips is the instant after the gap. */
export const instantOf = (on: Day, time: string, zone: string): Date =>
  DateTime.fromISO(`${on}T${time}`, { zone }).toJSDate();
