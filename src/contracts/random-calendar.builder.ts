import { DateTime } from "luxon";
import { addDays, day, type Day } from "../shared/day";
import type { CalendarTerms } from "./business-calendar.rules";
import { WEEKDAYS, type Window } from "./calendar.rules";

/** Zones, and days on which their clocks change in some awkward way. */
export const AWKWARD: readonly (readonly [zone: string, days: readonly string[]])[] = [
  ["Europe/Rome", ["2026-03-29", "2026-10-25"]],
  ["America/New_York", ["2026-03-08", "2026-11-01"]],
  ["Australia/Lord_Howe", ["2026-04-05", "2026-10-04"]], // half an hour
  ["Asia/Kolkata", ["2026-01-01", "2026-08-15"]], // never, and half an hour beside everybody
  ["Pacific/Apia", ["2011-12-30", "2021-04-04"]], // a day that never was
  ["America/Sao_Paulo", ["2018-11-04", "2019-02-17"]], // at midnight
  ["America/St_Johns", ["2010-11-07", "2011-03-13"]], // at one minute past midnight
  ["Africa/Casablanca", ["2025-02-23", "2025-04-06"]], // winter time within summer time
  ["Asia/Kathmandu", ["2026-02-01", "2026-09-01"]], // five hours and three quarters
];

type Random = () => number;

const upTo = (random: Random, below: number): number => Math.floor(random() * below);
const oneOf = <T>(random: Random, all: readonly T[]): T => all[upTo(random, all.length)]!;

/** Versions in order, with windows of every kind, holidays and half-days around the days of a clock change. */
export function randomVersions(random: Random, zone: string, days: readonly string[]): CalendarTerms[] {
  const first = day(days[0]!);
  const from = addDays(first, -600 + upTo(random, 200));
  const split = addDays(day(oneOf(random, days)), upTo(random, 5) - 2);
  const terms = (validFrom: Day, validUntil: Day | null): CalendarTerms => ({
    timeZone: zone,
    windows: WEEKDAYS.flatMap((_, index) => randomWindows(random).map((one) => ({ weekday: index + 1, ...one }))),
    holidays: randomHolidays(random, days),
    validFrom,
    validUntil,
  });
  const shape = upTo(random, 3);
  if (shape === 0) return [terms(from, null)];
  const gap = shape === 1 ? 0 : upTo(random, 4);
  return [terms(from, split), terms(addDays(split, gap), null)];
}

function randomHolidays(random: Random, days: readonly string[]) {
  const around = days.flatMap((one) => [-2, -1, 0, 1, 2].map((shift) => addDays(day(one), shift)));
  const chosen = around.filter(() => random() < 0.3);
  return [...new Set(chosen)].map((on) => ({
    on,
    name: "Holiday",
    windows: random() < 0.5 ? [] : randomWindows(random),
  }));
}

/** None to three, often at night, sometimes the whole day or up to midnight; they may touch. */
function randomWindows(random: Random): Window[] {
  const kind = random();
  if (kind < 0.15) return [];
  if (kind < 0.3) return [{ from: "00:00", until: "24:00" }];
  if (kind < 0.4)
    return [
      { from: "00:00", until: "02:30" },
      { from: "02:30", until: "24:00" },
    ];
  const hours = random() < 0.5 ? 4 : 24;
  const times = [...new Set(Array.from({ length: 6 }, () => upTo(random, hours * 12) * 5))].sort((a, b) => a - b);
  const pairs = Array.from({ length: Math.floor(times.length / 2) }, (_, at) => [times[2 * at]!, times[2 * at + 1]!]);
  return pairs.map(([from, until]) => ({ from: clock(from!), until: clock(until!) }));
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** An instant within some days of a clock change; often on a full minute, sometimes within a second. */
export function randomInstant(random: Random, zone: string, days: readonly string[]): Date {
  const midnight = DateTime.fromISO(oneOf(random, days), { zone }).toMillis();
  const reach = oneOf(random, [6, 72, 600]) * 3_600_000;
  const at = midnight + (random() - 0.4) * reach;
  const grain = oneOf(random, [60_000, 300_000, 1_000, 1]);
  return new Date(Math.floor(at / grain) * grain);
}
