import { markLaterPeriods } from "../measures/later-period.queries";
import { day } from "../shared/day";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june } from "./scorecard-house.builder";
import { SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(() => database.drop());

const opened = (on: ReturnType<typeof june>, cases: number, resolved = 0): Promise<void> =>
  at.daily({ stream: "case", on, amounts: { cases_opened: cases, case_resolutions: resolved } });

async function valueOf(kind: "day" | "week" | "month" | "quarter", from: ReturnType<typeof june>, dialect: string) {
  const card = await at.card(at.contractId, kind, from);
  const item = card?.items.find((one) => one.kpiCode === "BACKLOG" && one.dialect === dialect);
  return item && { value: item.value, sample: item.sample, status: item.status };
}

describe("a backlog", () => {
  beforeEach(async () => {
    for (const dialect of ["AT_END", "AT_START", "DAILY_MEAN"]) await at.use("BACKLOG", { dialect });
    await opened(day("2026-05-20"), 7);
    await opened(june(1), 3, 1);
    await opened(june(10), 2, 5);
    await opened(june(30), 4);
    await at.touchPeriods(day("2026-05-01"));
  });

  it("runs on from one period to the next", async () => {
    await at.rescore();

    expect(await valueOf("day", june(1), "AT_END")).toEqual({ value: "9", sample: 9, status: "OK" });
    expect(await valueOf("day", june(10), "AT_START")).toMatchObject({ value: "9" });
    expect(await valueOf("day", june(10), "AT_END")).toMatchObject({ value: "6" });
    expect(await valueOf("month", june(1), "AT_START")).toMatchObject({ value: "7" });
    expect(await valueOf("month", june(1), "AT_END")).toMatchObject({ value: "10" });
    expect(await valueOf("day", june(30), "AT_END")).toMatchObject({ value: "10" });
    expect(await valueOf("quarter", day("2026-04-01"), "AT_END")).toMatchObject({ value: "10" });
  });

  it("has as its mean that of the levels at the end of each day", async () => {
    await at.rescore();

    // nine days at 9, twenty at 6, one at 10
    const mean = await valueOf("month", june(1), "DAILY_MEAN");
    expect(mean).toMatchObject({ value: `7.0${"3".repeat(32)}`, sample: 10 });
  });

  it("counts days up to today while the period runs", async () => {
    await at.rescore(new Date("2026-06-11T10:00:00Z"));

    // nine days at 9, the 10th and the 11th at 6; what is known of the 30th does not count yet
    const mean = await valueOf("month", june(1), "DAILY_MEAN");
    expect(Number(mean?.value)).toBeCloseTo((9 * 9 + 2 * 6) / 11, 12);
    expect(await valueOf("month", june(1), "AT_END")).toMatchObject({ value: "6" });
    expect(await at.card(at.contractId, "day", june(30))).toBeUndefined();
  });

  it("takes one more statement, however many periods there are", async () => {
    const { statements: some } = await at.rescore();
    for (let on = 2; on < 9; on += 1) await opened(june(on), 1);
    await at.touchPeriods(day("2026-05-01"));

    const { statements: more } = await at.rescore();

    expect(more).toBe(some);
  });

  it("of later periods follows a flow of an earlier day", async () => {
    await at.rescore();
    await opened(day("2026-05-21"), 100);

    await at.in((tx) =>
      markLaterPeriods(tx, at.clientId, [{ stream: "case", serviceId: at.house.phone.id, day: day("2026-05-21") }]),
    );
    await at.rescore();

    expect(await valueOf("day", june(10), "AT_END")).toMatchObject({ value: "106" });
    expect(await valueOf("month", june(1), "AT_START")).toMatchObject({ value: "107" });
  });

  it("is nobody's business when a stream without levels changes", async () => {
    await at.rescore();

    await at.in((tx) =>
      markLaterPeriods(tx, at.clientId, [{ stream: "survey", serviceId: at.house.phone.id, day: day("2026-05-21") }]),
    );

    expect(await at.sql("select from touched_period where client_id = $1")).toEqual([]);
  });
});
