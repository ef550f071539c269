import fc from "fast-check";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import {
  aContactRow,
  anIngestBench,
  contactCsv,
  someContacts,
  type ContactCells,
  type IngestBench,
} from "./ingest.builder";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const COLUMNS = "external_id, service_id, channel, person_id, outcome, offered_at, wait_seconds, ended_at, offered_day";

const stored = ({ clientId }: IngestBench): Promise<object[]> =>
  database.adminRows(`select ${COLUMNS} from contact where client_id = $1 order by external_id`, [clientId]);

/** Days on the log, each once. */
const touched = async ({ clientId }: IngestBench): Promise<string[]> => {
  const sql = "select distinct service_id || ' ' || day as place from touched_day where client_id = $1 order by 1";
  return (await database.adminRows<{ place: string }>(sql, [clientId])).map(({ place }) => place);
};

const empty = (clientId: string): Promise<unknown> =>
  database.adminRows(
    "with c as (delete from contact where client_id = $1) delete from touched_day where client_id = $1",
    [clientId],
  );

/** Rows of few ids and few days, so that they meet. */
const row: fc.Arbitrary<ContactCells> = fc
  .record({
    id: fc.integer({ min: 1, max: 6 }),
    day: fc.integer({ min: 1, max: 4 }),
    isDesk: fc.boolean(),
    wait: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ id, day, isDesk, wait }) =>
    aContactRow({
      external_id: `c${id}`,
      offered_at: `2026-05-0${day}T23:59:59Z`,
      wait_seconds: String(wait),
      ...(isDesk ? { service: "DESK", channel: "email" } : {}),
    }),
  );

/** What counting row by row gives. */
function expectedCounts(rows: readonly ContactCells[]): object {
  const known = new Map<string, string>();
  const counts = { accepted: 0, replaced: 0, unchanged: 0 };
  for (const one of rows) {
    const [before, now] = [known.get(one.external_id), JSON.stringify(one)];
    counts[before === undefined ? "accepted" : before === now ? "unchanged" : "replaced"] += 1;
    known.set(one.external_id, now);
  }
  return counts;
}

test("how a file is cut into batches changes neither facts nor counts", async () => {
  const bench = await anIngestBench({ db: database.db });

  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 25 }),
      fc.integer({ min: 1, max: 9 }),
      async (rows, size) => {
        await empty(bench.clientId);
        const whole = await bench.send(contactCsv(rows));
        const after = await stored(bench);
        await empty(bench.clientId);
        const cut = await bench.send(contactCsv(rows), { batchRows: size });
        expect(await stored(bench)).toEqual(after);
        expect(cut.rows).toEqual(whole.rows);
        expect(cut.rows).toMatchObject(expectedCounts(rows));
      },
    ),
    { numRuns: 25 },
  );
});

test("the order and repetition of different facts change nothing", async () => {
  const bench = await anIngestBench({ db: database.db });
  const distinct = fc.uniqueArray(row, { minLength: 2, maxLength: 6, selector: (one) => one.external_id });
  const shuffled = distinct.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows, ...rows], { minLength: rows.length * 2 })),
  );

  await fc.assert(
    fc.asyncProperty(shuffled, async ([rows, repeated]) => {
      await empty(bench.clientId);
      await bench.send(contactCsv(rows));
      const [facts, days] = [await stored(bench), await touched(bench)];
      await empty(bench.clientId);
      await bench.send(contactCsv(repeated), { batchRows: 3 });
      expect(await stored(bench)).toEqual(facts);
      expect(await touched(bench)).toEqual(days);
    }),
    { numRuns: 20 },
  );
});

test("every place that a fact had and has is touched", async () => {
  const bench = await anIngestBench({ db: database.db });

  await fc.assert(
    fc.asyncProperty(row, row, async (before, after) => {
      const [first, second] = [before, { ...after, external_id: before.external_id }];
      await empty(bench.clientId);
      await bench.send(contactCsv([first]));
      const old = await touched(bench);
      await database.adminRows("delete from touched_day where client_id = $1", [bench.clientId]);
      const { rows } = await bench.send(contactCsv([second]));
      const fresh = await touched(bench);
      await empty(bench.clientId);
      await bench.send(contactCsv([second]));
      const places = new Set([...old, ...(await touched(bench))]);
      expect(fresh).toEqual(rows.unchanged === 1 ? [] : [...places].sort());
    }),
    { numRuns: 25 },
  );
});

test("four parts of a file sent side by side give what the whole gives, and nothing twice", async () => {
  const bench = await anIngestBench({ db: database.db });
  const rows = someContacts(4_000, (n) => ({
    offered_at: `2026-05-${String((n % 28) + 1).padStart(2, "0")}T10:00:00Z`,
  }));
  const parts = [0, 1, 2, 3].map((part) => rows.filter((_, i) => i % 4 === part));

  const reports = await Promise.all(parts.map((part) => bench.send(contactCsv(part), { batchRows: 300 })));

  expect(reports.map((report) => report.rows.accepted)).toEqual([1_000, 1_000, 1_000, 1_000]);
  expect(await stored(bench)).toHaveLength(4_000);
});

test("the same file sent four times side by side is taken in once, and the last word is one of the four", async () => {
  const bench = await anIngestBench({ db: database.db });
  const versions = [1, 2, 3, 4].map((wait) =>
    contactCsv(someContacts(1_000, () => ({ wait_seconds: String(wait) })).sort(() => (wait % 2) - 0.5)),
  );

  const reports = await Promise.all(versions.map((file) => bench.send(file, { batchRows: 100 })));

  const sum = (of: "accepted" | "replaced" | "unchanged"): number =>
    reports.reduce((all, { rows }) => all + rows[of], 0);
  expect(reports.map(({ state }) => state)).toEqual(Array(4).fill("finished"));
  expect([sum("accepted"), sum("replaced") + sum("unchanged")]).toEqual([1_000, 3_000]);
  expect(await stored(bench)).toHaveLength(1_000);
});

test("a service whose facts exist cannot be deleted, although facts have no foreign key", async () => {
  const bench = await anIngestBench({ db: database.db });
  await bench.send(contactCsv(someContacts(1)));

  const deleting = database.asInternal([bench.clientId], (tx) =>
    tx.query("delete from service where client_id = $1 and code = 'VOICE'", [bench.clientId]),
  );

  await expect(deleting).rejects.toThrow('service "VOICE" has facts');
});
