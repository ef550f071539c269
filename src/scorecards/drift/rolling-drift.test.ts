import { MeasureService } from "../../measures/measure.service";
import { day, type Day } from "../../shared/day";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { SettledHouse } from "../settled-house.builder";
import { closeHouse } from "./closed-house.builder";

const NOW = new Date("2026-09-10T10:00:00Z");

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  await at.sql("update objective_version set rolling = 3 where client_id = $1");
  for (const month of ["05", "06", "07", "08"]) await answered(day(`2026-${month}-04`), 10);
  await at.settle(NOW);
});

/** Calls that were answered in time. */
const answered = (on: Day, count: number) =>
  at.calls(Array.from({ length: count }, () => ({ waitSeconds: 5, day: on })));

/** As after ingest: nothing but the day of the facts is computed again. */
async function settleDay(on: Day): Promise<void> {
  const [measures, { clientId }] = [new MeasureService(), at];
  await at.in((tx) => measures.rebuild(tx, clientId));
  await at.sql("delete from touched_day where client_id = $1 and day <> $2", on);
  await at.in((tx) => measures.recomputeTouched(tx, { clientId, limit: 100 }));
  await at.rescore(NOW);
}

const months = async () =>
  (await at.results("month")).map(({ periodFrom, item }) => [periodFrom, item.denominator] as const);

test("a late fact moves its own month and the two that are judged together with it", async () => {
  const before = await months();
  await answered(day("2026-05-20"), 2);
  await settleDay(day("2026-05-20"));

  expect(before.map(([, count]) => count)).toEqual(["10", "20", "30", "30"]);
  expect(await months()).toEqual([
    ["2026-05-01", "12"],
    ["2026-06-01", "22"],
    ["2026-07-01", "32"],
    ["2026-08-01", "30"],
  ]);
});

test("closed months drift by it, and no later ones", async () => {
  await closeHouse(at, ["month"], NOW);
  await answered(day("2026-05-20"), 2);
  await settleDay(day("2026-05-20"));

  const drifting = await at.sql<{ from: Day; would: string }>(
    `select period_from as from, difference -> 'figures' -> 0 -> 'to' ->> 'denominator' as would
       from drift where client_id = $1 and subject_kind = 'objective' and period_kind = 'month' order by period_from`,
  );

  expect(drifting).toEqual([
    { from: "2026-05-01", would: "12" },
    { from: "2026-06-01", would: "22" },
    { from: "2026-07-01", would: "32" },
  ]);
  expect((await months()).map(([, count]) => count)).toEqual(["10", "20", "30", "30"]);
});

test("facts of a service touch nothing that another service is judged by", async () => {
  await at.sql("update objective set service_id = $2 where client_id = $1", at.house.phone.id);
  await at.sql("delete from touched_period where client_id = $1");
  await at.sql(
    "insert into touched_day (client_id, stream, service_id, day) values ($1, 'contact', $2, '2026-05-04')",
    at.house.post.id,
  );

  await at.in((tx) => new MeasureService().recomputeTouched(tx, { clientId: at.clientId, limit: 100 }));

  const touched = await at.sql<{ from: Day }>(
    "select period_from as from from touched_period where client_id = $1 and period_kind = 'month'",
  );
  expect(touched).toEqual([{ from: "2026-05-01" }]);
});
