import { Decimal } from "../shared/decimal";
import { localDay } from "./plain-measures";

/**
 * Figures of working time, forecasts, volumes and headcount in plain code, straight from the facts as they were sent: no
 * sums, no days recomputed. For the double-entry test; slow on purpose.
 */
interface Placed {
  readonly id: string;
  readonly service: string;
  readonly zone: string;
  /** `''`: none. */
  readonly channel: string;
}

interface Timed extends Placed {
  readonly start: number;
  readonly end: number;
}

export interface PlainWork extends Timed {
  readonly scheduled: number | null;
  readonly paid: number | null;
  readonly logged: number | null;
  readonly available: number | null;
  readonly handling: number | null;
  readonly contacts: number | null;
  readonly adherent: number | null;
  readonly attended: number | null;
  readonly aux: readonly { state: string; seconds: number; paid: boolean; productive: boolean }[] | null;
}

export interface PlainForecast extends Timed {
  readonly publishedAt: number;
  readonly isLocked: boolean;
  /** Hundredths. */
  readonly volume: number | null;
  readonly required: number | null;
}

export interface PlainVolume extends Timed {
  readonly offered: number | null;
  readonly handled: number | null;
  readonly abandoned: number | null;
}

export interface PlainCall extends Placed {
  readonly offeredAt: number;
  readonly isAnswered: boolean;
  readonly talk: number;
}

export interface PlainHeadcount extends Placed {
  readonly day: string;
  readonly population: "staff" | "customers";
  readonly group: string;
  /** Hundredths. */
  readonly headcount: number;
  readonly required: number | null;
  readonly voluntary: number | null;
  readonly involuntary: number | null;
  readonly leavers: number | null;
}

export interface PlainWorkforce {
  readonly work: readonly PlainWork[];
  readonly forecasts: readonly PlainForecast[];
  readonly volumes: readonly PlainVolume[];
  readonly calls: readonly PlainCall[];
  readonly headcounts: readonly PlainHeadcount[];
}

/** Days `[from, until)`. */
export interface PlainSpan {
  readonly from: string;
  readonly until: string;
}

type Sides = readonly [numerator: Decimal | null, denominator: Decimal | null];
const N = (value: number): Decimal => new Decimal(value);
const total = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((sum, one) => sum + of(one), 0);
const onDays =
  ({ from, until }: PlainSpan) =>
  (day: string): boolean =>
    day >= from && day < until;

/** `KPI/DIALECT` → numerator and denominator. */
export function plainFigures(facts: PlainWorkforce, span: PlainSpan): Map<string, Sides> {
  return new Map([...workFigures(facts, span), ...forecastFigures(facts, span), ...headcountFigures(facts, span)]);
}

function workFigures({ work, calls, volumes }: PlainWorkforce, span: PlainSpan): [string, Sides][] {
  const isIn = onDays(span);
  const all = work.filter((one) => isIn(localDay(one.start, one.zone)));
  const answered = calls.filter((one) => one.isAnswered && isIn(localDay(one.offeredAt, one.zone)));
  const counted = volumes.filter((one) => isIn(localDay(one.start, one.zone)));
  const sum = (of: (one: PlainWork) => number | null, some = all): Decimal => N(total(some, (one) => of(one) ?? 0));
  const with2 = (a: keyof PlainWork, b: keyof PlainWork) => all.filter((one) => one[a] !== null && one[b] !== null);
  const [occupied, adhering, attending] = [
    with2("handling", "available"),
    with2("adherent", "scheduled"),
    with2("attended", "scheduled"),
  ];
  const shrinking = all.filter((one) => one.paid !== null && one.aux !== null);
  const talk = N(total(answered, (one) => one.talk));
  return [
    ["UTILISATION/EACH_SECOND_ONCE", [sum((one) => one.handling), sum((one) => one.paid)]],
    ["UTILISATION/PER_CONTACT", [sum((one) => one.contacts), sum((one) => one.paid)]],
    ["UTILISATION/FROM_CONTACTS", [talk, sum((one) => one.paid)]],
    [
      "UTILISATION/WITH_AVAILABLE",
      [sum((one) => one.handling).plus(sum((one) => one.available)), sum((one) => one.paid)],
    ],
    [
      "OCCUPANCY/HANDLING",
      [sum((one) => one.handling, occupied), sum((one) => one.handling! + one.available!, occupied)],
    ],
    ["SHRINKAGE/PAID", [sum(unavailable, shrinking), sum((one) => one.paid, shrinking)]],
    ["THROUGHPUT/CONTACTS", [N(3_600 * answered.length), sum(productive)]],
    ["THROUGHPUT/VOLUMES", [N(3_600 * total(counted, (one) => one.handled ?? 0)), sum(productive)]],
    ["ADHERENCE/SCHEDULED", [sum((one) => one.adherent, adhering), sum((one) => one.scheduled, adhering)]],
    ["CONFORMANCE/LOGGED", [sum((one) => one.logged), sum((one) => one.scheduled)]],
    ["CONFORMANCE/PRODUCTIVE", [sum(productive), sum((one) => one.scheduled)]],
    ["ATTENDANCE/SCHEDULED", [sum((one) => one.attended, attending), sum((one) => one.scheduled, attending)]],
    ["VOLUME_OFFERED/CONTACTS", [N(calls.filter((one) => isIn(localDay(one.offeredAt, one.zone))).length), null]],
    ["VOLUME_OFFERED/VOLUMES", [N(total(counted, offeredIn)), null]],
  ];
}

