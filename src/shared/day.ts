import { DateTime } from "luxon";
import { DomainError } from "./errors";

declare const dayBrand: unique symbol;
/** A calendar day without time or zone, `YYYY-MM-DD`. Days compare as text. */
export type Day = string & { readonly [dayBrand]: true };

export class InvalidDay extends DomainError {
  readonly code = "INVALID_DAY";
  constructor(text: string) {
    super(`"${text}" is not a day.`, { remedy: "Write days as YYYY-MM-DD, for example 2026-03-29." });
  }
}

/** The day written as `YYYY-MM-DD`; refuses anything else, 30 February included. */
export function day(text: string): Day {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? DateTime.fromISO(text, { zone: "utc" }) : null;
  if (!parsed?.isValid) throw new InvalidDay(text);
  return text as Day;
}

export const addDays = (from: Day, days: number): Day =>
  new Date(midnight(from) + days * DAY_MILLISECONDS).toISOString().slice(0, 10) as Day;

/** Days from `from` until `until`: 1 for two days in a row, negative when `until` is earlier. */
export const daysBetween = (from: Day, until: Day): number => (midnight(until) - midnight(from)) / DAY_MILLISECONDS;

const DAY_MILLISECONDS = 86_400_000;
/** In UTC, where every day has 24 hours. */
const midnight = (of: Day): number => Date.parse(`${of}T00:00:00Z`);

/** The local day on which an instant falls in an IANA zone. */
export const dayOf = (instant: Date, zone: string): Day => asDay(DateTime.fromJSDate(instant, { zone }));

/** The first instant of a local day: midnight, or the first minute that exists where the clock jumps over it. */
export const startOfDay = (of: Day, zone: string): Date => DateTime.fromISO(of, { zone }).startOf("day").toJSDate();

/** The later or earlier of two days. */
export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);
export const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b);

/** A day as a luxon instant in UTC, for calendar arithmetic that no clock change can disturb. */
export const noon = (of: Day): DateTime => DateTime.fromISO(`${of}T12:00:00`, { zone: "utc" });
export const asDay = (at: DateTime): Day => at.toISODate() as Day;
