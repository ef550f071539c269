import { rrulestr } from "rrule";
import { noon, type Day } from "../shared/day";
import { periodContaining, previousPeriod, type Period } from "../shared/period";
import type { ReviewedKind } from "./forum.entity";

export interface Cadence {
  /** RFC 5545 recurrence rule, without DTSTART. */
  readonly cadence: string;
  readonly startsOn: Day;
  readonly reviewsKind: ReviewedKind;
}

export interface Sitting {
  readonly on: Day;
  readonly period: Period;
}

/**
 * The sittings of a forum on days `[from, until)`, each about the last whole period before it.
 * | cadence                    | reviews | sitting    | period  |
 * | FREQ=MONTHLY;BYDAY=2TU     | month   | 2026-11-10 | 2026-10 |
 * | FREQ=WEEKLY;BYDAY=MO       | week    | 2026-11-09 | 2026-W45 |
 * Days are reckoned without a clock, so that no clock change can move a sitting.
 */
export function sittings(forum: Cadence, from: Day, until: Day): Sitting[] {
  const rule = rrulestr(forum.cadence, { dtstart: noon(forum.startsOn).toJSDate() });
  return rule
    .between(noon(from).toJSDate(), noon(until).toJSDate(), true)
    .map((at) => at.toISOString().slice(0, 10) as Day)
    .filter((on) => on >= from && on < until)
    .map((on) => ({ on, period: previousPeriod(periodContaining(forum.reviewsKind, on)) }));
}
