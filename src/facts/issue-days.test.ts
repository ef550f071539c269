import fc from "fast-check";
import { REPEAT_DAYS_SQL } from "../kpis/contact-chain.rules";
import { rows } from "../platform/database";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { aContactRow, anIngestBench, contactCsv, type ContactCells, type IngestBench } from "./ingest.builder";

let database: TestDatabase;
let bench: IngestBench;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.adminRows(
    `insert into measure_slot (stream, slot, measure, parameters)
     values ('contact', 1, 'contact_chains', '{"repeatDays":7}'), ('contact', 2, 'contact_chains', '{"repeatDays":3}')`,
  );
  bench = await anIngestBench({ db: database.db });
});
afterAll(() => database.drop());

const touched = async (): Promise<string[]> => {
  const sql = `with gone as (delete from touched_day where client_id = $1 returning day)
    select distinct day::text from gone order by 1`;
  return (await database.adminRows<{ day: string }>(sql, [bench.clientId])).map(({ day }) => day);
};

const call = (id: string, day: number, more: Partial<ContactCells> = {}): ContactCells => {
  const offered_at = `2026-05-${String(day).padStart(2, "0")}T10:00:00Z`;
  return aContactRow({ external_id: id, customer_ref: "smith", reason: "invoice", offered_at, ...more });
};

const empty = (): Promise<unknown> =>
  database.adminRows(
    "with c as (delete from contact where client_id = $1) delete from touched_day where client_id = $1",
    [bench.clientId],
  );

test("the repeat days in use are known", async () => {
  expect(await database.asInternal([bench.clientId], (tx) => rows(tx, REPEAT_DAYS_SQL))).toHaveLength(2);
});

test("a contact of a customer touches the days on which it and its neighbours count as issues", async () => {
  await empty();
  await bench.send(contactCsv([call("a", 1), call("b", 20), call("other", 10, { reason: "delivery" })]));
  await touched();

  await bench.send(contactCsv([call("between", 10)]));

  expect(await touched()).toEqual([
    "2026-05-04",
    "2026-05-08",
    "2026-05-10",
    "2026-05-13",
    "2026-05-17",
    "2026-05-23",
    "2026-05-27",
  ]);
});

test("so does its going to another customer, for the old neighbours and the new", async () => {
  await empty();
  await bench.send(contactCsv([call("a", 1), call("b", 10), call("c", 20, { customer_ref: "jones" })]));
  await touched();

  await bench.send(contactCsv([call("b", 10, { customer_ref: "jones" })]));

  expect(await touched()).toEqual([
    "2026-05-04",
    "2026-05-08",
    "2026-05-10",
    "2026-05-13",
    "2026-05-17",
    "2026-05-23",
    "2026-05-27",
  ]);
});

test("an unchanged contact, and one without a customer, touch nothing of the kind", async () => {
  await empty();
  await bench.send(contactCsv([call("a", 1)]));
  await touched();

  await bench.send(contactCsv([call("a", 1)]));
  await bench.send(contactCsv([call("b", 5, { customer_ref: "" })]));

  expect(await touched()).toEqual(["2026-05-05"]);
});

/** Counting issues from facts: last day + 3 → how many issues end there, how many of them took one contact. */
const issues = (): Promise<{ day: string; n: string; single: string }[]> =>
  database.adminRows(
    `with c as (
       select *, lead(offered_at) over w as next, lag(ended_at) over w as previous from contact
        where client_id = $1 and customer_ref is not null and outcome = 'answered'
       window w as (partition by customer_ref, reason order by offered_at, source, external_id))
     select (ended_day + 3)::text as day, count(*)::text as n,
            count(*) filter (where (offered_at <= previous + interval '72 hours') is not true)::text as single
       from c where (next <= ended_at + interval '72 hours') is not true group by 1`,
    [bench.clientId],
  );

test("two writers who bring neighbours of each other side by side overlook nothing", async () => {
  const one = fc.record({
    id: fc.integer({ min: 1, max: 5 }),
    day: fc.integer({ min: 1, max: 9 }),
    isSmith: fc.boolean(),
  });
  const file = fc.array(
    one.map(({ id, day, isSmith }) => call(`c${id}`, day, isSmith ? {} : { customer_ref: "jones" })),
    { minLength: 1, maxLength: 4 },
  );

  await fc.assert(
    fc.asyncProperty(file, file, file, async (before, first, second) => {
      await empty();
      await bench.send(contactCsv(before));
      await touched();
      const known = new Map((await issues()).map((row) => [row.day, JSON.stringify(row)]));
      await Promise.all([bench.send(contactCsv(first)), bench.send(contactCsv(second))]);
      const days = new Set(await touched());
      const fresh = new Map((await issues()).map((row) => [row.day, JSON.stringify(row)]));
      for (const day of [...known.keys(), ...fresh.keys()]) {
        if (known.get(day) !== fresh.get(day)) expect([...days]).toContain(day);
      }
    }),
    { numRuns: 40 },
  );
});
