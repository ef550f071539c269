import fc from "fast-check";
import { DateTime } from "luxon";
import { zoneClock } from "./zone-clock";

const local = (text: string): number => Date.parse(`${text}Z`);
const instants = (zone: string, text: string): string[] =>
  zoneClock(zone)
    .instantsOf(local(text))
    .map((one) => new Date(one).toISOString().slice(0, 16));

test.each([
  ["Europe/Rome", "2026-03-29T01:59:00", ["2026-03-29T00:59"]],
  ["Europe/Rome", "2026-03-29T02:00:00", []],
  ["Europe/Rome", "2026-03-29T02:59:00", []],
  ["Europe/Rome", "2026-03-29T03:00:00", ["2026-03-29T01:00"]],
  ["Europe/Rome", "2026-10-25T01:59:00", ["2026-10-24T23:59"]],
  ["Europe/Rome", "2026-10-25T02:30:00", ["2026-10-25T00:30", "2026-10-25T01:30"]],
  ["Europe/Rome", "2026-10-25T03:00:00", ["2026-10-25T02:00"]],
  ["Australia/Lord_Howe", "2026-04-05T01:45:00", ["2026-04-04T14:45", "2026-04-04T15:15"]],
  ["America/New_York", "2026-03-08T02:30:00", []],
  ["Asia/Kolkata", "2026-03-08T02:30:00", ["2026-03-07T21:00"]],
])("in %s the clock shows %s at %j", (zone, text, expected) => {
  expect(instants(zone, text)).toEqual(expected);
});

test("an instant is among those of its own local time, and on Luxon's day", () => {
  const zones = [
    "Europe/Rome",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "UTC",
  ];
  const seconds = fc.integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2030, 0, 1) / 1000 });

  fc.assert(
    fc.property(fc.constantFrom(...zones), seconds, (zone, second) => {
      const at = DateTime.fromSeconds(second, { zone });
      const clock = zoneClock(zone);
      expect(clock.dayOf(second * 1000)).toBe(at.toISODate());
      expect(clock.instantsOf(second * 1000 + at.offset * 60_000)).toContain(second * 1000);
    }),
    { numRuns: 500 },
  );
});
