import { STORED_STREAMS } from "../facts/streams/declared-streams";
import { june } from "../scorecards/scorecard-house.builder";
import { SettledHouse } from "../scorecards/settled-house.builder";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { factCounts } from "./fact-counts.queries";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => {
  database = await createTestDatabase();
  at = await SettledHouse.open(database.asInternal);
});
afterAll(() => database.drop());

const lateness = { graceDays: 5, timeZone: "Europe/Rome" };
const span = () => ({
  ...{ clientId: at.clientId, serviceIds: [at.house.phone.id, at.house.post.id] },
  ...{ from: june(1), until: june(30) },
});

test.each(STORED_STREAMS)("facts of stream %s can be counted", async (stream) => {
  await expect(at.in((tx) => factCounts(tx, span(), [stream], lateness))).resolves.toEqual([]);
});

test("late is what came or changed when the day and the grace days were over where the contract is", async () => {
  await at.calls([{ day: june(1) }, { day: june(1) }, { day: june(2) }, { day: june(30) }]);
  await at.sql("update contact set ingested_at = '2026-06-06T21:59:59Z' where client_id = $1");
  const counts = () => at.in((tx) => factCounts(tx, span(), ["contact", "survey"], lateness));
  const shown = async () => (await counts()).map(({ day, facts, late }) => [day, facts, late]).sort();

  expect(await shown()).toEqual([
    ["2026-06-01", 2, 0],
    ["2026-06-02", 1, 0],
  ]);

  await at.sql("update contact set ingested_at = '2026-06-06T22:00:00Z' where client_id = $1");
  expect(await shown()).toEqual([
    ["2026-06-01", 2, 2],
    ["2026-06-02", 1, 0],
  ]);
});
