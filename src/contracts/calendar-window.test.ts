import { rows } from "../platform/database";
import { givenContract, type GivenContract } from "../setup/setup.builder";
import { day } from "../shared/day";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { layOutDueWindows } from "./calendar-window.queries";
import type { CalendarInput } from "./calendar.schema";
import { CalendarService } from "./calendar.service";

const NOW = new Date("2026-07-10T10:00:00Z");

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const ask = <T>(given: GivenContract, call: string, ...instants: string[]): Promise<T> =>
  database.asInternal([given.clientId], async (tx) => {
    const params = [given.clientId, given.calendar.id, ...instants];
    const [row] = await rows<{ answer: T }>(tx, `select ${call} as answer`, params);
    return row!.answer;
  });

const hours = async (given: GivenContract, from: string, until: string): Promise<number> =>
  (await ask<number>(given, "business_between($1, $2, $3, $4)", from, until)) / 3600;

const layOut = (given: GivenContract, now = NOW): Promise<number> =>
  database.asInternal([given.clientId], (tx) => layOutDueWindows(tx, given.clientId, now));

const define = (given: GivenContract, versions: CalendarInput["versions"]) =>
  database.asInternal([given.clientId], (tx) =>
    new CalendarService(() => Promise.resolve()).define(
      tx,
      { actor: "test", now: NOW, requestId: null, clientIds: [given.clientId], internal: true },
      { client: given.client.code, code: given.calendar.code, name: "Desk", versions },
    ),
  );

const version = (validFrom: string, hours: string, holidays: { on: string; name: string }[] = []) => ({
  ...{ validFrom: day(validFrom), timeZone: "Europe/Rome", windows: { "monday-friday": [hours] } },
  holidays: holidays.map((one) => ({ ...one, on: day(one.on) })),
});

const windowsBefore = (given: GivenContract, instant: string) =>
  database.adminRows(
    `select starts_at, ends_at, seconds_before, day_ends_at from calendar_window
      where client_id = $1 and calendar_id = $2 and starts_at < $3 order by starts_at`,
    [given.clientId, given.calendar.id, instant],
  );

describe("windows of a calendar", () => {
  it("are laid out with its definition", async () => {
    const given = await givenContract(database);
    await define(given, [version("2026-01-01", "09:00-17:00", [{ on: "2026-07-06", name: "Patron saint" }])]);

    expect(await hours(given, "2026-07-06T00:00:00Z", "2026-07-11T00:00:00Z")).toBe(4 * 8);
    expect(await layOut(given)).toBe(0);
  });

  it("change from a version's first day on only", async () => {
    const given = await givenContract(database);
    await define(given, [version("2026-01-01", "09:00-17:00")]);
    const before = await windowsBefore(given, "2026-07-20T00:00:00Z");

    await define(given, [version("2026-01-01", "09:00-17:00"), version("2026-07-20", "09:00-12:00")]);

    expect(await windowsBefore(given, "2026-07-20T00:00:00Z")).toEqual(before);
    expect(await hours(given, "2026-07-13T00:00:00Z", "2026-07-27T00:00:00Z")).toBe(5 * 8 + 5 * 3);
  });

  it("are gone once versions change past the service, until they are laid out again", async () => {
    const given = await givenContract(database);
    expect(await layOut(given)).toBe(1);
    expect(await hours(given, "2026-07-06T00:00:00Z", "2026-07-07T00:00:00Z")).toBe(9);

    await database.adminRows("update calendar_version set windows = '[]' where client_id = $1", [given.clientId]);
    await expect(hours(given, "2026-07-06T00:00:00Z", "2026-07-07T00:00:00Z")).rejects.toThrow("has no windows at");

    expect(await layOut(given)).toBe(1);
    expect(await hours(given, "2026-07-06T00:00:00Z", "2026-07-07T00:00:00Z")).toBe(0);
  });

  it("are extended when their end draws near, and the same otherwise", async () => {
    const given = await givenContract(database);
    await layOut(given);
    const before = await windowsBefore(given, "2029-12-31T00:00:00Z");

    expect(await layOut(given, new Date("2027-12-31T00:00:00Z"))).toBe(0);
    await expect(hours(given, "2026-07-06T00:00:00Z", "2031-07-07T00:00:00Z")).rejects.toThrow("has no windows at");
    expect(await layOut(given, new Date("2028-02-01T00:00:00Z"))).toBe(1);

    expect(await windowsBefore(given, "2029-12-31T00:00:00Z")).toEqual(before);
    expect(await hours(given, "2031-07-07T00:00:00Z", "2031-07-08T00:00:00Z")).toBe(9);
  });

  it("are seen by their client only", async () => {
    const [given, other] = [await givenContract(database), await givenContract(database)];
    await layOut(given);

    const seen = await database.asInternal([other.clientId], (tx) =>
      rows(tx, "select from calendar_window where client_id = $1 and calendar_id = $2", [
        given.clientId,
        given.calendar.id,
      ]),
    );

    expect(seen).toEqual([]);
  });
});

