import { Decimal } from "../shared/decimal";
import { SECONDS_OF_DAY, secondOf, utcDayOf, type BusinessCalendar, type OpenPiece } from "./business-calendar.rules";
import { NoBusinessDay, NoWorkingTime } from "./business-time.errors";

/** Further than this nobody looks for a deadline. */
const LONGEST_SEARCH_DAYS = 50 * 366;

/**
 * Open seconds from one instant until another; negative when the second is earlier. Instants count by their whole
 * second: parts of a second are cut off.
 * | 09:00–17:00, Monday to Friday     | seconds        |
 * | Mon 14:00 until Tue 09:00         | 10,800         |
 * | Sat 10:00 until Sun 18:00         | 0              |
 * | Tue 10:00 until Tue 09:30         | −1,800         |
 */
export function businessBetween(a: Date, b: Date, calendar: BusinessCalendar): number {
  const [from, until] = [secondOf(a), secondOf(b)];
  return from <= until ? openSeconds(from, until, calendar) : 0 - openSeconds(until, from, calendar);
}

/** Seconds between two instants on any clock, by the same rule on parts of a second. */
export const elapsedBetween = (a: Date, b: Date): number => secondOf(b) - secondOf(a);

/**
 * When so many open seconds have passed. Time outside windows does not count, so that a start outside hours is one at
 * the next opening. The last second of a day ends at its close and not at the next opening; going back, the first
 * second of a day begins at its opening. Refuses when the calendar is not open that long.
 * | 10:00–18:00, Monday to Friday     | result           |
 * | Thu 15:00 + 3 h                   | Thu 18:00        |
 * | Thu 15:00 + 3 h and 1 s           | Fri 10:00:01     |
 * | Sat 15:00 + 24 h                  | Wed 18:00        |
 * | Mon 10:30 − 1 h                   | Fri 17:30        |
 * | Sat 15:00 + 0 s                   | Sat 15:00        |
 */
export function addBusiness(start: Date, seconds: number, calendar: BusinessCalendar): Date {
  const from = secondOf(start);
  if (seconds > 0) return atSecond(forward(from, seconds, calendar) ?? refuse(start, seconds));
  if (seconds < 0) return atSecond(backward(from, -seconds, calendar) ?? refuse(start, seconds));
  return atSecond(from);
}

/** An instant of warning so many open seconds before a deadline: 1 h before Monday 14:00 is Monday 13:00. */
export const beforeDue = (due: Date, seconds: number, calendar: BusinessCalendar): Date =>
  addBusiness(due, -seconds, calendar);

/**
 * When the business day of an instant closes: that of its local day; after its close, that of the next day that opens.
 * At the very closing instant the day is over. Refuses when no day opens any more.
 * | 09:00–17:00, Monday to Friday     | closes    |
 * | Mon 07:00, Mon 10:00              | Mon 17:00 |
 * | Mon 17:00, Mon 18:00              | Tue 17:00 |
 * | Fri 18:00, Sun 10:00              | Mon 17:00 |
 */
export function dayEnd(instant: Date, calendar: BusinessCalendar): Date {
  const at = secondOf(instant);
  for (const piece of piecesAfter(at, calendar)) if (piece.until > at) return atSecond(lastCloseOf(piece, calendar));
  throw new NoBusinessDay(instant.toISOString());
}

/**
 * How much of what is allowed has passed; may exceed 1; null when nothing is allowed. Business by business, or elapsed
 * by allowed, never mixed.
 * | elapsed    | allowed | share            |
 * | 1 h 30     | 8 h     | 0.1875: 18.75 %  |
 * | 60 h 30    | 8 h     | 7.5625: 756.25 % |
 */
export const elapsedShare = (elapsedSeconds: number, allowedSeconds: number): Decimal | null =>
  allowedSeconds === 0 ? null : new Decimal(elapsedSeconds).div(allowedSeconds);

const atSecond = (second: number): Date => new Date(second * 1000);

function refuse(start: Date, seconds: number): never {
  throw new NoWorkingTime(Math.abs(seconds), seconds > 0 ? "after" : "before", start.toISOString());
}

function openSeconds(from: number, until: number, calendar: BusinessCalendar): number {
  const [first, end] = [Math.max(from, calendar.opensFrom), Math.min(until, calendar.opensUntil)];
  let total = 0;
  for (let day = utcDayOf(first); day * SECONDS_OF_DAY < end; day += 1)
    for (const piece of calendar.piecesOn(day))
      total += Math.max(0, Math.min(piece.until, end) - Math.max(piece.from, first));
  return total;
}

function forward(from: number, seconds: number, calendar: BusinessCalendar): number | null {
  let left = seconds;
  for (const piece of piecesAfter(from, calendar)) {
    const start = Math.max(piece.from, from);
    if (piece.until > start && left <= piece.until - start) return start + left;
    left -= Math.max(0, piece.until - start);
  }
  return null;
}

function backward(from: number, seconds: number, calendar: BusinessCalendar): number | null {
  let left = seconds;
  for (const piece of piecesBefore(from, calendar)) {
    const end = Math.min(piece.until, from);
    if (end > piece.from && left <= end - piece.from) return end - left;
    left -= Math.max(0, end - piece.from);
  }
  return null;
}

/** In order, from the day of an instant on. */
function* piecesAfter(second: number, calendar: BusinessCalendar): Generator<OpenPiece> {
  const first = utcDayOf(Math.max(second, calendar.opensFrom));
  const end = Math.min(calendar.opensUntil, (first + LONGEST_SEARCH_DAYS) * SECONDS_OF_DAY);
  for (let day = first; day * SECONDS_OF_DAY < end; day += 1) yield* calendar.piecesOn(day);
}

/** The latest first, from the day of an instant back. */
function* piecesBefore(second: number, calendar: BusinessCalendar): Generator<OpenPiece> {
  const last = utcDayOf(Math.min(second, calendar.opensUntil));
  const first = Math.max(utcDayOf(calendar.opensFrom), last - LONGEST_SEARCH_DAYS);
  for (let day = last; day >= first; day -= 1) yield* [...calendar.piecesOn(day)].reverse();
}

/** When the local day of a piece closes for the last time: within two days of UTC after any of its instants. */
export function lastCloseOf(piece: OpenPiece, calendar: BusinessCalendar): number {
  const day = utcDayOf(piece.from);
  const around = [day, day + 1, day + 2].flatMap((one) => calendar.piecesOn(one));
  return Math.max(...around.filter((one) => one.day === piece.day).map(({ until }) => until));
}
