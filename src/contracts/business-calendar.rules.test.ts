import { DateTime } from "luxon";
import { day } from "../shared/day";
import { BusinessCalendar, type CalendarTerms } from "./business-calendar.rules";
import { NoBusinessDay, NoWorkingTime } from "./business-time.errors";
import { addBusiness, beforeDue, businessBetween, dayEnd, elapsedBetween, elapsedShare } from "./business-time.rules";
import type { Window } from "./calendar.rules";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

const terms = (windows: readonly Window[], parts: Partial<CalendarTerms> = {}): CalendarTerms => ({
  timeZone: "Europe/Rome",
  windows: EVERY_DAY.flatMap((weekday) => windows.map((one) => ({ weekday, ...one }))),
  holidays: [],
  validFrom: day("2020-01-01"),
  validUntil: null,
  ...parts,
});
const at = (local: string, zone = "Europe/Rome"): Date => DateTime.fromISO(local, { zone }).toJSDate();
const hours = (versions: CalendarTerms[], from: string, until: string): number =>
  businessBetween(at(from), at(until), new BusinessCalendar(versions)) / 3600;

test.each([
  ["a window that begins in the skipped hour", "02:30", "10:00", "2026-03-29", 7],
  ["a window within the skipped hour", "02:00", "03:00", "2026-03-29", 0],
  ["a window over the skipped hour", "01:00", "04:00", "2026-03-29", 2],
  ["a window within the repeated hour", "02:00", "03:00", "2026-10-25", 2],
  ["a window that ends in the repeated hour", "01:00", "02:30", "2026-10-25", 2],
  ["the whole day in spring", "00:00", "24:00", "2026-03-29", 23],
  ["the whole day in autumn", "00:00", "24:00", "2026-10-25", 25],
])("%s, %s–%s on %s: %d h", (_, from, until, on, expected) => {
  expect(hours([terms([{ from, until }])], `${on}T00:00`, `${on}T23:59:59.999`)).toBeCloseTo(expected, 3);
});

test("windows that meet at midnight are one stretch of time, and two business days", () => {
  const night = terms([
    { from: "00:00", until: "06:00" },
    { from: "22:00", until: "24:00" },
  ]);
  const calendar = new BusinessCalendar([night]);

  expect(addBusiness(at("2026-05-04T23:00"), 2 * 3600, calendar)).toEqual(at("2026-05-05T01:00"));
  expect(dayEnd(at("2026-05-04T23:59:59"), calendar)).toEqual(at("2026-05-05T00:00"));
  expect(dayEnd(at("2026-05-05T00:00"), calendar)).toEqual(at("2026-05-06T00:00"));
  expect(dayEnd(at("2026-05-05T12:00"), calendar)).toEqual(at("2026-05-06T00:00"));
});

test("lunch stands within a day, a half-day ends it early, and a holiday leaves it out", () => {
  const halves = [
    { from: "09:00", until: "13:00" },
    { from: "14:00", until: "18:00" },
  ];
  const holidays = [
    { on: day("2026-12-24"), name: "Christmas Eve", windows: [{ from: "09:00", until: "12:00" }] },
    { on: day("2026-12-25"), name: "Christmas", windows: [] },
  ];
  const calendar = new BusinessCalendar([terms(halves, { holidays })]);

  expect(dayEnd(at("2026-12-23T13:30"), calendar)).toEqual(at("2026-12-23T18:00"));
  expect(dayEnd(at("2026-12-24T10:00"), calendar)).toEqual(at("2026-12-24T12:00"));
  expect(dayEnd(at("2026-12-24T12:00"), calendar)).toEqual(at("2026-12-26T18:00"));
  expect(addBusiness(at("2026-12-23T17:00"), 5 * 3600, calendar)).toEqual(at("2026-12-26T10:00"));
});

