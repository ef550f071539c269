import type { Decimal } from "../shared/decimal";
import type { BusinessCalendar } from "./business-calendar.rules";
import { businessIn, deadline, elapsedIn, withoutPauses, type Pause } from "./business-pauses.rules";
import { refuseTooMuch } from "./business-time-limits.rules";
import { beforeDue, elapsedShare } from "./business-time.rules";
import type {
  BusinessTimeArgs,
  BusinessTimeType,
  ClockPauseInput,
  DeadlineArgs,
  DeadlineType,
} from "./business-time.type";

/** Working time and time on any clock between two instants, pauses not counted. */
export function businessTimeBetween(
  { from, until, pauses, allowedSeconds }: BusinessTimeArgs,
  calendar: BusinessCalendar,
): BusinessTimeType {
  refuseTooMuch({ from, until, pauses });
  const spans = withoutPauses({ from, until }, pauses.map(pauseOf));
  const [businessSeconds, elapsedSeconds] = [businessIn(spans, calendar), elapsedIn(spans)];
  const shareOf = (seconds: number) => shown(elapsedShare(seconds, allowedSeconds ?? 0));
  const shares = { businessShare: shareOf(businessSeconds), elapsedShare: shareOf(elapsedSeconds) };
  return { businessSeconds, elapsedSeconds, ...shares };
}

/** When working time allowed is used up, and when to warn. */
export function deadlineFrom(
  { from, seconds, pauses, warnSecondsBefore }: DeadlineArgs,
  calendar: BusinessCalendar,
): DeadlineType {
  refuseTooMuch({ from, seconds, pauses });
  refuseTooMuch({ from, seconds: warnSecondsBefore, pauses: [] });
  const dueAt = deadline({ start: from, seconds, pauses: pauses.map(pauseOf) }, calendar);
  return { dueAt, warnAt: dueAt && beforeDue(dueAt, warnSecondsBefore, calendar) };
}

const pauseOf = ({ from, until }: ClockPauseInput): Pause => ({ from, until: until ?? null });
const shown = (share: Decimal | null): string | null => share && share.toFixed();
