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
  const [first, next] = [offsetAt(zone, from), offsetAt(zone, until)];
  if (first === next) return [{ from, until, offset: first }];
  const change = firstSecond(from, until, (second) => offsetAt(zone, second) !== first);
  if (change === until) return [{ from, until, offset: first }];
  return [{ from, until: change, offset: first }, ...offsetStretches(zone, change, until)];
}

/** Seconds by which the zone's clocks are ahead of UTC. The library takes its time: midnights of UTC are remembered. */
function offsetAt(zone: string, second: number): number {
  if (second % SECONDS_OF_DAY !== 0) return askLibrary(zone, second);
  const known = midnights.get(zone) ?? new Map<number, number>();
  if (known.size === 0) midnights.set(zone, known);
  const offset = known.get(second) ?? askLibrary(zone, second);
  known.set(second, offset);
  return offset;
}

const SECONDS_OF_DAY = 86_400;
const midnights = new Map<string, Map<number, number>>();

const askLibrary = (zone: string, second: number): number =>
  Math.round(IANAZone.create(zone).offset(second * 1000) * 60);

/** The first second for which something is true that is false for `low` and true for `high`. */
function firstSecond(low: number, high: number, isTrue: (second: number) => boolean): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isTrue(middle)) high = middle;
    else low = middle;
  }
  return high;
}
