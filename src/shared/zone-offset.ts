import { IANAZone } from "luxon";

/** A stretch of time in which a zone's clocks are equally far from UTC: half-open, in seconds since 1970. */
export interface OffsetStretch {
  readonly from: number;
  readonly until: number;
  /** What to add to UTC to get what the clock on the wall says. */
  readonly offset: number;
}

/**
 * How a zone's clocks go from one second until another, at most a day later.
 * | Europe/Rome, 29 March 2026 | offset |
 * | until 02:00                | 3,600  |
 * | from 03:00                 | 7,200  |
 */
export function offsetStretches(zone: string, from: number, until: number): OffsetStretch[] {
  const [first, last] = [offsetAt(zone, from), offsetAt(zone, until - 1)];
  if (first === last) return [{ from, until, offset: first }];
  const change = firstSecond(from, until - 1, (second) => offsetAt(zone, second) !== first);
  return [{ from, until: change, offset: first }, ...offsetStretches(zone, change, until)];
}

/** Seconds by which the zone's clocks are ahead of UTC. */
const offsetAt = (zone: string, second: number): number => Math.round(IANAZone.create(zone).offset(second * 1000) * 60);

/** The first second for which something is true that is false for `low` and true for `high`. */
function firstSecond(low: number, high: number, isTrue: (second: number) => boolean): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isTrue(middle)) high = middle;
    else low = middle;
  }
  return high;
}
