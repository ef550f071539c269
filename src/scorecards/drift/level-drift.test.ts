import { layOutDueWindows } from "../../contracts/calendar-window.queries";
import { MeasureService } from "../../measures/measure.service";
import { day, type Day } from "../../shared/day";
import type { PeriodKind } from "../../shared/period";
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
  await at.use("BACKLOG", { dialect: "AT_END" });
  for (const [on, cases] of [
    ["2026-05-20", 7],
    ["2026-06-10", 2],
    ["2026-07-10", 3],
    ["2026-08-20", 1],
  ] as const)
    await opened(day(on), cases);
  await at.settle(NOW);
});

/** Cases of the telephone desk that nobody has resolved. */
async function opened(on: Day, cases: number): Promise<void> {
  await at.sql(
    `insert into case_record (client_id, source, external_id, service_id, channel, opened_at, earlier_resolved_at,
       reopened_at, customer_pauses, other_pauses, assignments, content_hash, import_id, ingested_at)
     select $1, 'crm', gen_random_uuid()::text, $2, 'email', $3::date + time '10:00', '{}', '{}', '{}', '{}', '[]',
            gen_random_uuid(), gen_random_uuid(), now()
       from generate_series(1, $4)`,
    at.house.phone.id,
    on,
    cases,
  );
  await at.in((tx) => layOutDueWindows(tx, at.clientId, NOW));
}

/** As after ingest: nothing but the day of the facts is computed again. */
async function settleDay(on: Day): Promise<void> {
  const [measures, { clientId }] = [new MeasureService(), at];
  await at.in((tx) => measures.rebuild(tx, clientId));
  await at.sql("delete from touched_day where client_id = $1 and (stream, day) <> ('case', $2)", on);
  await at.in((tx) => measures.recomputeTouched(tx, { clientId, limit: 100 }));
  await at.rescore(NOW);
}

async function driftOfBacklog(kind: PeriodKind) {
  return at.sql<{ from: Day; was: string; would: string }>(
    `select period_from as "from", f -> 'from' ->> 'value' as was, f -> 'to' ->> 'value' as would
       from drift, jsonb_array_elements(difference -> 'figures') f
      where client_id = $1 and subject_kind = 'contract' and period_kind = $2 and f -> 'kpi' ->> 'kpiCode' = 'BACKLOG'
      order by period_from`,
    kind,
  );
}

test("a late case drifts in its closed month and in every closed one after it", async () => {
  await closeHouse(at, ["month"], NOW);

  await opened(day("2026-06-12"), 2);
  await settleDay(day("2026-06-12"));

  // 7 of May are left alone; 9, 12 and 13 were the levels at the ends of June, July and August
  expect(await driftOfBacklog("month")).toEqual([
    { from: "2026-06-01", was: "9", would: "11" },
    { from: "2026-07-01", was: "12", would: "14" },
    { from: "2026-08-01", was: "13", would: "15" },
  ]);
});

test("closed days and weeks drift for two months after a late case", async () => {
  await closeHouse(at, ["day", "week"], NOW);

  await opened(day("2026-06-12"), 2);
  await settleDay(day("2026-06-12"));

  // days and weeks with results alone are closed here; those of 20 August are too far away
  const [days, weeks] = [await driftOfBacklog("day"), await driftOfBacklog("week")];
  expect(days.map(({ from }) => from)).toEqual(["2026-07-10", "2026-07-11"]);
  expect(weeks.map(({ from }) => from)).toEqual(["2026-06-08", "2026-07-06"]);
});

test("a case that is sent again as it was touches no later period", async () => {
  await closeHouse(at, ["month"], NOW);
  const { clientId } = at;
  await at.sql(
    "insert into touched_day (client_id, stream, service_id, day) values ($1, 'case', $2, '2026-06-10')",
    at.house.phone.id,
  );

  await at.in((tx) => new MeasureService().recomputeTouched(tx, { clientId, limit: 100 }));

  const touched = await at.sql<{ from: Day }>(
    "select period_from as from from touched_period where client_id = $1 and period_kind = 'month'",
  );
  expect(touched).toEqual([{ from: "2026-06-01" }]);
});
