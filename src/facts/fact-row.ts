import { hash } from "node:crypto";
import type { Day } from "../shared/day";
import type { KnownService } from "./directory.queries";
import type { TextField } from "./field-text";
import type { FieldReader, RowInHand } from "./row-in-hand";
import { dayNumbered } from "./zone-clock";

/** A fact ready to be stored. */
export interface FactRow {
  readonly externalId: string;
  readonly serviceId: string;
  /** Every day on which it counts in one measure or another. */
  readonly days: readonly Day[];
  /** Its columns after the external id, as PostgreSQL's COPY wants them. Equal text is equal content. */
  readonly columns: string;
}

/** Turns the row in hand into a fact; null: the row tells why not. */
export type FactMapper = FieldReader<FactRow>;

/** The columns of one row for COPY. Null is `\N`; backslashes, tabs and line ends are escaped. */
export function copyColumns(values: readonly (string | number | boolean | null)[]): string {
  let line = copyText(values[0] as string);
  for (let place = 1; place < values.length; place += 1) line += `\t${copyText(values[place] as string)}`;
  return line;
}

export function copyText(value: string | number | boolean | null): string {
  if (value === null) return "\\N";
  if (typeof value !== "string") return typeof value === "number" ? String(value) : value ? "t" : "f";
  return SPECIAL.test(value) ? value.replace(SPECIALS, (one) => ESCAPES[one] as string) : value;
}

const SPECIAL = /[\\\t\n\r]/;
const SPECIALS = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** An instant as text that PostgreSQL reads without regard to any setting: `2026-03-29 01:00:00.250+00`. */
export function copyInstant(instant: number | null): string | null {
  if (instant === null) return null;
  const second = Math.floor(instant / 1000);
  const millisecond = instant - second * 1000;
  const number = Math.floor(second / DAY_SECONDS);
  const fraction = millisecond === 0 ? "" : `.${String(millisecond).padStart(3, "0")}`;
  return `${dayNumbered(number)} ${timeOfDay(second - number * DAY_SECONDS)}${fraction}+00`;
}

const DAY_SECONDS = 86_400;
const times: string[] = [];

/** `HH:MM:SS` of a second of the day; written once for each. */
function timeOfDay(second: number): string {
  return (times[second] ??= new Date(second * 1000).toISOString().slice(11, 19));
}

/** 128 bits that tell one content from another, in the form of a UUID. */
export const contentHashOf = (columns: string): string => hash("md5", columns);

/** How much a source's clock may be ahead of ours. */
export const CLOCK_TOLERANCE_MS = 10 * 60_000;

/** Refuses an instant in the future, or on a day outside the contract. */
export function checkedDay(row: RowInHand, service: KnownService, instant: number, field: TextField): Day | null {
  const on = service.clock.dayOf(instant);
  row.day = on;
  row.at = instant;
  const isOver = service.endsOn !== null && on >= service.endsOn;
  if (instant <= row.latest && on >= service.startsOn && !isOver) return on;
  const said = { field: field.label, value: field.read(row) };
  const remedy = "Are day and month swapped, or is the time zone another?";
  if (instant > row.latest) {
    const reason = `${new Date(instant).toISOString()} has not come yet. ${remedy}`;
    return row.fail({ ...said, code: "IN_THE_FUTURE", reason });
  }
  const term =
    service.endsOn === null ? `begins on ${service.startsOn}` : `is [${service.startsOn}, ${service.endsOn})`;
  const reason = `${on} is outside the contract of service "${service.code}", which ${term}. ${remedy}`;
  return row.fail({ ...said, code: "OUTSIDE_CONTRACT", reason });
}
