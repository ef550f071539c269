import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { resolveKpi } from "../kpis/kpi-in-use.rules";
import { measuredFigure } from "../test-support/measured-figure.builder";
import { aCaseBench, type CaseBench } from "../test-support/case-bench.builder";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const NINE_TO_FIVE = {
  timeZone: "Europe/Rome",
  windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "09:00", until: "17:00" })),
};

/** Rome, in winter. */
const at = (local: string): string => `${local.replace(" ", "T")}:00+01:00`;

const bench = (calendar: object = NINE_TO_FIVE): Promise<CaseBench> =>
  aCaseBench(database, { services: [{ code: "DESK", channels: ["email"] }], calendar, agents: [{}, {}] });

const aCase = (more: object = {}) => ({
  externalId: "case-1",
  service: "DESK",
  openedAt: at("2025-12-12 10:00"),
  ...more,
});

describe("times of cases in working time", () => {
  test("X24: Friday 21:00 until Monday 09:30 is 1 h 30 of an 8–17 calendar, and 60 h 30 on the wall", async () => {
    const windows = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "08:00", until: "17:00" }));
    const { send, settle, sum } = await bench({ ...NINE_TO_FIVE, windows });

    await send([aCase({ openedAt: at("2025-12-12 21:00"), firstResponseAt: at("2025-12-15 09:30") })]);
    await settle();

    const monday = { from: "2025-12-15", until: "2025-12-16" };
    expect(await sum("first_response_business_seconds", monday)).toBe(1.5 * 3_600);
    expect(await sum("first_response_calendar_seconds", monday)).toBe(60.5 * 3_600);
    expect(await sum("first_responses", monday)).toBe(1);
  });

  test("X25: 14:00 until 09:00 of the next day is 3 h of a 9–17 calendar, and 19 h on the wall", async () => {
    const { send, settle, sum } = await bench();

    await send([aCase({ openedAt: at("2025-12-10 14:00"), resolvedAt: at("2025-12-11 09:00") })]);
    await settle();

    expect(await sum("resolution_business_seconds")).toBe(3 * 3_600);
    expect(await sum("resolution_calendar_seconds")).toBe(19 * 3_600);
  });

  test("X37: time on hold does not count, and on hold outside hours takes nothing away", async () => {
    const { send, settle, sum } = await bench({
      ...NINE_TO_FIVE,
      windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "10:00", until: "18:00" })),
    });
    const pauses = [
      { from: at("2025-12-11 15:30"), until: at("2025-12-11 16:30"), reason: "customer" },
      { from: at("2025-12-11 19:00"), until: at("2025-12-11 21:00"), reason: "customer" },
      { from: at("2025-12-12 10:00"), until: at("2025-12-12 10:15"), reason: "other" },
    ];

    await send([aCase({ openedAt: at("2025-12-11 15:00"), resolvedAt: at("2025-12-12 11:00"), pauses })]);
    await settle();

    expect(await sum("resolution_business_whole_seconds")).toBe(4 * 3_600);
    expect(await sum("resolution_business_seconds")).toBe(3 * 3_600);
    expect(await sum("resolution_business_worked_seconds")).toBe(2.75 * 3_600);
    expect(await sum("resolution_calendar_seconds")).toBe(17 * 3_600);
  });

  test("X46: replies within the same business day are not those within 24 hours", async () => {
    const { send, settle, sum } = await bench();

    await send([
      aCase({ externalId: "a", openedAt: at("2025-12-08 10:00"), firstResponseAt: at("2025-12-09 09:30") }),
      aCase({ externalId: "b", openedAt: at("2025-12-12 18:00"), firstResponseAt: at("2025-12-15 10:00") }),
      aCase({ externalId: "c", openedAt: at("2025-12-12 16:30"), firstResponseAt: at("2025-12-15 10:00") }),
    ]);
    await settle();

    const on = (day: number) => ({ from: `2025-12-${day}`, until: `2025-12-${day + 1}` });
    expect([await sum("replies_due_business_day"), await sum("replies_same_business_day")]).toEqual([3, 1]);
    expect(await sum("replies_same_business_day", on(15))).toBe(1);
    expect([await sum("replies_due_24h"), await sum("replies_within_24h")]).toEqual([3, 1]);
    expect(await sum("replies_within_24h", { from: "2025-12-09", until: "2025-12-10" })).toBe(1);
  });
});

