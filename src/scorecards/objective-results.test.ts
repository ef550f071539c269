import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june } from "./scorecard-house.builder";
import { SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(() => database.drop());

const many = (count: number, waitSeconds: number, ofMonth = 1) =>
  Array.from({ length: count }, () => ({ waitSeconds, day: june(ofMonth) }));

/** The house promises 80 % within 20 seconds. */
describe("objective results", () => {
  it("are there for every kind of period", async () => {
    await at.calls([...many(7, 5), ...many(3, 30), ...many(10, 5, 2)]);
    await at.settle();

    const [month] = await at.results("month");

    expect(month).toMatchObject({ outcome: "met", shortfall: "0", missesAllowed: 4 });
    expect(month?.item).toMatchObject({ numerator: "17", denominator: "20", weight: "1", score: "100" });
    expect(month?.item.targetSource).toMatchObject({ kind: "objective", version: 1, clause: "Schedule 2, § 3.1" });
    expect(await at.results("day")).toMatchObject([
      { periodFrom: june(1), outcome: "missed", shortfall: "0.1", missesAllowed: 2 },
      { periodFrom: june(2), outcome: "met", missesAllowed: 2 },
    ]);
    for (const kind of ["week", "quarter", "year"] as const) {
      expect(await at.results(kind)).toMatchObject([{ outcome: "met", item: { denominator: "20" } }]);
    }
  });

  it("count the misses left while their period runs", async () => {
    await at.calls([...many(9, 5), ...many(1, 30)]);
    await at.settle(new Date("2026-06-20T10:00:00Z"));

    expect(await at.results("month")).toMatchObject([{ outcome: "met", missesAllowed: 1 }]);
  });

  it("say below the minimum, too little, and nothing at all", async () => {
    await at.calls([...many(1, 5), ...many(1, 30)]);
    await at.settle();
    const [below] = await at.results("month");
    await at.sql("update objective_version set min_sample = 3 where client_id = $1");
    await at.settle();
    const [few] = await at.results("month");
    await at.sql("delete from contact where client_id = $1");
    await at.surveys("anna", [5]);
    await at.settle();
    const [none] = await at.results("month");

    expect(below).toMatchObject({ outcome: "below_minimum", shortfall: "0.3" });
    expect(few).toMatchObject({ outcome: "undetermined", shortfall: null, item: { status: "INSUFFICIENT_DATA" } });
    expect(none).toMatchObject({ outcome: "not_measured", shortfall: null, item: { status: "NO_DATA" } });
  });

  it("are looked at again once their period has ended", async () => {
    const ended = new Date("2026-07-02T00:00:00Z");
    await at.oneMorning();
    await at.settle(new Date("2026-06-20T10:00:00Z"));

    expect(await at.touchEnded(new Date("2026-06-30T10:00:00Z"))).toBe(0);
    // the month and the quarter; days and week were over before
    expect(await at.touchEnded(ended)).toBe(2);
    expect(await at.touchEnded(ended)).toBe(0);
    await at.rescore(ended);
    expect(await at.touchEnded(new Date("2026-07-03T00:00:00Z"))).toBe(0);
    expect((await at.card(at.contractId))?.dataQuality.days).toBe(30);
  });
});
