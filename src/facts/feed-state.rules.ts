import { rrulestr } from "rrule";
import { addDays, dayOf, laterOf, noon, startOfDay, type Day } from "../shared/day";
import { instantOf, plusDuration } from "../shared/duration";
import type { FeedExpectation } from "./feed-expectation.entity";
import type { Feed } from "./feed.entity";

/** How far the data of a feed reaches, and who says so. */
export interface Watermark {
  readonly at: Date;
  /** Whether a sender vouched for it; otherwise it is the latest instant among the facts. */
  readonly isDeclared: boolean;
}

export type Reach = Pick<Feed, "observedThrough" | "completeThrough">;
export type Expectation = Pick<
  FeedExpectation,
  "every" | "dueBy" | "timeZone" | "grace" | "declares" | "validFrom" | "validUntil"
>;

/**
 * The later of what was declared and what was seen; where only declarations count, what was declared.
 * | declared | latest fact | only declarations | watermark         |
 * | 06:00    | 05:58       | no                | 06:00, declared   |
 * | 06:00    | 06:40       | no                | 06:40, observed   |
 * | 06:00    | 06:40       | yes               | 06:00, declared   |
 * | –        | 06:40       | yes               | none              |
 */
export function watermarkOf({ observedThrough, completeThrough }: Reach, declares = false): Watermark | null {
  const seen = declares ? null : observedThrough;
  if (completeThrough && (!seen || completeThrough >= seen)) return { at: completeThrough, isDeclared: true };
  return seen && { at: seen, isDeclared: false };
}

/** on_time, late; never_seen: expected, but nothing came and nothing was declared; not_expected: nobody said when. */
export type FeedState = "on_time" | "late" | "never_seen" | "not_expected";

export interface Punctuality {
  readonly state: FeedState;
  /** When the first data that is missing should have been here, grace included; null while nothing is overdue. */
  readonly lateSince: Date | null;
}

/** How a feed stands, with the expectation in force or none. */
export function punctualityOf(feed: Reach, expectation: Expectation | null, now: Date): Punctuality {
  if (!expectation) return { state: "not_expected", lateSince: null };
  const deadline = nextDeadline(feed, expectation);
  const lateSince = deadline !== null && deadline < now ? deadline : null;
  if (!watermarkOf(feed, expectation.declares)) return { state: "never_seen", lateSince };
  return { state: lateSince === null ? "on_time" : "late", lateSince };
}

/** The instant, grace included, after which the feed is late unless more data comes; null: nothing more is due. */
export function nextDeadline(feed: Reach, expectation: Expectation): Date | null {
  const due = expectation.every.startsWith("P")
    ? dueByAge(feed, expectation)
    : dueByRule(firstDayWanted(feed, expectation), expectation);
  return due && plusDuration(due, expectation.grace, expectation.timeZone);
}

/** Data may be as old as `every`: counted from the watermark, in the zone's calendar when it counts days. */
function dueByAge(feed: Reach, { every, timeZone, declares, validFrom }: Expectation): Date {
  const from = watermarkOf(feed, declares)?.at ?? startOfDay(validFrom, timeZone);
  return plusDuration(from, every, timeZone);
}

/**
 * On a day of the rule all data from before that day is due. The first day whose data has not come: what was declared
 * must reach the day's beginning; without a declaration a fact of the day before is enough, because the last fact of a
 * day says nothing about when it ended.
 * | zone Rome, reach                      | first day wanted |
 * | declared through 2026-06-02 00:00     | 2026-06-03       |
 * | declared through 2026-06-01 23:00     | 2026-06-02       |
 * | latest fact 2026-06-01 21:40          | 2026-06-03       |
 */
function firstDayWanted(
  { observedThrough, completeThrough }: Reach,
  { timeZone, declares, validFrom }: Expectation,
): Day {
  const declared = completeThrough ? addDays(dayOf(completeThrough, timeZone), 1) : validFrom;
  const seen = observedThrough && !declares ? addDays(dayOf(observedThrough, timeZone), 2) : validFrom;
  return laterOf(validFrom, laterOf(declared, seen));
}

/** The time by which data is due on the first day of the rule that is not before `wanted`. */
function dueByRule(wanted: Day, { every, dueBy, timeZone, validFrom, validUntil }: Expectation): Date | null {
  const rule = rrulestr(every, { dtstart: noon(validFrom).toJSDate() });
  const found = rule.after(noon(wanted).toJSDate(), true)?.toISOString().slice(0, 10) as Day | undefined;
  if (!found || (validUntil !== null && found >= validUntil)) return null;
  return instantOf(found, dueBy ?? "00:00", timeZone);
}

/**
 * Whether the data before an instant is there: what was declared reaches it, or a fact was seen on the last local day
 * before it or later.
 */
export function reaches(mark: Watermark, until: Day, timeZone: string): boolean {
  if (mark.isDeclared) return mark.at >= startOfDay(until, timeZone);
  return dayOf(mark.at, timeZone) >= addDays(until, -1);
}
