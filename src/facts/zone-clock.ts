import { IANAZone } from "luxon";
import type { Day } from "../shared/day";

/** What a local time stands for: no instant (skipped by the clock), one, or two (the clock was set back). */
export type LocalInstants = readonly [] | readonly [number] | readonly [number, number];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MINUTE = 60_000;
const MOST_CACHED = 50_000;

/** The clock of an IANA zone, fast enough for every row of a file. Instants are milliseconds since 1970 in UTC. */
export class ZoneClock {
  private readonly zone: IANAZone;
  /** Offset in minutes for hours of UTC in which it does not change; null where it does. */
  private readonly offsets = new Map<number, number | null>();

  constructor(readonly name: string) {
    this.zone = IANAZone.create(name);
  }

  /** The local day on which an instant falls. */
  dayOf(instant: number): Day {
    return dayNumbered(Math.floor((instant + this.offsetAt(instant) * MINUTE) / DAY));
  }

  /** The instants at which the wall clock showed this time, written as if it were UTC; earlier one first. */
  instantsOf(local: number): LocalInstants {
    const before = this.offsetAt(local - DAY);
    const after = this.offsetAt(local + DAY);
    if (before === after) return [local - before * MINUTE];
    const [early, late] = [local - before * MINUTE, local - after * MINUTE].sort((a, b) => a - b) as [number, number];
    const shows = (instant: number): boolean => instant + this.offsetAt(instant) * MINUTE === local;
    if (shows(early)) return shows(late) && late !== early ? [early, late] : [early];
    return shows(late) ? [late] : [];
  }

  private offsetAt(instant: number): number {
    const hour = Math.floor(instant / HOUR);
    let known = this.offsets.get(hour);
    if (known === undefined) {
      if (this.offsets.size >= MOST_CACHED) this.offsets.clear();
      const [first, last] = [this.zone.offset(hour * HOUR), this.zone.offset(hour * HOUR + HOUR - 1)];
      known = first === last ? first : null;
      this.offsets.set(hour, known);
    }
    return known ?? this.zone.offset(instant);
  }
}

const days = new Map<number, Day>();

/** The day so many days after 1 January 1970. */
export function dayNumbered(number: number): Day {
  let known = days.get(number);
  if (known === undefined) {
    if (days.size >= MOST_CACHED) days.clear();
    known = new Date(number * DAY).toISOString().slice(0, 10) as Day;
    days.set(number, known);
  }
  return known;
}

const clocks = new Map<string, ZoneClock>();

/** The clock of a zone; made once. */
export function zoneClock(name: string): ZoneClock {
  let known = clocks.get(name);
  if (!known) clocks.set(name, (known = new ZoneClock(name)));
  return known;
}
