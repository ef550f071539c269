import { gzipSync } from "node:zlib";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { aContactRow, anIngestBench, contactCsv, someContacts, type IngestBench } from "./ingest.builder";

let database: TestDatabase;
let bench: IngestBench;
beforeAll(async () => (database = await createTestDatabase()));
beforeEach(async () => (bench = await anIngestBench({ db: database.db })));
afterAll(() => database.drop());

const contacts = (): Promise<Record<string, unknown>[]> =>
  database.adminRows("select * from contact where client_id = $1 order by external_id", [bench.clientId]);

const touched = async (): Promise<string[]> => {
  const found = await database.adminRows<{ place: string }>(
    `delete from touched_day t using service s where t.client_id = $1 and s.client_id = $1 and s.id = t.service_id
     returning t.stream || ' ' || s.code || ' ' || t.day as place`,
    [bench.clientId],
  );
  return [...new Set(found.map(({ place }) => place))].sort();
};

test("a good file is taken in, with what follows from it", async () => {
  const report = await bench.send(contactCsv(someContacts(3)));

  expect(report).toMatchObject({
    state: "finished",
    rows: { accepted: 3, replaced: 0, unchanged: 0, rejected: 0, skipped: 0 },
    warnings: [],
    error: null,
  });
  const [first] = await contacts();
  expect(first).toMatchObject({
    source: "regia",
    external_id: "call-1",
    service_id: bench.voice.id,
    person_id: bench.people.get("anna"),
    answered_at: new Date("2026-05-04T10:00:12Z"),
    ended_at: new Date("2026-05-04T10:01:52Z"),
    wait_seconds: 12,
    import_id: report.importId,
  });
  expect(await touched()).toEqual(["contact VOICE 2026-05-04"]);
  expect(bench.nudges).toEqual([bench.clientId]);
});

test("the same file sent twice changes nothing", async () => {
  const file = contactCsv(someContacts(3));
  await bench.send(file);
  const before = await contacts();
  await touched();

  const report = await bench.send(file);

  expect(report.rows).toMatchObject({ accepted: 0, unchanged: 3 });
  expect(await contacts()).toEqual(before);
  expect(await touched()).toEqual([]);
  expect(bench.nudges).toHaveLength(1);
});

test("a correction touches the day and service where the contact was, and those where it is", async () => {
  await bench.send(contactCsv(someContacts(3)));
  await touched();

  const moved = aContactRow({
    external_id: "call-2",
    service: "DESK",
    channel: "email",
    offered_at: "2026-05-09T03:00:00Z",
  });
  const report = await bench.send(contactCsv([moved]));

  expect(report.rows).toMatchObject({ accepted: 0, replaced: 1 });
  expect(await touched()).toEqual(["contact DESK 2026-05-08", "contact VOICE 2026-05-04"]);
  expect(await contacts()).toHaveLength(3);
});

test("gzip is recognised by its first bytes", async () => {
  const report = await bench.send(gzipSync(contactCsv(someContacts(10))));

  expect(report.rows.accepted).toBe(10);
});
