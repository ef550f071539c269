import type { Day } from "../shared/day";
import { noon } from "../shared/day";

/** Open from one time of the day until another, `HH:MM`; `24:00` is the end of the day. */
export interface Window {
  readonly from: string;
  readonly until: string;
}

/** A window on a weekday: 1 Monday … 7 Sunday. */
export interface WeekdayWindow extends Window {
  readonly weekday: number;
}

/** A day with windows of its own: none is a holiday, some are a half-day. */
export interface Holiday {
  readonly on: Day;
  readonly name: string;
  readonly windows: readonly Window[];
}

export interface WorkingTime {
  readonly windows: readonly WeekdayWindow[];
  readonly holidays: readonly Holiday[];
}

/**
 * When the calendar is open on a day, in order.
 * | day                | holiday          | windows         |
 * | an ordinary Monday | none             | Monday's        |
 * | 24 December        | with 09:00–13:00 | 09:00–13:00     |
 * | 25 December        | without windows  | none: closed    |
 */
export function windowsOn(time: WorkingTime, on: Day): readonly Window[] {
  const holiday = time.holidays.find((one) => one.on === on);
  if (holiday) return holiday.windows;
  return time.windows.filter((one) => one.weekday === noon(on).weekday).map(({ from, until }) => ({ from, until }));
}

export const isOpenOn = (time: WorkingTime, on: Day): boolean => windowsOn(time, on).length > 0;
