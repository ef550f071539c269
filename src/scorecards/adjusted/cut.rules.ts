import { addDays, earlierOf, type Day } from "../../shared/day";
import { commonDays, type Source } from "../source.rules";
import type { AdjustedAsk } from "./adjusted-ask";
import { daysIn, rangesOf, type DayClock } from "./day-clock.rules";
import type { Taken } from "./taken";
import { coverOf, timelinesOf, type Piece, type Stretch, type Timeline } from "./timeline.rules";

/** What an ask counts, and what goes of it when. */
export interface Cut {
  readonly ask: AdjustedAsk;
  readonly taken: readonly Taken[];
  /** Sources on the days that are asked for. */
  readonly sources: readonly BoundSource[];
  readonly timelines: readonly Timeline[];
  /** Of facts that are known by their days only: on which days they go. */
  readonly dayStretches: ReadonlyMap<Timeline, readonly DayStretch[]>;
  /** By service the days on which anything may go. */
  readonly touched: ReadonlyMap<string, ReadonlySet<Day>>;
  /** Days of the period of which nothing stays, with the step after which nothing does. */
  readonly gone: ReadonlyMap<Day, number>;
}

export interface BoundSource extends Source {
  readonly days: { readonly from: Day; readonly until: Day };
}

/** From a day on, until the next: whole days go at this step. */
export interface DayStretch {
  readonly from: Day;
  readonly step: number | null;
}

export interface CutMaterial {
  readonly clock: DayClock;
  readonly zones: ReadonlyMap<string, string>;
  /** How many days after its instant a fact may count, each once; 0 among them. */
  readonly laters: readonly number[];
  readonly today: Day;
}

/** The sources of an ask on days that have come. */
export function boundSources({ subject, item, span }: AdjustedAsk, today: Day): BoundSource[] {
  const seen = commonDays(item.days, { from: span.from, until: earlierOf(span.until, addDays(today, 1)) });
  if (!seen) return [];
  return (item.days.sources ?? subject.sources).flatMap((source) => {
    const days = commonDays(source.days, seen);
    return days?.until == null ? [] : [{ ...source, days: { from: days.from, until: days.until } }];
  });
}

export function cutOf(ask: AdjustedAsk, taken: readonly Taken[], closed: readonly Piece[], by: CutMaterial): Cut {
  const pieces: Piece[] = [
    ...closed,
    ...taken.flatMap((one, index) => one.pieces.map((piece) => ({ ...piece, step: index + 1 }))),
  ];
  const sources = boundSources(ask, by.today);
  const serviceIds = [...new Set(sources.map(({ serviceId }) => serviceId))];
  const timelines = serviceIds.flatMap((serviceId) => timelinesOf(serviceId, pieces));
  const days = daysIn({ from: ask.span.from, until: earlierOf(ask.span.until, addDays(by.today, 1)) });
  const covers = new Map(timelines.map((one) => [one, coversOf(one, days, by)]));
  return {
    ...{ ask, taken, sources, timelines },
    dayStretches: new Map([...covers].map(([one, ofDays]) => [one, dayStretches(days, ofDays)])),
    touched: touchedDays(timelines, days, by),
    gone: goneDays(days, serviceIds, covers),
  };
}

type Covers = ReadonlyMap<Day, number | null>;

/** By day the step after which nothing of it stays. */
const coversOf = ({ serviceId, stretches }: Timeline, days: readonly Day[], { clock, zones }: CutMaterial): Covers => {
  const zone = zones.get(serviceId) ?? "UTC";
  return new Map(days.map((day) => [day, coverOf(stretches, clock.startOf(day, zone), clock.endOf(day, zone)).whole]));
};

function dayStretches(days: readonly Day[], covers: Covers): DayStretch[] {
  const stretches: DayStretch[] = [];
  for (const day of days) {
    const step = covers.get(day) ?? null;
    if (stretches.length === 0 || stretches.at(-1)!.step !== step) stretches.push({ from: day, step });
  }
  return stretches;
}

function touchedDays(timelines: readonly Timeline[], days: readonly Day[], by: CutMaterial): Map<string, Set<Day>> {
  const { clock, zones, laters } = by;
  const touched = new Map<string, Set<Day>>();
  for (const { serviceId, stretches } of timelines) {
    const ofService = touched.get(serviceId) ?? new Set<Day>();
    const zone = zones.get(serviceId) ?? "UTC";
    const goes = (day: Day): boolean => isTouched(stretches, clock.startOf(day, zone), clock.endOf(day, zone));
    for (const day of days) if (laters.some((later) => goes(addDays(day, -later)))) ofService.add(day);
    touched.set(serviceId, ofService);
  }
  return touched;
}

const isTouched = (stretches: readonly Stretch[], from: number, until: number): boolean =>
  coverOf(stretches, from, until).any;

/** Only where all services go, by every channel. */
function goneDays(
  days: readonly Day[],
  serviceIds: readonly string[],
  covers: ReadonlyMap<Timeline, Covers>,
): Map<Day, number> {
  const gone = new Map<Day, number>();
  const known = new Set([...covers.keys()].map(({ serviceId }) => serviceId));
  if (serviceIds.length === 0 || !serviceIds.every((one) => known.has(one))) return gone;
  for (const day of days) {
    const steps = [...covers.values()].map((ofDays) => ofDays.get(day) ?? null);
    if (steps.every((step) => step !== null)) gone.set(day, Math.max(...steps));
  }
  return gone;
}

/** A source cut to the days on which something may go, or to all others. */
export function sourcesOn(cut: Cut, isOnTouched: boolean): BoundSource[] {
  return cut.sources.flatMap((source) => {
    const touched = cut.touched.get(source.serviceId);
    const kept = daysIn(source.days).filter((day) => (touched?.has(day) ?? false) === isOnTouched);
    return rangesOf(kept).map((days) => ({ ...source, days }));
  });
}

/** Numbers of cuts; equal where the same facts go at the same steps, whatever is measured of them. */
export function cutNumbers(cuts: readonly Cut[]): ReadonlyMap<Cut, number> {
  const known = new Map<string, number>();
  return new Map(
    cuts.map((cut) => {
      const touched = [...cut.touched].map(([serviceId, days]) => [serviceId, ...days]);
      const key = JSON.stringify([cut.sources, cut.timelines, [...cut.dayStretches.values()], touched]);
      const no = known.get(key) ?? known.size;
      known.set(key, no);
      return [cut, no];
    }),
  );
}
