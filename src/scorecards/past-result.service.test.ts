import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { PastResultService } from "./past-result.service";
import { SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
});
afterAll(() => database.drop());

const ROW = "00000000-0000-7000-8000-000000000001";

/** Beliefs of one row that follow each other, by the instants at which they began; the last one ends at `until`. */
async function believed(began: readonly string[], until: string): Promise<void> {
  for (const [index, from] of began.entries())
    await at.sql(
      `insert into past_result (client_id, contract_id, result, row_id, subject_id, period_kind, period_from, recorded_at,
         superseded_at, document) values ($1, $2, 'scorecard', $3, $3, 'month', '2026-06-01', $4, $5, '{}')`,
      ...[at.contractId, ROW, `2026-06-${from}Z`, `2026-06-${began[index + 1] ?? until}Z`],
    );
}

const remaining = async (): Promise<string[]> => {
  const found = await at.sql<{ from: Date; until: Date }>(
    `select recorded_at as "from", superseded_at as until from past_result where client_id = $1 order by 1`,
  );
  const short = (one: Date): string => one.toISOString().slice(8, 16);
  return found.map(({ from, until }) => `${short(from)} ${short(until)}`);
};

const thin = (now: string): Promise<number> =>
  at.in((tx) => new PastResultService().thin(tx, at.clientId, new Date(`2026-06-${now}Z`)));

const DAY_BY_DAY = ["01 08:00", "01 09:00", "01 17:00", "02 10:00", "02 11:00", "05 12:00"];

test("of beliefs held more than seven days ago, the first and the last of each day stay, without gaps", async () => {
  await believed(DAY_BY_DAY, "06 12:00");

  expect(await thin("20 00:00")).toBe(2);
  expect(await remaining()).toEqual([
    "01T08:00 01T17:00",
    "01T17:00 02T11:00",
    "02T11:00 05T12:00",
    "05T12:00 06T12:00",
  ]);
  expect(await thin("20 00:00")).toBe(0);
});

test("of younger ones, all stay", async () => {
  await believed(DAY_BY_DAY, "06 12:00");

  expect(await thin("08 08:30")).toBe(0);
  expect(await remaining()).toHaveLength(6);
  expect(await thin("09 09:30")).toBe(0);
  expect(await thin("10 00:00")).toBe(1);
});
