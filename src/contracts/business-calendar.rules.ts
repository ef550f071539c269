import type { Day } from "../shared/day";
import { startOfDay } from "../shared/day";
import type { Dated } from "../shared/versions";
import { offsetStretches } from "../shared/zone-offset";
import { windowsOn, type Window, type WorkingTime } from "./calendar.rules";

/** What a calendar says on the days of a version. */
export interface CalendarTerms extends WorkingTime, Dated {
  readonly timeZone: string;
}

/** Open without a break, within one local day: half-open, in whole seconds since 1970. */
export interface OpenPiece {
  readonly from: number;
  readonly until: number;
  readonly day: Day;
}

/** A version and the time that is its: where zones change between versions, the later one has the word. */
interface Reign {
  readonly terms: CalendarTerms;
  readonly from: number;
  readonly until: number;
}

export const SECONDS_OF_DAY = 86_400;
const DAYS_AFTER_HOLIDAY = 2;

/**
 * When a calendar is open: whenever the clock on the wall reads a time within a window of that day.
 * | on 25 October 2026 in Rome, 03:00 becomes 02:00 | open                                   |
 * | 00:00–24:00                                     | 25 hours                               |
 * | 02:00–03:00                                     | 2 hours: the clock reads them twice    |
 * | 01:00–02:30                                     | 01:00–02:30 and again 02:00–02:30      |
 * | on 29 March 2026, 02:00 becomes 03:00           |                                        |
 * | 02:30–10:00                                     | 03:00–10:00                            |
 * | 02:00–03:00                                     | not at all                             |
 * Days without a version are closed. Pieces are worked out when first asked for, by days of UTC, and kept.
 */
export class BusinessCalendar {
  private readonly reigns: readonly Reign[];
  private readonly piecesByUtcDay = new Map<number, readonly OpenPiece[]>();
  private readonly windowsByDay = new Map<string, readonly OpenPiece[]>();

  constructor(versions: readonly CalendarTerms[]) {
    const inOrder = [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    const starts = inOrder.map(({ validFrom, timeZone }) => startOf(validFrom, timeZone));
    this.reigns = inOrder.map((terms, at) => ({
      terms,
      from: starts[at]!,
      until: Math.min(
        starts[at + 1] ?? Infinity,
        terms.validUntil ? startOf(terms.validUntil, terms.timeZone) : Infinity,
      ),
    }));
  }

  /** No opening before this second. */
  get opensFrom(): number {
    return this.reigns[0]?.from ?? Infinity;
  }

  /** No opening from this second on. */
  get opensUntil(): number {
    return Math.max(-Infinity, ...this.reigns.map(lastOpening));
  }

  /** What is open within the `utcDay`th day of UTC since 1970, in order. */
  piecesOn(utcDay: number): readonly OpenPiece[] {
    const known = this.piecesByUtcDay.get(utcDay);
    if (known) return known;
    const [from, until] = [utcDay * SECONDS_OF_DAY, (utcDay + 1) * SECONDS_OF_DAY];
    const pieces = this.reigns.flatMap((reign, index) =>
      this.piecesIn(reign, index, { from: Math.max(from, reign.from), until: Math.min(until, reign.until) }),
    );
    this.piecesByUtcDay.set(utcDay, pieces);
    return pieces;
  }

  private piecesIn({ terms }: Reign, index: number, { from, until }: Stretch): OpenPiece[] {
    const pieces: OpenPiece[] = [];
    if (from >= until) return pieces;
    for (const { offset, ...stretch } of offsetStretches(terms.timeZone, from, until))
      for (let day = utcDayOf(stretch.from + offset); day * SECONDS_OF_DAY < stretch.until + offset; day += 1)
        for (const open of this.openOn(terms, index, day)) {
          const [start, end] = [
            Math.max(open.from - offset, stretch.from),
            Math.min(open.until - offset, stretch.until),
          ];
          if (start < end) pieces.push({ from: start, until: end, day: open.day });
        }
    return pieces;
  }

  /** The windows of a local day in seconds of the wall clock, joined where they touch. */
  private openOn(terms: CalendarTerms, index: number, localDay: number): readonly OpenPiece[] {
    const key = `${index}/${localDay}`;
    const known = this.windowsByDay.get(key);
    if (known) return known;
    const day = dayNamed(localDay);
    const isWithin = day >= terms.validFrom && (terms.validUntil === null || day < terms.validUntil);
    const windows = isWithin ? joined(windowsOn(terms, day).map((window) => onWallClock(window, localDay))) : [];
    const open = windows.map((window) => ({ ...window, day }));
    this.windowsByDay.set(key, open);
    return open;
  }
}

export interface Stretch {
  readonly from: number;
  readonly until: number;
}

export const secondOf = (instant: Date): number => Math.floor(instant.getTime() / 1000);
export const utcDayOf = (second: number): number => Math.floor(second / SECONDS_OF_DAY);

const startOf = (day: Day, zone: string): number => secondOf(startOfDay(day, zone));
const dayNamed = (localDay: number): Day =>
  new Date(localDay * SECONDS_OF_DAY * 1000).toISOString().slice(0, 10) as Day;

/** From when on a version never opens. */
function lastOpening({ terms, until }: Reign): number {
  if (terms.windows.length > 0) return until;
  const days = terms.holidays.filter(({ windows }) => windows.length > 0).map(({ on }) => startOf(on, terms.timeZone));
  return Math.min(until, Math.max(-Infinity, ...days) + DAYS_AFTER_HOLIDAY * SECONDS_OF_DAY);
}

const onWallClock = ({ from, until }: Window, localDay: number): Stretch => ({
  from: localDay * SECONDS_OF_DAY + secondsIn(from),
  until: localDay * SECONDS_OF_DAY + secondsIn(until),
});

const secondsIn = (time: string): number => Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60;

/** In order, and as one where they touch or overlap. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const one of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && one.from <= last.until) result[result.length - 1] = { ...last, until: Math.max(last.until, one.until) };
    else result.push(one);
  }
  return result;
}