describe("what a case counts for", () => {
  test("each assignment has a turnaround of its own, which belongs to its agent", async () => {
    const { send, settle, sum, agents } = await bench();
    const [anna, ben] = [agents[0]!, agents[1]!];
    const assignments = [
      {
        person: anna.code,
        assignedAt: at("2025-12-10 10:00"),
        respondedAt: at("2025-12-10 11:00"),
        response: "information",
      },
      {
        person: ben.code,
        assignedAt: at("2025-12-10 12:00"),
        respondedAt: at("2025-12-10 16:00"),
        response: "solution",
      },
      { person: anna.code, assignedAt: at("2025-12-10 16:30") },
    ];
    const pauses = [{ from: at("2025-12-10 13:00"), until: at("2025-12-10 14:00"), reason: "customer" }];

    const { rejects } = await send([aCase({ openedAt: at("2025-12-10 09:00"), assignments, pauses })]);
    await settle();

    expect(rejects).toEqual([]);
    expect([await sum("turnarounds"), await sum("turnaround_calendar_seconds")]).toEqual([2, 4 * 3_600]);
    expect(await sum("turnaround_calendar_seconds", { personId: ben.id })).toBe(3 * 3_600);
  });

  test("a reopened case has one resolution time, up to the last, and none while it is open again", async () => {
    const { send, settle, sum } = await bench();
    const first = { resolvedAt: at("2025-12-12 12:00"), reopenedAt: at("2025-12-13 09:00") };

    await send([aCase({ reopenings: [first], resolvedAt: at("2025-12-14 10:00"), closedAt: at("2025-12-16 10:00") })]);
    await settle();
    expect([await sum("cases_resolved"), await sum("resolution_calendar_seconds")]).toEqual([1, 48 * 3_600]);
    expect([await sum("case_resolutions"), await sum("case_resolutions_undone")]).toEqual([2, 1]);

    await send([aCase({ reopenings: [first] })]);
    await settle();
    expect([await sum("cases_resolved"), await sum("resolution_calendar_seconds")]).toEqual([0, 0]);
    expect([await sum("case_resolutions"), await sum("cases_closed")]).toEqual([1, 0]);
  });

  test("another case of the customer within repeatDays spoils first contact resolution, and leaving it mends it", async () => {
    const { send, settle, sum } = await bench();
    const closed = (externalId: string, opened: string, closedAt: string, more: object = {}) =>
      aCase({
        externalId,
        openedAt: at(opened),
        closedAt: at(closedAt),
        customerRef: "c",
        reason: "bill",
        contacts: 1,
        ...more,
      });
    const parameters = { repeatDays: 7 };

    await send([closed("one", "2025-12-01 10:00", "2025-12-02 10:00")]);
    await settle();
    expect(await sum("cases_closed_first_contact", { parameters, from: "2025-12-09", until: "2025-12-10" })).toBe(1);

    await send([closed("two", "2025-12-06 10:00", "2025-12-13 10:00")]);
    await settle();
    expect(await sum("cases_closed_first_contact", { parameters, from: "2025-12-09", until: "2025-12-10" })).toBe(0);
    expect([
      await sum("cases_closed_first_contact", { parameters }),
      await sum("cases_closed_repeat_known", { parameters }),
    ]).toEqual([1, 2]);

    await send([closed("two", "2025-12-06 10:00", "2025-12-13 10:00", { reason: "move" })]);
    await settle();
    expect(await sum("cases_closed_first_contact", { parameters })).toBe(2);
  });
});

