import type { Stream } from "../shared/stream";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { BatchIngestService } from "./batch-ingest.service";
import { aContactRow, anIngestBench, contactCsv, type ContactCells, type IngestBench } from "./ingest.builder";

let database: TestDatabase;
let bench: IngestBench;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());
beforeEach(async () => (bench = await anIngestBench({ db: database.db })));

const close = (kind: string, from: string, until: string) =>
  database.adminRows(
    `insert into period_closing (client_id, contract_id, period_kind, period_from, period_until, closed_at, closed_by,
       inputs_fingerprint, results_fingerprint, watermark, definitions)
     values ($1, $2, $3, $4, $5, '2026-06-01', 'test', '', '', '{}', '{}')`,
    [bench.clientId, bench.contract.id, kind, from, until],
  );

const late = () =>
  database.adminRows<{ id: string; day: string; change: string; who: string | null }>(
    `select external_id as id, day::text, change, person_id as who from late_fact
      where client_id = $1 order by late_fact.id`,
    [bench.clientId],
  );

const calls = (...all: Partial<ContactCells>[]) => bench.send(contactCsv(all.map((one) => aContactRow(one))));
const ids = async () => (await late()).map(({ id, day, change }) => `${id} ${day} ${change}`);
const who = (code: string) => bench.people.get(code);

test("facts of open days are not late", async () => {
  await close("day", "2026-05-03", "2026-05-04");

  await calls({ external_id: "a", offered_at: "2026-05-04T10:00:00Z" });

  expect(await late()).toEqual([]);
});

test.each([
  ["day", "2026-05-04", "2026-05-05"],
  ["week", "2026-05-04", "2026-05-11"],
  ["month", "2026-05-01", "2026-06-01"],
  ["quarter", "2026-04-01", "2026-07-01"],
  ["year", "2026-01-01", "2027-01-01"],
])("a fact of a day in a closed %s is late", async (kind, from, until) => {
  await close(kind, from, until);

  await calls({ external_id: "a", offered_at: "2026-05-04T10:00:00Z" });

  expect(await late()).toEqual([{ id: "a", day: "2026-05-04", change: "added", who: who("anna") }]);
});

test("a fact that changes, goes to somebody else, to another day and away leaves each trace", async () => {
  await calls({ external_id: "a" }, { external_id: "same" });
  await close("month", "2026-05-01", "2026-06-01");

  await calls({ external_id: "a", talk_seconds: "300" }, { external_id: "same" });
  await calls({ external_id: "a", talk_seconds: "300", person: "ben" });
  await calls({ external_id: "a", talk_seconds: "300", person: "ben", offered_at: "2026-06-04T10:00:00Z" });

  expect(await late()).toEqual([
    { id: "a", day: "2026-05-04", change: "changed", who: who("anna") },
    ...[
      { id: "a", day: "2026-05-04", change: "moved", who: who("anna") },
      { id: "a", day: "2026-05-04", change: "moved", who: who("ben") },
    ].sort((a, b) => (a.who! < b.who! ? -1 : 1)),
    { id: "a", day: "2026-05-04", change: "moved", who: who("ben") },
  ]);
});

test("what a file now leaves out was withdrawn", async () => {
  const profile = {
    source: "regia",
    fields: {
      externalId: { column: "external_id" },
      service: { column: "service" },
      channel: { column: "channel" },
      outcome: { column: "outcome" },
      offeredAt: { column: "offered_at" },
    },
    skipWhen: [{ column: "reason", in: ["test call"] }],
  };
  await calls({ external_id: "a" }, { external_id: "b" });
  await close("day", "2026-05-04", "2026-05-05");
  await bench.saveProfile("leaving-out", profile);

  await bench.send(contactCsv([aContactRow({ external_id: "a", reason: "test call" })]), { profile: "leaving-out" });

  expect(await ids()).toEqual(["a 2026-05-04 withdrawn"]);
});

const send = (stream: Stream, rows: object[]) =>
  database.asInternal([bench.clientId], (tx) =>
    new BatchIngestService().append(tx, {
      ...{ stream, source: "regia", rows, by: bench.viewer },
      now: new Date("2026-07-01T12:00:00Z"),
    }),
  );

test("a case is late where what it counts for on a closed day differs", async () => {
  const row = { externalId: "c", service: "VOICE", person: "anna", openedAt: "2026-05-04T08:00:00Z" };
  const told = { ...row, firstResponseAt: "2026-05-04T09:00:00Z" };
  await send("case", [told]);
  await close("month", "2026-05-01", "2026-06-01");

  await send("case", [{ ...told, resolvedAt: "2026-06-10T08:00:00Z" }]);
  expect(await ids()).toEqual([]);

  await send("case", [{ ...told, reason: "refund", resolvedAt: "2026-05-20T08:00:00Z" }]);
  await send("case", [{ ...row, externalId: "d", openedAt: "2026-05-06T08:00:00Z" }]);

  const found = await ids();
  expect(found).toContain("c 2026-05-04 changed");
  expect(found).toContain("c 2026-05-20 moved");
  expect(found).toContain("d 2026-05-06 added");
});

test("a client's closings make no fact of another late", async () => {
  await close("day", "2026-05-04", "2026-05-05");
  const other = await anIngestBench({ db: database.db });

  await other.send(contactCsv([aContactRow({ external_id: "a" })]));

  const found = await database.adminRows("select 1 from late_fact where client_id = $1", [other.clientId]);
  expect(found).toEqual([]);
});
