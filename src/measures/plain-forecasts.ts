import { Decimal } from "../shared/decimal";
import { localDay } from "./plain-measures";
import {
  N,
  offeredIn,
  onDays,
  total,
  type Placed,
  type PlainForecast,
  type PlainSpan,
  type PlainWork,
  type PlainWorkforce,
  type Sides,
  type Timed,
} from "./plain-workforce.facts";

const overlap = (one: Timed, other: Timed): boolean => one.start < other.end && other.start < one.end;
const isLater = (one: PlainForecast, other: PlainForecast): boolean =>
  one.publishedAt > other.publishedAt || (one.publishedAt === other.publishedAt && one.id > other.id);

/** The locked forecasts in force against what became of their intervals. */
export function forecastFigures(facts: PlainWorkforce, span: PlainSpan): [string, Sides][] {
  const locked = facts.forecasts.filter((one) => one.isLocked);
  const inForce = locked.filter(
    (one) =>
      !locked.some(
        (other) =>
          other.service === one.service && other.channel === one.channel && overlap(one, other) && isLater(other, one),
      ),
  );
  const onDay = (one: PlainForecast): string => localDay(one.start, one.zone);
  const isOnly = (one: PlainForecast): boolean =>
    inForce.every(
      (other) => other.service !== one.service || onDay(other) !== onDay(one) || other.channel === one.channel,
    );
  const belongs = (fact: Placed, one: PlainForecast): boolean =>
    fact.service === one.service &&
    (one.channel === "" || fact.channel === one.channel || (fact.channel === "" && isOnly(one)));
  const wanted = inForce.filter((one) => onDays(span)(onDay(one)));
  const compared = wanted
    .filter((one) => one.volume !== null && isVolumeKnown(one, facts))
    .map((one) => {
      const calls = facts.calls.filter((c) => belongs(c, one) && c.offeredAt >= one.start && c.offeredAt < one.end);
      const volumes = facts.volumes.filter((v) => belongs(v, one) && v.start >= one.start && v.end <= one.end);
      return { one, forecast: one.volume!, actual: calls.length + total(volumes, offeredIn) };
    });
  const staffed = wanted
    .filter((one) => one.required !== null && isStaffKnown(one, facts))
    .map((one) => {
      const working = facts.work.filter((w) => belongs(w, one) && overlap(w, one) && staffOf(w) !== null);
      const required = (one.required! * (one.end - one.start)) / 1_000;
      return { required, staff: allotted(working, one, staffOf), logged: allotted(working, one, loggedOf) };
    });
  return [...accuracy(compared, onDay), ...staffing(staffed)];
}

interface Compared {
  readonly one: PlainForecast;
  readonly forecast: number;
  readonly actual: number;
}

function accuracy(all: readonly Compared[], onDay: (one: PlainForecast) => string): [string, Sides][] {
  const actual = N(total(all, (one) => one.actual));
  const error = N(total(all, (one) => Math.abs(one.forecast - 100 * one.actual))).div(100);
  const days = new Map<string, number>();
  for (const { one, forecast, actual: came } of all) {
    const key = [one.service, one.channel, onDay(one)].join("/");
    days.set(key, (days.get(key) ?? 0) + forecast - 100 * came);
  }
  const ofDays = N(total([...days.values()], Math.abs)).div(100);
  const busy = all.filter((one) => one.actual > 0);
  const ape = busy.reduce(
    (sum, one) =>
      sum.plus(
        N(Math.abs(one.forecast - 100 * one.actual))
          .div(100 * one.actual)
          .toDecimalPlaces(9, Decimal.ROUND_HALF_UP),
      ),
    N(0),
  );
  const forecast = N(total(all, (one) => one.forecast)).div(100);
  return [
    ["FORECAST_ACCURACY/WAPE", [actual.minus(error), actual]],
    ["FORECAST_ACCURACY/WAPE_DAY", [actual.minus(ofDays), actual]],
    ["FORECAST_ACCURACY/MAPE", [N(busy.length).minus(ape), N(busy.length)]],
    ["FORECAST_WAPE/INTERVAL", [error, actual]],
    ["FORECAST_WAPE/DAY", [ofDays, actual]],
    ["FORECAST_MAPE/INTERVAL", [ape, N(busy.length)]],
    ["FORECAST_BIAS/TOTAL", [forecast.minus(actual), actual]],
  ];
}

interface Staffed {
  readonly required: number;
  readonly staff: number;
  readonly logged: number;
}

function staffing(all: readonly Staffed[]): [string, Sides][] {
  const required = N(total(all, (one) => one.required));
  const covered = (of: (one: Staffed) => number): Decimal =>
    N(total(all, (one) => Math.min(100 * of(one), one.required)));
  return [
    ["STAFFING_TO_FORECAST/STAFFED", [N(total(all, (one) => one.staff)), required.div(100)]],
    ["STAFFING_TO_FORECAST/LOGGED", [N(total(all, (one) => one.logged)), required.div(100)]],
    ["STAFFING_COVERED/STAFFED", [covered((one) => one.staff), required]],
    ["STAFFING_COVERED/LOGGED", [covered((one) => one.logged), required]],
  ];
}

function isVolumeKnown(one: PlainForecast, { calls, volumes }: PlainWorkforce): boolean {
  const known = [
    ...calls.filter((c) => c.service === one.service).map((c) => [c.offeredAt, c.offeredAt] as const),
    ...volumes.filter((v) => v.service === one.service).map((v) => [v.start, v.end - 0.001] as const),
  ];
  const day = localDay(one.start, one.zone);
  return known.some(([at]) => localDay(at, one.zone) <= day) && known.some(([, until]) => one.start <= until);
}

function isStaffKnown(one: PlainForecast, { work }: PlainWorkforce): boolean {
  const known = work.filter((w) => w.service === one.service && staffOf(w) !== null);
  const day = localDay(one.start, one.zone);
  return known.some((w) => localDay(w.start, w.zone) <= day) && known.some((w) => one.start < w.end);
}

const both = ({ available, handling }: PlainWork): number | null =>
  available === null || handling === null ? null : available + handling;
const staffOf = (one: PlainWork): number | null => both(one) ?? one.logged;
const loggedOf = (one: PlainWork): number | null => one.logged ?? both(one);

/** Everybody who worked the same hours is taken together. */
function allotted(working: readonly PlainWork[], one: Timed, of: (work: PlainWork) => number | null): number {
  const groups = new Map<string, { readonly first: PlainWork; seconds: number }>();
  for (const work of working) {
    const key = [work.channel, work.start, work.end].join("/");
    const group = groups.get(key) ?? { first: work, seconds: 0 };
    group.seconds += of(work) ?? 0;
    groups.set(key, group);
  }
  return total([...groups.values()], ({ first: { start, end }, seconds }) => {
    const done = (by: number): number => Math.floor((seconds * (by - start)) / (end - start));
    return done(Math.min(one.end, end)) - done(Math.max(one.start, start));
  });
}
