import type { Day } from "./day";

/** Days `[from, until)`; `until` null means open-ended. */
export interface DayRange {
  readonly from: Day;
  readonly until: Day | null;
}

export const contains = (range: DayRange, on: Day): boolean =>
  range.from <= on && (range.until === null || on < range.until);

export const overlap = (a: DayRange, b: DayRange): boolean =>
  (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until);
