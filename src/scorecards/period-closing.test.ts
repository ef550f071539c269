import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { statementCount } from "../platform/database";
import { PeriodClosingService, type ClosedCounts } from "./period-closing.service";
import { SettledHouse } from "./settled-house.builder";

/** Rome; five grace days: June is due on 5 July. */
const BEFORE = new Date("2026-07-05T21:59:59Z");
const DUE = new Date("2026-07-05T22:00:00Z");

const closings = new PeriodClosingService();

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  await at.oneMorning();
});
afterAll(() => database.drop());

const closeDue = (
  now: Date,
  parts: { quietSince?: Date; limit?: number } = {},
): Promise<ClosedCounts & { statements: number }> =>
  at.in(async (tx) => {
    const { clientId, contractId } = at;
    const closed = await closings.closeDue(tx, { clientId, contractId, now, limit: 1_000, closedBy: "test", ...parts });
    return { ...closed, statements: statementCount(tx) };
  });

const closedPeriods = async (kind: string): Promise<string[]> => {
  const found = await at.sql<{ from: string }>(
    `select period_from as "from" from period_closing where client_id = $1 and period_kind = $2 order by 1`,
    kind,
  );
  return found.map(({ from }) => from);
};

test("a month is closed when its grace days have passed where the contract is, and not a second before", async () => {
  await at.settle(BEFORE);
  await closeDue(BEFORE);
  const early = await closedPeriods("month");
  await closeDue(DUE);

  expect(early).toEqual([]);
  expect(await closedPeriods("month")).toEqual(["2026-06-01"]);
  expect(await closedPeriods("quarter")).toEqual(["2026-04-01"]);
  expect(await closedPeriods("year")).toEqual([]);
  expect(await closedPeriods("day")).toHaveLength(30);
  const card = await at.card(at.contractId);
  expect(card?.state).toBe("final");
});
