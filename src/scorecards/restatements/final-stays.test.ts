import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { closeHouse } from "../drift/closed-house.builder";
import { SettledHouse } from "../settled-house.builder";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => {
  database = await createTestDatabase();
  at = await SettledHouse.open(database.asInternal);
  await at.oneMorning();
  await at.settle();
  await closeHouse(at, ["month"]);
});
afterAll(() => database.drop());

describe.each(["scorecard", "objective_result"])("a final %s", (table) => {
  test.each([
    ["changed", `update ${table} set period_until = period_until + 1 where client_id = $1 and period_kind = 'month'`],
    ["computed again", `update ${table} set computed_at = now() where client_id = $1 and period_kind = 'month'`],
    [
      "made provisional",
      `update ${table} set state = 'provisional', final_at = null where client_id = $1 and period_kind = 'month'`,
    ],
    ["deleted", `delete from ${table} where client_id = $1 and period_kind = 'month'`],
  ])("is not %s, whatever a program does", async (_act, sql) => {
    await expect(at.sql(sql)).rejects.toThrow(`a final ${table} is not changed: restate the period instead`);
  });

  test("is not made of a provisional one by calling it restated", async () => {
    const sql = `update ${table} set state = 'restated', final_at = now() where client_id = $1 and period_kind = 'day'`;

    await expect(at.sql(sql)).rejects.toThrow("restate the period instead");
  });

  test("is not added as restated without a restatement", async () => {
    const columns = await at.sql<{ names: string }>(
      `select string_agg(column_name, ', ') as names from information_schema.columns
        where table_schema = 'public' and table_name = $2 and $1::uuid is not null and column_name not in ('id', 'version', 'state')`,
      table,
    );
    const sql = `insert into ${table} (id, version, state, ${columns[0]?.names})
      select gen_random_uuid(), 2, 'restated', ${columns[0]?.names} from ${table} where client_id = $1 and period_kind = 'month'`;

    await expect(at.sql(sql)).rejects.toThrow(`no restatement makes this ${table}`);
  });

  test("is not changed past row level security either", async () => {
    const sql = `delete from ${table} where client_id = $1 and period_kind = 'month'`;

    await expect(database.adminRows(sql, [at.clientId])).rejects.toThrow("restate the period instead");
  });
});
