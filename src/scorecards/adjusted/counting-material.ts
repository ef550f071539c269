import { streamDays } from "../../measures/streams/streams.rules";
import type { Tx } from "../../platform/database";
import { addDays } from "../../shared/day";
import type { BoundFormula } from "../sums-book.rules";
import { hull } from "../sums.queries";
import type { AdjustedAsk, AdjustedSetting } from "./adjusted-ask";
import { approvedExclusions, openWindows, serviceZones } from "./counting-terms.queries";
import { boundSources, cutOf, type Cut } from "./cut.rules";
import { KNOWN_BY_DAY } from "./cut-sql.rules";
import { DayClock, daysIn } from "./day-clock.rules";
import type { Taken } from "./taken";
import { closedPieces, takenFrom, type CountingMaterial, type Seen } from "./excluded-pieces.rules";
import { forecastIntervals, type ForecastInterval } from "./relief.queries";
import { coverOf, timelinesOf } from "./timeline.rules";

/** Everything that decides what counts, and how it is looked up. */
export interface LoadedMaterial extends CountingMaterial {
  readonly setting: AdjustedSetting;
  readonly zones: ReadonlyMap<string, string>;
  readonly clock: DayClock;
  /** Of all formulas: so that what is asked for shares its sums. */
  readonly laters: readonly number[];
}

const DAY_MILLISECONDS = 86_400_000;

/** Null: nothing applies to anything that is asked for. At most four statements. */
export async function loadMaterial(
  tx: Tx,
  setting: AdjustedSetting,
  asks: readonly AdjustedAsk[],
): Promise<LoadedMaterial | null> {
  if (asks.length === 0) return null;
  const { clientId } = setting;
  const between = aroundOf(setting, asks);
  const exclusions = await approvedExclusions(tx, setting, { ...between, ids: asks.flatMap(({ only }) => only ?? []) });
  const windows = await openWindows(tx, clientId, asks, between);
  const intervals = await relievedIntervals(tx, setting, asks);
  const isLimited = asks.some(({ version }) => version.calendarId !== null);
  if (exclusions.length === 0 && intervals.length === 0 && !isLimited) return null;
  const serviceIds = [...new Set(asks.flatMap((ask) => boundSources(ask, setting.today).map((one) => one.serviceId)))];
  const zones = await serviceZones(tx, clientId, serviceIds);
  const laters = [...new Set(asks.flatMap((ask) => latersOf(boundOf(setting, ask))))].sort((a, b) => a - b);
  return { exclusions, windows, intervals, setting, zones, clock: new DayClock(), laters };
}

/** In which instants facts of the days may lie, in whatever zone. */
function aroundOf(setting: AdjustedSetting, asks: readonly AdjustedAsk[]): { from: Date; until: Date } {
  const later = Math.max(...asks.map((ask) => Math.max(...latersOf(boundOf(setting, ask)))));
  const { from, until } = hull(asks.map(({ span }) => span));
  return {
    from: new Date(Date.parse(from) - (later + 1) * DAY_MILLISECONDS),
    until: new Date(Date.parse(until) + DAY_MILLISECONDS),
  };
}

async function relievedIntervals(
  tx: Tx,
  { clientId, today }: AdjustedSetting,
  asks: readonly AdjustedAsk[],
): Promise<ForecastInterval[]> {
  const relieved = asks.filter(({ version }) => version.relief !== null);
  const serviceIds = [...new Set(relieved.flatMap((ask) => boundSources(ask, today).map((one) => one.serviceId)))];
  if (serviceIds.length === 0) return [];
  return forecastIntervals(tx, { clientId, serviceIds, ...hull(relieved.map(({ span }) => span)) });
}

const boundOf = ({ formulas }: AdjustedSetting, { item }: AdjustedAsk): BoundFormula => formulas.of(item.kpi).formula;

/** How many days after their instants the facts of a formula may count. */
function latersOf({ measures }: BoundFormula): number[] {
  const laters = measures.map(({ use: { measure, parameters }, closing }) =>
    closing === null ? streamDays(measure.stream).counting(measure.attribution, parameters).later : 0,
  );
  return [...new Set([0, ...laters])];
}

/** What is asked for, with what is to be taken out of it. */
export interface SubjectedCut {
  readonly cut: Cut;
  /** Of the forecasts of its services in its days. */
  readonly intervals: readonly ForecastInterval[];
  /** Those that leave in what is known by whole days only. */
  readonly partial: ReadonlySet<Taken>;
}

/** Null: nothing applies. */
export function subjectedCut(ask: AdjustedAsk, material: LoadedMaterial): SubjectedCut | null {
  const { setting, zones, clock, laters } = material;
  const { version, span } = ask;
  const bound = boundOf(setting, ask);
  const serviceIds = [...new Set(boundSources(ask, setting.today).map((one) => one.serviceId))];
  if (serviceIds.length === 0) return null;
  const known = serviceIds.map((one) => zones.get(one) ?? "UTC");
  const seenWith = (laters: readonly number[]): Seen => ({
    from: Math.min(...known.map((zone) => clock.startOf(addDays(span.from, -Math.max(...laters)), zone))),
    until: Math.max(...known.map((zone) => clock.startOf(span.until, zone))),
    serviceIds,
  });
  const intervals = material.intervals.filter(
    ({ serviceId, day }) => serviceIds.includes(serviceId) && day >= span.from && day < span.until,
  );
  const taken = takenFrom(ask, seenWith(latersOf(bound)), { ...material, intervals });
  const isHeldApart = version.relief?.effect === "adjust_target" && intervals.length > 0;
  if (taken.length === 0 && version.calendarId === null && !isHeldApart) return null;
  const windows = material.windows.filter(({ calendarId }) => calendarId === version.calendarId);
  const closed = version.calendarId === null ? [] : closedPieces(windows, seenWith(laters));
  const cut = cutOf(ask, taken, closed, { clock, zones, laters, today: setting.today });
  return { cut, intervals, partial: isByDay(bound) ? partialOnes(cut, material) : new Set() };
}

const isByDay = ({ measures }: BoundFormula): boolean =>
  measures.some(({ use, closing }) => closing !== null || KNOWN_BY_DAY.has(use.measure.stream));

function partialOnes({ ask, taken, timelines }: Cut, { zones, clock }: LoadedMaterial): Set<Taken> {
  const serviceIds = [...new Set(timelines.map(({ serviceId }) => serviceId))];
  const isPartial = ({ pieces }: Taken): boolean =>
    serviceIds
      .flatMap((one) =>
        timelinesOf(
          one,
          pieces.map((piece) => ({ ...piece, step: 1 })),
        ),
      )
      .some(({ serviceId, stretches }) => {
        const zone = zones.get(serviceId) ?? "UTC";
        return daysIn(ask.span).some((day) => {
          const { any, whole } = coverOf(stretches, clock.startOf(day, zone), clock.endOf(day, zone));
          return any && whole === null;
        });
      });
  return new Set(taken.filter(isPartial));
}