const unavailable = ({ aux }: PlainWork): number =>
  total(
    (aux ?? []).filter((one) => one.paid),
    (one) => one.seconds,
  );
const productive = ({ aux, available, handling }: PlainWork): number =>
  available === null || handling === null
    ? 0
    : available +
      handling +
      total(
        (aux ?? []).filter((one) => one.productive),
        (one) => one.seconds,
      );
const offeredIn = (one: PlainVolume): number => one.offered ?? (one.handled ?? 0) + (one.abandoned ?? 0);

const overlap = (one: Timed, other: Timed): boolean => one.start < other.end && other.start < one.end;
const isLater = (one: PlainForecast, other: PlainForecast): boolean =>
  one.publishedAt > other.publishedAt || (one.publishedAt === other.publishedAt && one.id > other.id);

function forecastFigures(facts: PlainWorkforce, span: PlainSpan): [string, Sides][] {
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

function headcountFigures({ headcounts }: PlainWorkforce, span: PlainSpan): [string, Sides][] {
  const within = headcounts.filter((one) => onDays(span)(one.day));
  const staff = within.filter((one) => one.population === "staff");
  const leavers = total(staff, leaversOf);
  const wanted = total(staff, (one) => one.voluntary ?? 0);
  const had = total(staff, (one) => one.involuntary ?? 0);
  const days = daysOf(span);
  const level = (population: PlainHeadcount["population"], day: string, of: (one: PlainHeadcount) => number | null) =>
    N(
      levelOn(
        headcounts.filter((one) => one.population === population),
        day,
        of,
      ),
    ).div(100);
  const people = (day: string): Decimal => level("staff", day, (one) => one.headcount);
  const sum = days.reduce((so, day) => so.plus(people(day)), N(0));
  const mean = sum.div(days.length);
  const yearly = (count: number): Decimal => N(count).times(365).div(days.length);
  const [eve, last] = [dayBefore(span.from), days.at(-1)!];
  const lost = total(
    within.filter((one) => one.population === "customers"),
    leaversOf,
  );
  return [
    ["ATTRITION/ALL", [N(leavers), mean]],
    ["ATTRITION/ANNUALISED", [yearly(leavers), mean]],
    ["ATTRITION/VOLUNTARY", [N(wanted), mean]],
    ["ATTRITION/VOLUNTARY_ANNUALISED", [yearly(wanted), mean]],
    ["ATTRITION/INVOLUNTARY", [N(had), mean]],
    ["ATTRITION/INVOLUNTARY_ANNUALISED", [yearly(had), mean]],
    ["CLIENT_CHURN/LOST", [N(lost), level("customers", eve, (one) => one.headcount)]],
    ["HEADCOUNT/END", [people(last), null]],
    ["HEADCOUNT/MEAN", [sum, N(days.length)]],
    ["HEADCOUNT/START", [people(eve), null]],
    ["HEADCOUNT_GAP/END", [level("staff", last, (one) => one.required).minus(people(last)), null]],
  ];
}

const leaversOf = ({ leavers, voluntary, involuntary }: PlainHeadcount): number =>
  leavers ?? (voluntary ?? 0) + (involuntary ?? 0);

/** The last known value of each group until the end of the day. */
function levelOn(all: readonly PlainHeadcount[], day: string, of: (one: PlainHeadcount) => number | null): number {
  const latest = new Map<string, PlainHeadcount>();
  for (const one of all) {
    if (one.day > day || of(one) === null) continue;
    const key = `${one.service}/${one.group}`;
    const before = latest.get(key);
    if (!before || before.day < one.day || (before.day === one.day && before.id < one.id)) latest.set(key, one);
  }
  return total([...latest.values()], (one) => of(one) ?? 0);
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

function daysOf({ from, until }: PlainSpan): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at < Date.parse(until); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
