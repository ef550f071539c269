import { DateTime } from "luxon";
import { saveClient } from "../clients/client.builder";
import { day } from "../shared/day";
import { newId } from "../shared/ids";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import type { CalendarTerms } from "./business-calendar.rules";
import { clockOfRules, clockOfSql, type BusinessClock } from "./business-clock.builder";

const NOW = new Date("2026-07-10T10:00:00Z");
const HOUR = 3600;
const clientId = newId();

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.asInternal([clientId], (tx) => saveClient(tx, { clientId }));
});
afterAll(() => database.drop());

/** Monday to Friday in Rome. */
const office = (from: string, until: string, parts: Partial<CalendarTerms> = {}): CalendarTerms => ({
  timeZone: "Europe/Rome",
  windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from, until })),
  holidays: [],
  validFrom: day("2020-01-01"),
  validUntil: null,
  ...parts,
});
const always = (timeZone: string): CalendarTerms =>
  office("00:00", "24:00", {
    timeZone,
    windows: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "00:00", until: "24:00" })),
  });

const at = (local: string, zone = "Europe/Rome"): Date => DateTime.fromISO(local, { zone }).toJSDate();
const local = (instant: Date, zone = "Europe/Rome"): string =>
  DateTime.fromJSDate(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss");

const clocks: [string, (versions: readonly CalendarTerms[]) => Promise<BusinessClock>][] = [
  ["the rules", async (versions) => clockOfRules(versions)],
  [
    "the database",
    (versions) => clockOfSql((work) => database.asInternal([clientId], work), { clientId, now: NOW }, versions),
  ],
];

describe.each(clocks)("business time by %s", (_, clockOf) => {
  test.each([
    ["X24: Friday night until Monday morning", "08:00", "17:00", "2025-12-12T21:00", "2025-12-15T09:30", 1.5],
    ["X25: 14:00 until the next opening", "09:00", "17:00", "2026-03-10T14:00", "2026-03-11T09:00", 3],
    ["the same backwards", "09:00", "17:00", "2026-03-11T09:00", "2026-03-10T14:00", -3],
    ["a week end", "09:00", "17:00", "2026-03-14T09:00", "2026-03-15T18:00", 0],
    ["before the first version", "09:00", "17:00", "2018-03-14T09:00", "2018-03-15T18:00", 0],
  ])("%s", async (_, opens, closes, from, until, hours) => {
    const clock = await clockOf([office(opens, closes)]);

    expect(await clock.between(at(from), at(until))).toBe(hours * HOUR);
  });

  test.each([
    ["X28: due after 4 h", "08:00", "2026-03-09T10:00", 4 * HOUR, "2026-03-09T14:00:00"],
    ["X28: 1 h before due", "08:00", "2026-03-09T14:00", -HOUR, "2026-03-09T13:00:00"],
    ["X31: response 1 h", "10:00", "2026-03-09T08:00", HOUR, "2026-03-09T11:00:00"],
    ["X31: resolution 4 h", "10:00", "2026-03-09T08:00", 4 * HOUR, "2026-03-09T14:00:00"],
    ["X33: 24 h from Saturday", "10:00", "2026-03-07T15:00", 24 * HOUR, "2026-03-11T18:00:00"],
    ["X33: 72 h from Saturday", "10:00", "2026-03-07T15:00", 72 * HOUR, "2026-03-19T18:00:00"],
    ["X37: the last second", "10:00", "2026-03-05T15:00", 2 * HOUR + 3600, "2026-03-05T18:00:00"],
    ["X37: one second more", "10:00", "2026-03-05T15:00", 2 * HOUR + 3601, "2026-03-06T10:00:01"],
    ["back to the first second of a day", "10:00", "2026-03-09T11:00", -HOUR, "2026-03-09T10:00:00"],
    ["back beyond it", "10:00", "2026-03-09T11:00", -HOUR - 1, "2026-03-06T17:59:59"],
    ["nothing, outside hours", "10:00", "2026-03-07T15:00", 0, "2026-03-07T15:00:00"],
  ])("%s", async (_, opens, from, seconds, until) => {
    const clock = await clockOf([office(opens, "18:00")]);

    expect(local(await clock.add(at(from), seconds))).toBe(until);
  });

  test.each([
    ["2026-03-29T00:00", "2026-03-30T00:00", 23],
    ["2026-10-25T00:00", "2026-10-26T00:00", 25],
    ["2026-03-23T00:00", "2026-03-30T00:00", 167],
  ])("X44: %s until %s", async (from, until, hours) => {
    const clock = await clockOf([always("Europe/Rome")]);

    expect(await clock.between(at(from), at(until))).toBe(hours * HOUR);
  });

  test.each([
    ["(a)", "2026-03-09T10:00", "2026-03-10T09:30", false],
    ["(b)", "2026-03-06T18:00", "2026-03-09T10:00", true],
    ["(c)", "2026-03-06T16:30", "2026-03-09T10:00", false],
    ["at the close", "2026-03-06T16:30", "2026-03-06T17:00", true],
    ["before opening", "2026-03-06T07:00", "2026-03-06T16:00", true],
  ])("X46 %s: answered on the same business day", async (_, contact, reply, isSameDay) => {
    const clock = await clockOf([office("09:00", "17:00")]);

    expect(at(reply) <= (await clock.dayEnd(at(contact)))).toBe(isSameDay);
  });

  test.each([
    ["no pause", [], 3],
    ["one within hours", [["2026-03-05T15:30", "2026-03-05T16:30"]], 2],
    [
      "two that overlap",
      [
        ["2026-03-05T15:30", "2026-03-05T16:30"],
        ["2026-03-05T16:00", "2026-03-05T17:00"],
      ],
      1.5,
    ],
    ["one outside hours", [["2026-03-05T18:00", "2026-03-06T10:00"]], 3],
    ["one over the night", [["2026-03-05T17:00", "2026-03-06T09:00"]], 2],
    ["one that began before", [["2026-03-02T10:00", "2026-03-05T16:00"]], 2],
    ["one that still lasts", [["2026-03-05T16:00", null]], 1],
    ["one without length", [["2026-03-05T16:00", "2026-03-05T16:00"]], 3],
  ])("Thursday 15:00 until Friday's opening with %s", async (_, pauses, hours) => {
    const clock = await clockOf([office("10:00", "18:00")]);
    const held = pauses.map(([from, until]) => ({ from: at(from!), until: until ? at(until) : null }));

    expect(await clock.spent(at("2026-03-05T15:00"), at("2026-03-06T10:00"), held)).toBe(hours * HOUR);
  });

  test("H2: a pause that ends with the resolution weeks later counts", async () => {
    const clock = await clockOf([office("10:00", "18:00")]);
    const [opened, resolved] = [at("2026-03-05T15:00"), at("2026-04-16T15:00")];

    expect(await clock.spent(opened, resolved, [{ from: at("2026-03-05T16:00"), until: resolved }])).toBe(HOUR);
  });
});