describe("versions", () => {
  const short = terms([{ from: "09:00", until: "12:00" }], { validUntil: day("2026-04-01") });
  const long = terms([{ from: "09:00", until: "18:00" }], { validFrom: day("2026-04-01") });

  it("count on their own days", () => {
    expect(hours([short, long], "2026-03-30T00:00", "2026-04-03T00:00")).toBe(3 + 3 + 9 + 9);
  });

  it("change nothing before the day they begin on", () => {
    const before = hours([terms([{ from: "09:00", until: "12:00" }])], "2026-01-01T00:00", "2026-04-01T00:00");

    expect(hours([short, long], "2026-01-01T00:00", "2026-04-01T00:00")).toBe(before);
  });

  it("leave days without any version closed", () => {
    expect(hours([short], "2026-03-31T00:00", "2026-05-01T00:00")).toBe(3);
    expect(hours([long], "2026-03-01T00:00", "2026-04-02T00:00")).toBe(9);
  });

  it("give the word to the later one where their zones overlap", () => {
    const newYork = terms([{ from: "00:00", until: "24:00" }], {
      ...{ timeZone: "America/New_York", validUntil: day("2026-07-01") },
    });
    const rome = terms([{ from: "12:00", until: "13:00" }], { validFrom: day("2026-07-01") });

    expect(hours([newYork, rome], "2026-06-30T12:00", "2026-07-01T18:00")).toBe(12 + 1);
  });
});

test("a calendar that is not open long enough refuses, however far one looks", () => {
  const never = new BusinessCalendar([terms([])]);
  const until = new BusinessCalendar([terms([{ from: "09:00", until: "17:00" }], { validUntil: day("2026-05-02") })]);
  const none = new BusinessCalendar([]);

  for (const calendar of [never, none]) {
    expect(() => addBusiness(at("2026-05-01T08:00"), 1, calendar)).toThrow(NoWorkingTime);
    expect(() => addBusiness(at("2026-05-01T08:00"), -1, calendar)).toThrow(NoWorkingTime);
    expect(() => dayEnd(at("2026-05-01T08:00"), calendar)).toThrow(NoBusinessDay);
    expect(businessBetween(at("2026-05-01T08:00"), at("2027-05-01T08:00"), calendar)).toBe(0);
  }
  expect(addBusiness(at("2026-05-01T08:00"), 8 * 3600, until)).toEqual(at("2026-05-01T17:00"));
  expect(() => addBusiness(at("2026-05-01T08:00"), 8 * 3600 + 1, until)).toThrow(NoWorkingTime);
  expect(() => dayEnd(at("2026-05-01T17:00"), until)).toThrow(NoBusinessDay);
});

test("parts of a second are cut off", () => {
  const calendar = new BusinessCalendar([terms([{ from: "09:00", until: "17:00" }])]);

  expect(businessBetween(at("2026-05-04T10:00:00.900"), at("2026-05-04T10:00:01.100"), calendar)).toBe(1);
  expect(businessBetween(at("2026-05-04T10:00:00.100"), at("2026-05-04T10:00:00.900"), calendar)).toBe(0);
  expect(addBusiness(at("2026-05-04T10:00:00.900"), 1, calendar)).toEqual(at("2026-05-04T10:00:01"));
});

test("X24: what has passed of 8 h is 756 % on the clock on the wall, and 18.75 % of working time", () => {
  const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "08:00", until: "17:00" }));
  const calendar = new BusinessCalendar([terms([], { windows: weekdays })]);
  const [from, until] = [at("2025-12-12T21:00"), at("2025-12-15T09:30")];

  expect(elapsedShare(elapsedBetween(from, until), 8 * 3600)?.toFixed()).toBe("7.5625");
  expect(elapsedShare(businessBetween(from, until, calendar), 8 * 3600)?.toFixed()).toBe("0.1875");
  expect(elapsedShare(60, 0)).toBeNull();
});

test("X28: warned 1 h of working time before due, also over a night", () => {
  const calendar = new BusinessCalendar([terms([{ from: "08:00", until: "18:00" }])]);

  expect(beforeDue(at("2026-03-09T14:00"), 3600, calendar)).toEqual(at("2026-03-09T13:00"));
  expect(beforeDue(at("2026-03-10T08:30"), 3600, calendar)).toEqual(at("2026-03-09T17:30"));
});