describe("the backlog", () => {
  test("at the end of each day is what came in less what was resolved, by age", async () => {
    const { send, settle, sum } = await bench();
    const day = (date: number) => at(`2025-12-${String(date).padStart(2, "0")} 10:00`);

    await send([
      aCase({ externalId: "old", openedAt: day(1) }),
      aCase({ externalId: "gone", openedAt: day(2), resolvedAt: day(9) }),
      aCase({ externalId: "same day", openedAt: day(3), resolvedAt: day(3) }),
      aCase({
        externalId: "again",
        openedAt: day(4),
        resolvedAt: day(20),
        reopenings: [{ resolvedAt: day(6), reopenedAt: day(15) }],
      }),
    ]);
    await settle();

    const level = async (codes: readonly [string, string[]], date: number, parameters = {}) => {
      const until = `2025-12-${String(date + 1).padStart(2, "0")}`;
      const plus = await Promise.all(codes[1].map((code) => sum(code, { until, parameters })));
      return plus.reduce((a, b) => a + b, 0) - (await sum(codes[0], { until, parameters }));
    };
    const backlog = (date: number) => level(["case_resolutions", ["cases_opened", "cases_reopened"]], date);
    const aged = (date: number) => level(["old_case_resolutions", ["cases_grown_old"]], date, { ageDays: 7 });
    expect(await Promise.all([1, 2, 3, 4, 5, 6, 8, 9, 14, 15, 20, 21].map(backlog))).toEqual([
      1, 2, 2, 3, 3, 2, 2, 1, 1, 2, 1, 1,
    ]);
    expect(await Promise.all([7, 8, 9, 14, 15, 19, 20, 21].map(aged))).toEqual([0, 1, 1, 1, 2, 2, 1, 1]);
  });
});

describe("figures of cases", () => {
  test("come from the formulas of the catalogue, and the identity of the backlog holds", async () => {
    const { clientId, send, settle } = await bench();
    const day = (date: number) => at(`2025-12-${String(date).padStart(2, "0")} 10:00`);
    await send([
      aCase({ externalId: "1", openedAt: day(1), resolvedAt: day(3), withinTarget: true, escalations: 2 }),
      aCase({ externalId: "2", openedAt: day(2), resolvedAt: day(12), dueAt: day(12), escalations: 0 }),
      aCase({
        externalId: "3",
        openedAt: day(4),
        resolvedAt: day(12),
        reopenings: [{ resolvedAt: day(5), reopenedAt: day(9) }],
      }),
      aCase({ externalId: "4", openedAt: day(10), firstResponseAt: day(11) }),
    ]);
    await settle();

    const span = { clientId, from: "2025-12-08", until: "2025-12-15" };
    const figure = async (kpiCode: string, dialect?: string, parameters?: Record<string, number>) => {
      const { value } = await measuredFigure(database, resolveKpi({ kpiCode, dialect, parameters }), span);
      return Number(value);
    };
    const flows = await Promise.all([figure("CASES_OPENED"), figure("CASES_REOPENED"), figure("CASES_RESOLVED")]);
    const [start, end] = [await figure("BACKLOG", "AT_START"), await figure("BACKLOG", "AT_END")];
    expect([start, ...flows, end]).toEqual([1, 1, 1, 2, 1]);
    expect(start + flows[0] + flows[1] - flows[2]).toBe(end);
    expect(await figure("BACKLOG", "DAILY_MEAN")).toBeCloseTo((1 + 2 + 3 + 3 + 1 + 1 + 1) / 7);
    expect(await figure("TRT", "CALENDAR_WHOLE")).toBe((10 + 8) * 43_200);
    expect(await figure("REOPEN_RATE")).toBe(0);
    expect(await figure("ON_TIME_RESOLUTION", "DUE_DATE")).toBe(1);
    expect(await figure("UNANSWERED_CASES")).toBe(0);
    expect(await figure("SDR", "ELAPSED_24H")).toBe(1);
  });
});
