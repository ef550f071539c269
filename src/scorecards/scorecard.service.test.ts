import { addDays, day } from "../shared/day";
import { newId } from "../shared/ids";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june } from "./scorecard-house.builder";
import { SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(() => database.drop());

/** What is written, and what is left alone. */
describe("rescoring", () => {
  it("removes scorecards and results when their facts go", async () => {
    await at.oneMorning();
    await at.settle();
    await at.sql("delete from contact where client_id = $1 and person_id is not null");
    await at.settle();

    expect(await at.card(at.house.agents.anna.id)).toBeUndefined();
    expect(await at.item(at.contractId, "SERVICE_LEVEL")).toMatchObject({ denominator: "1" });

    await at.sql("delete from contact where client_id = $1");
    await at.settle();

    expect(await at.sql("select from scorecard where client_id = $1")).toEqual([]);
    expect(await at.results("month")).toEqual([]);
  });

  it("keeps the id of a scorecard that changes", async () => {
    await at.oneMorning();
    await at.settle();
    const before = await at.card(at.contractId);
    await at.calls([{ by: "anna" }]);
    await at.settle();

    const after = await at.card(at.contractId);

    expect(after?.id).toBe(before?.id);
    expect(after?.items).not.toEqual(before?.items);
  });

  it("leaves final scorecards as they were decided", async () => {
    await at.oneMorning();
    await at.settle();
    await at.sql("update scorecard set state = 'final', final_at = now() where client_id = $1");
    await at.calls([{ by: "anna", waitSeconds: 100 }]);
    await at.settle();

    expect(await at.item(at.contractId, "SERVICE_LEVEL")).toMatchObject({ denominator: "4" });
  });

  it("says what a reader must know of the data", async () => {
    await at.oneMorning();
    await saveReject();
    await at.settle();

    const month = await at.card(at.house.phone.id);
    const firstDay = await at.card(at.house.phone.id, "day");

    // 22 days of June 2026 are open, two of them have calls
    expect(month?.dataQuality).toEqual({ days: 30, daysWithoutData: 20, rowsRejected: 1 });
    expect(firstDay?.dataQuality).toEqual({ days: 1, daysWithoutData: 0, rowsRejected: 0 });
  });

  it("takes the same number of statements for one period as for ninety", async () => {
    await at.calls([{ by: "anna" }]);
    const few = await at.settle();
    await at.calls(Array.from({ length: 60 }, (_, index) => ({ by: "carla", day: addDays(day("2026-03-01"), index) })));
    const many = await at.settle();

    expect(many.periods).toBeGreaterThan(60);
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBeLessThan(30);
  });

  async function saveReject(): Promise<void> {
    const importId = newId();
    await at.sql(
      `insert into import (client_id, id, stream, profile_code, state, started_by, started_at)
       values ($1, $2, 'contact', 'test', 'finished', 'test', now())`,
      importId,
    );
    await at.sql(
      `insert into import_reject (client_id, import_id, ordinal, line, field, code, reason, day)
       values ($1, $2, 1, 2, 'waitSeconds', 'NEGATIVE', 'It is negative.', $3)`,
      importId,
      june(3),
    );
  }
});
