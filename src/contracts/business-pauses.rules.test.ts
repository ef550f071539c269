import { DateTime } from "luxon";
import { day } from "../shared/day";
import { BusinessCalendar } from "./business-calendar.rules";
import { businessIn, deadline, elapsedIn, withoutPauses, type Pause } from "./business-pauses.rules";

const calendar = new BusinessCalendar([
  {
    timeZone: "Europe/Rome",
    windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "10:00", until: "18:00" })),
    holidays: [],
    validFrom: day("2020-01-01"),
    validUntil: null,
  },
]);

/** Times of the week of Monday, 2 March 2026: `Thu 15:00`. */
const at = (text: string): Date => {
  const [weekday, time] = text.split(" ");
  const on = 2 + ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(weekday!);
  return DateTime.fromISO(`2026-03-0${on}T${time}`, { zone: "Europe/Rome" }).toJSDate();
};
const pausesOf = (texts: readonly string[]): Pause[] =>
  texts.map((text) => {
    const [from, until] = text.split("–");
    return { from: at(from!), until: until ? at(until) : null };
  });

test.each([
  ["no pause", [], 3 * 3600],
  ["a pause within hours", ["Thu 15:30–Thu 16:30"], 2 * 3600],
  ["pauses that overlap count once", ["Thu 15:30–Thu 16:30", "Thu 16:00–Thu 17:00"], 1.5 * 3600],
  ["a pause outside hours takes nothing away", ["Thu 18:00–Fri 10:00"], 3 * 3600],
  ["a pause over the night takes what lies within hours", ["Thu 17:00–Fri 10:30"], 2 * 3600],
  ["a pause that began before", ["Wed 10:00–Thu 16:00"], 2 * 3600],
  ["a pause that still lasts", ["Thu 16:00–"], 3600],
  ["a pause without length", ["Thu 16:00–Thu 16:00"], 3 * 3600],
])("working time from Thu 15:00 until Fri 10:00 with %s", (_, pauses, expected) => {
  const spans = withoutPauses({ from: at("Thu 15:00"), until: at("Fri 10:00") }, pausesOf(pauses));

  expect(businessIn(spans, calendar)).toBe(expected);
});

test("time on the wall clock goes on at night", () => {
  const spans = withoutPauses({ from: at("Thu 15:00"), until: at("Fri 10:00") }, pausesOf(["Thu 20:00–Thu 21:00"]));

  expect(elapsedIn(spans)).toBe(18 * 3600);
});

test.each([
  ["no pause", [], "Thu 17:00:00"],
  ["X37: held 3,600 s", ["Thu 15:30–Thu 16:30"], "Thu 18:00:00"],
  ["X37: held 3,601 s", ["Thu 15:30–Thu 16:30:01"], "Fri 10:00:01"],
  ["held outside hours", ["Thu 19:00–Thu 23:00"], "Thu 17:00:00"],
  ["held at once", ["Thu 14:00–Thu 15:30"], "Thu 17:30:00"],
  ["held from the very end on", ["Thu 17:00–Fri 12:00"], "Thu 17:00:00"],
  ["held twice, overlapping", ["Thu 15:30–Thu 16:00", "Thu 15:45–Thu 16:30"], "Thu 18:00:00"],
  ["still held", ["Thu 15:30–"], null],
  ["still held, but too late", ["Thu 17:30–"], "Thu 17:00:00"],
])("2 h from Thu 15:00 with %s", (_, pauses, due) => {
  const allowance = { start: at("Thu 15:00"), seconds: 2 * 3600, pauses: pausesOf(pauses) };

  expect(deadline(allowance, calendar)).toEqual(due && at(due));
});

test("pauses in a far future cost nothing", () => {
  const far = { from: new Date("9999-01-01T00:00:00Z"), until: new Date("9999-02-01T00:00:00Z") };
  const allowance = { start: at("Thu 15:00"), seconds: 2 * 3600, pauses: [far] };
  const startedAt = process.hrtime.bigint();

  expect(deadline(allowance, calendar)).toEqual(at("Thu 17:00"));
  expect(Number(process.hrtime.bigint() - startedAt) / 1e6).toBeLessThan(1_000);
});
