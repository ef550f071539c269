import type { Day } from "../shared/day";

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
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
  return time.windows.filter((one) => one.weekday === weekday).map(({ from, until }) => ({ from, until }));
}

export const isOpenOn = (time: WorkingTime, on: Day): boolean => windowsOn(time, on).length > 0;

export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** `monday` → [1]; `monday-friday` → [1, 2, 3, 4, 5]; anything else → []. */
export function weekdaysNamed(name: string): number[] {
  const [first, last = first, ...rest] = name.toLowerCase().split("-");
  const [from, until] = [first, last].map((one) => (WEEKDAYS as readonly (string | undefined)[]).indexOf(one) + 1);
  if (rest.length > 0 || !from || !until || until < from) return [];
  return Array.from({ length: until - from + 1 }, (_, index) => from + index);
}

/** `09:00-13:00`; null when it is not a window, or ends before it begins. */
export function parseWindow(text: string): Window | null {
  const match = /^(([01]\d|2[0-3]):[0-5]\d)\s*[-–]\s*((([01]\d|2[0-3]):[0-5]\d)|24:00)$/.exec(text.trim());
  const [from, until] = [match?.[1], match?.[3]];
  return from && until && from < until ? { from, until } : null;
}

export const windowText = ({ from, until }: Window): string => `${from}-${until}`;

/** Two windows of one day that share time, or null. Touching is not sharing. */
export function overlappingPair(windows: readonly Window[]): [Window, Window] | null {
  const sorted = [...windows].sort((a, b) => (a.from < b.from ? -1 : 1));
  const at = sorted.findIndex((one, index) => index > 0 && one.from < sorted[index - 1]!.until);
  return at > 0 ? [sorted[at - 1]!, sorted[at]!] : null;
}

/** The week as a person writes it: runs of equal days together, closed days left out. */
export function weekText(windows: readonly WeekdayWindow[]): Record<string, string[]> {
  const week = WEEKDAYS.map((_, index) => textsOf(windows.filter((one) => one.weekday === index + 1)));
  const written: Record<string, string[]> = {};
  for (let first = 0, last = 0; first < 7; first = last + 1) {
    last = first;
    while (last < 6 && week[last + 1]!.join() === week[first]!.join()) last += 1;
    const name = first === last ? WEEKDAYS[first]! : `${WEEKDAYS[first]}-${WEEKDAYS[last]}`;
    if (week[first]!.length > 0) written[name] = week[first]!;
  }
  return written;
}

export const textsOf = (windows: readonly Window[]): string[] => windows.map(windowText).sort();
