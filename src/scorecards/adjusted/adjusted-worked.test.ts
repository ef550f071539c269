import { saveExclusion } from "../../contracts/exclusions/exclusion.builder";
import { saveObjective } from "../../objectives/objective.builder";
import { day } from "../../shared/day";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { june } from "../scorecard-house.builder";
import { SettledHouse } from "../settled-house.builder";
import { touchCounting } from "./counting-changed";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => (database = await createTestDatabase()));
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(() => database.drop());

const exclude = (fromAt: string, untilAt: string, code = "X1"): Promise<unknown> => {
  const { clientId, contractId } = at;
  return at.in((tx) =>
    saveExclusion(tx, { clientId, contractId, code, fromAt: new Date(fromAt), untilAt: new Date(untilAt) }),
  );
};

describe("a backlog without the days that do not count", () => {
  const cases = (on: ReturnType<typeof june>, opened: number, resolved = 0): Promise<void> =>
    at.daily({ stream: "case", on, amounts: { cases_opened: opened, case_resolutions: resolved } });

  beforeEach(async () => {
    const { clientId, contractId } = at;
    for (const [index, dialect] of ["AT_START", "AT_END", "DAILY_MEAN"].entries()) {
      await at.use("BACKLOG", { dialect });
      const target = String(100 + index);
      const parts = { clientId, contractId, kpiCode: "BACKLOG", dialect, target, code: dialect };
      await at.in((tx) => saveObjective(tx, parts));
    }
    // nine days at 9, twenty at 6, the last at 10
    await cases(day("2026-05-20"), 7);
    await cases(june(1), 3, 1);
    await cases(june(10), 2, 5);
    await cases(june(30), 4);
    await at.touchPeriods(day("2026-05-01"));
  });

  async function levels() {
    await at.rescore();
    const results = await at.results("month");
    return ["100", "101", "102"].map((target) => {
      const one = results.find(
        ({ aims, item, periodFrom }) =>
          item.kpiCode === "BACKLOG" && aims.target === target && periodFrom === "2026-06-01",
      )!;
      const { value } = one.item;
      return { value, before: one.unadjusted?.value ?? null, note: one.exclusions[0]?.note ?? null };
    });
  }

  test("ends with the last day on which anybody looks, and what came in since is not forgotten", async () => {
    await exclude("2026-06-29T22:00:00Z", "2026-06-30T22:00:00Z");

    const [start, end, mean] = await levels();

    expect([start, end]).toEqual([
      { value: "7", before: "7", note: null },
      { value: "6", before: "10", note: null },
    ]);
    expect(Number(mean!.before)).toBeCloseTo((9 * 9 + 20 * 6 + 10) / 30, 12);
    expect(Number(mean!.value)).toBeCloseTo((9 * 9 + 20 * 6) / 29, 12);
  });

  test("begins before the first day that counts", async () => {
    await exclude("2026-05-31T22:00:00Z", "2026-06-01T22:00:00Z");

    const [start, end] = await levels();

    expect([start!.value, start!.before, end!.value]).toEqual(["9", "7", "10"]);
  });

  test("stays as it is where a part of a day does not count, and says so", async () => {
    await exclude("2026-06-30T10:00:00Z", "2026-06-30T12:00:00Z");

    const [, end] = await levels();

    expect(end).toEqual({ value: "10", before: "10", note: expect.stringMatching(/^Where it covers only a part/) });
  });
});

test("a day of 23 hours goes whole, and no hour of its neighbours with it", async () => {
  const [before, change, after] = [day("2026-03-28"), day("2026-03-29"), day("2026-03-30")];
  const lost = { outcome: "abandoned" as const, waitSeconds: 90 };
  const moved = (of: ReturnType<typeof day>, to: string): Promise<unknown> =>
    at.sql(
      `update contact set offered_at = $3::timestamptz, ended_at = $3::timestamptz + interval '3 minutes',
         answered_at = case when answered_at is not null then $3::timestamptz + interval '10 seconds' end
       where client_id = $1 and offered_day = $2`,
      of,
      to,
    );
  await at.calls([
    { day: before, endedDay: before },
    { ...lost, day: change, endedDay: change },
    { day: after, endedDay: after },
  ]);
  // 23:30, 23:30 and 00:30 in Rome, where the clock went on from 2 to 3 on the 29th
  await moved(before, "2026-03-28T22:30:00Z");
  await moved(change, "2026-03-29T21:30:00Z");
  await moved(after, "2026-03-29T22:30:00Z");
  await exclude("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z");
  await at.settle();

  const [march] = (await at.results("month")).filter(({ periodFrom }) => periodFrom === "2026-03-01");

  expect(march!.unadjusted).toMatchObject({ numerator: "2", denominator: "3" });
  expect(march!.item).toMatchObject({ numerator: "2", denominator: "2", value: "1" });
});

test("only periods within reach follow when what counts changes", async () => {
  await at.calls([
    { day: day("2025-06-02"), endedDay: day("2025-06-02") },
    { day: june(1), endedDay: june(1) },
  ]);
  await at.settle();
  const { clientId, contractId } = at;

  await at.in((tx) => touchCounting(tx, { clientId, contractId, from: day("2025-06-01"), until: day("2025-06-03") }));

  const touched = await at.sql<{ from: string }>(
    `select distinct period_from::text as "from" from touched_period where client_id = $1 and period_kind in ('day', 'month')`,
  );
  expect(touched.map(({ from }) => from).sort()).toEqual(["2025-06-01", "2025-06-02"]);
});