describe("where nothing is known", () => {
  test.each([
    ["counting beyond the horizon", "business_seconds($1, $2, $3)", "2030-01-01T00:00:01Z"],
    ["counting long ago", "business_seconds($1, $2, $3)", "0001-01-01T00:00:00 BC"],
    ["a deadline beyond the horizon", "business_add($1, $2, $3, 36000000)", "2029-01-01T00:00:00Z"],
    ["a deadline before the beginning", "business_add($1, $2, $3, -36000000)", "2020-02-01T00:00:00Z"],
    ["a business day beyond the horizon", "business_day_end($1, $2, $3)", "2029-12-31T22:00:00Z"],
    [
      "spans beyond the horizon",
      "business_in($1, $2, tstzmultirange(tstzrange($3, '2031-01-01Z')))",
      "2029-01-01T00:00:00Z",
    ],
    [
      "several spans beyond the horizon",
      "business_in($1, $2, tstzmultirange(tstzrange('2026-01-01Z', '2026-02-01Z'), tstzrange($3, '2031-01-01Z')))",
      "2029-01-01T00:00:00Z",
    ],
  ])("%s refuses", async (_, call, instant) => {
    const given = await givenContract(database);
    await layOut(given);

    await expect(ask(given, call, instant)).rejects.toThrow("has no windows at");
  });

  it("refuses spans without an end", async () => {
    const given = await givenContract(database);
    await layOut(given);

    await expect(
      ask(given, "business_in($1, $2, tstzmultirange(tstzrange($3, null)))", NOW.toISOString()),
    ).rejects.toThrow("have no end");
    await expect(
      ask(given, "calendar_in(tstzmultirange(tstzrange($3, null))) + length($1 || $2)", NOW.toISOString()),
    ).rejects.toThrow("have no end");
  });

  it("counts nothing before the first version, and nothing after the last", async () => {
    const given = await givenContract(database);
    await define(given, [{ ...version("2026-03-02", "09:00-17:00"), validUntil: day("2026-03-09") }]);

    expect(await hours(given, "1950-01-01T00:00:00Z", "2150-01-01T00:00:00Z")).toBe(5 * 8);
    expect(await ask(given, "business_day_end($1, $2, $3)", "2026-03-06T16:00:00Z")).toBeNull();
    expect(await ask(given, "business_add($1, $2, $3, 144001)", "2026-03-01T00:00:00Z")).toBeNull();
    expect(await ask(given, "business_add($1, $2, $3, 144000)", "2026-03-01T00:00:00Z")).toEqual(
      new Date("2026-03-06T16:00:00Z"),
    );
  });

  it("begins in 2000 for calendars that are older", async () => {
    const given = await givenContract(database);
    await define(given, [{ ...version("1990-01-01", "00:00-24:00"), timeZone: "UTC" }]);

    expect(await hours(given, "2000-01-01T00:00:00Z", "2000-01-04T00:00:00Z")).toBe(24);
    await expect(hours(given, "1999-12-31T23:59:59Z", "2000-01-04T00:00:00Z")).rejects.toThrow("has no windows at");
  });
});

test("a service counts by its own calendar and zone, or else by its contract's", async () => {
  const given = await givenContract(database, { services: [{}, { timeZone: "Europe/Lisbon" }] });
  const found = await database.asInternal([given.clientId], (tx) =>
    rows(
      tx,
      `select calendar_id as "calendarId", time_zone as "timeZone" from service_calendar
        where client_id = $1 order by time_zone`,
      [given.clientId],
    ),
  );

  expect(found).toEqual([
    { calendarId: given.calendar.id, timeZone: "Europe/Lisbon" },
    { calendarId: given.calendar.id, timeZone: "Europe/Rome" },
  ]);
});
