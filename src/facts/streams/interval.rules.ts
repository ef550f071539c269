import { addDays, type Day } from "../../shared/day";
import type { DeclaredPlace, Objection } from "./declared-stream";

const MINUTE = 60_000;
const LONGEST_SECONDS = 25 * 3_600;

/** What a row says of its interval: an end, a length, or both. Instants in milliseconds. */
export interface SaidInterval {
  readonly intervalStart: number;
  readonly intervalEnd: number | null;
  readonly intervalSeconds: number | null;
}

export interface Interval {
  readonly end: number;
  /** Local day of its last instant. */
  readonly endDay: Day;
}

type About = "intervalStart" | "intervalEnd" | "intervalSeconds";

/**
 * The end of an interval `[start, end)` of whole minutes.
 * | start | end   | seconds | is                                 |
 * | 10:00 | 10:15 |         | 15 minutes                         |
 * | 10:00 |       |     900 | 15 minutes                         |
 * | 10:00 | 10:15 |   1,800 | refused: the two disagree          |
 * | 10:00 |       |         | refused: no end                    |
 * | 10:00 | 10:00 |         | refused: it has no minute          |
 * | 10:00 |       |     100 | refused: not whole minutes         |
 * A day of 25 hours is the longest; it ends at the latest with the day after the one it begins on.
 */
export function intervalOf(said: SaidInterval, { day, service }: DeclaredPlace): Interval | Objection<About> {
  const { intervalStart: start, intervalEnd, intervalSeconds } = said;
  const end = intervalEnd ?? (intervalSeconds === null ? null : start + intervalSeconds * 1_000);
  if (end === null)
    return about("intervalEnd", "MISSING_VALUE", "The interval needs an end, or its length in seconds.");
  const wrong = disagreement(said, end) ?? shape(start, end);
  if (wrong) return wrong;
  const endDay = service.clock.dayOf(end - 1);
  const isFar = endDay !== day && endDay !== addDays(day, 1);
  return isFar
    ? about("intervalEnd", "OUT_OF_RANGE", "The interval spans three days. Cut it at midnight.")
    : { end, endDay };
}

const about = <F extends string>(field: F, code: Objection["code"], reason: string): Objection<F> => ({
  ...{ about: field, code, reason },
});

function disagreement({ intervalStart, intervalEnd, intervalSeconds }: SaidInterval, end: number) {
  if (intervalEnd === null || intervalSeconds === null || intervalStart + intervalSeconds * 1_000 === end) return null;
  const between = (end - intervalStart) / 1_000;
  const reason = `The interval lasts ${between} s by its start and end, yet ${intervalSeconds} s are said. Correct one of them.`;
  return about("intervalSeconds", "CONTRADICTION", reason);
}

function shape(start: number, end: number): Objection<About> | null {
  if (start % MINUTE !== 0 || end % MINUTE !== 0)
    return about(
      start % MINUTE === 0 ? "intervalEnd" : "intervalStart",
      "OUT_OF_RANGE",
      "Intervals begin and end with a whole minute. Round the times in the source system.",
    );
  if (end <= start)
    return about("intervalEnd", "WRONG_ORDER", "The interval ends before it has begun, or has no minute.");
  const seconds = (end - start) / 1_000;
  if (seconds <= LONGEST_SECONDS) return null;
  return about("intervalEnd", "OUT_OF_RANGE", `The interval lasts ${seconds} s; at most a day of 25 hours fits.`);
}
