import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { aClause, MoneyHouse, someTerms } from "./money-house.builder";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

describe("settling closed periods", () => {
  test("each once, in order, and nothing when nothing changed", async () => {
    const at = await MoneyHouse.open(database.asInternal);
    await at.month("2026-01", { SL: [79, 100] });
    await at.month("2026-02", { SL: [80, 100] });
    await at.month("2026-03", { SL: [60, 100] });

    const first = await at.settle({ limit: 2 });
    const second = await at.settle({ limit: 2 });
    const third = await at.settle();

    expect(first).toEqual({ settled: 2, followed: 0, corrected: 0, remain: true });
    expect(second).toEqual({ settled: 1, followed: 0, corrected: 0, remain: false });
    expect(third).toEqual({ settled: 0, followed: 0, corrected: 0, remain: false });
    expect(await at.told()).toEqual([
      "2026-01 v1 proposed: C1 SL credit 100000",
      "2026-02 v1 proposed: –",
      "2026-03 v1 proposed: C1 SL credit 100000",
    ]);
  });

  test("a proposal follows a restatement and the terms; the next period follows what it depends on", async () => {
    const doubled = aClause({ repeat: { multiplier: "2", within: 1 } });
    const at = await MoneyHouse.open(database.asInternal, someTerms({ clauses: [doubled] }));
    await at.month("2026-01", { SL: [79, 100] });
    await at.month("2026-02", { SL: [79, 100] });
    await at.settle();
    const before = await at.told();

    await at.restate("2026-01", { SL: [81, 100] });
    const report = await at.settle();

    expect(before).toEqual(["2026-01 v1 proposed: C1 SL credit 100000", "2026-02 v1 proposed: C1 SL credit 200000"]);
    expect(report).toMatchObject({ followed: 2, corrected: 0 });
    expect(await at.told()).toEqual(["2026-01 v1 proposed: –", "2026-02 v1 proposed: C1 SL credit 100000"]);
  });
});
