import type { Day } from "../shared/day";
import { SECONDS_OF_DAY, secondOf, utcDayOf, type BusinessCalendar, type OpenPiece } from "./business-calendar.rules";
import { lastCloseOf } from "./business-time.rules";

/** A row of `calendar_window`, in seconds since 1970. */
export interface WindowRow {
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly secondsBefore: number;
  readonly dayEndsAt: number | null;
}

/** Before this, windows are not laid out. */
const EARLIEST = secondOf(new Date("2000-01-01T00:00:00Z"));
/** Before its first version a calendar is closed, however far back. */
const BEGINNING = secondOf(new Date("0001-01-01T00:00:00Z"));

/**
 * Until when windows are laid out: three to four years ahead, to the end of a year.
 * | now        | until      |
 * | 2026-02-03 | 2030-01-01 |
 */
export const horizonOf = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear() + 4, 0, 1));

/** Windows that end before this are too short, and are laid out again. */
export const leastHorizonOf = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear() + 2, now.getUTCMonth(), 1));

/**
 * The calendar as rows in order: an empty one from when on it is known, its windows until the horizon, and one without
 * end from where nothing is known; at infinity where the calendar ends for good before.
 */
export function windowRows(calendar: BusinessCalendar, horizon: Date): WindowRow[] {
  const { opensFrom, opensUntil } = calendar;
  const known = opensFrom < EARLIEST ? EARLIEST : BEGINNING;
  const until = Math.min(opensUntil, secondOf(horizon));
  const rows: WindowRow[] = [];
  const closings = new Map<Day, number>();
  let secondsBefore = 0;
  for (const piece of wholeDays(piecesWithin(calendar, Math.max(opensFrom, EARLIEST), until))) {
    const dayEndsAt = closings.get(piece.day) ?? lastCloseOf(piece, calendar);
    closings.set(piece.day, dayEndsAt);
    rows.push({ startsAt: piece.from, endsAt: piece.until, secondsBefore, dayEndsAt });
    secondsBefore += piece.until - piece.from;
  }
  const isClosedFirst = rows[0]?.startsAt !== known;
  const endsForGood = opensUntil <= secondOf(horizon);
  return [
    ...(isClosedFirst ? [{ startsAt: known, endsAt: known, secondsBefore: 0, dayEndsAt: null }] : []),
    ...rows,
    { startsAt: endsForGood ? Infinity : until, endsAt: null, secondsBefore, dayEndsAt: null },
  ];
}

function piecesWithin(calendar: BusinessCalendar, from: number, until: number): OpenPiece[] {
  const pieces: OpenPiece[] = [];
  for (let day = utcDayOf(from); day * SECONDS_OF_DAY < until; day += 1)
    for (const piece of calendar.piecesOn(day)) {
      const [start, end] = [Math.max(piece.from, from), Math.min(piece.until, until)];
      if (start < end) pieces.push({ from: start, until: end, day: piece.day });
    }
  return pieces;
}

/** Pieces of one local day that touch, as one: midnight of UTC is no border. */
function wholeDays(pieces: readonly OpenPiece[]): OpenPiece[] {
  const whole: OpenPiece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last && last.until === piece.from && last.day === piece.day)
      whole[whole.length - 1] = { ...last, until: piece.until };
    else whole.push(piece);
  }
  return whole;
}
