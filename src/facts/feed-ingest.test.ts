import { testApi, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { feedsOfClient } from "./feed.queries";
import { aContactRow, anIngestBench, contactCsv, someContacts, type IngestBench } from "./ingest.builder";

const NOW = new Date("2026-07-01T12:00:00Z");
let database: TestDatabase;
let api: TestApi;
let bench: IngestBench;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});
beforeEach(async () => (bench = await anIngestBench({ db: database.db })));

const feeds = () => database.asInternal([bench.clientId], (tx) => feedsOfClient(tx, bench.clientId, NOW));
const offered = (at: string) => aContactRow({ offered_at: at, external_id: at });

test.each([1, 3, 100])("a file in batches of %s rows shows how far its facts reach", async (batchRows) => {
  const rows = someContacts(7, (n) => ({ offered_at: `2026-05-0${8 - n}T10:00:00Z` }));
  await bench.send(contactCsv(rows), { batchRows });

  expect(await feeds()).toMatchObject([
    {
      ...{ stream: "contact", source: "regia", serviceIds: [bench.voice.id], completeThrough: null },
      ...{ observedThrough: new Date("2026-05-07T10:00:00Z"), lastImportAt: NOW, lastChangeAt: NOW },
    },
  ]);
});

test("files in any order, and again, show the same", async () => {
  const files = [offered("2026-05-05T10:00:00Z"), offered("2026-05-04T10:00:00Z")].map((row) => contactCsv([row]));
  for (const file of [...files, ...files]) await bench.send(file);

  expect(await feeds()).toMatchObject([{ observedThrough: new Date("2026-05-05T10:00:00Z") }]);
});

test("rejected rows reach nowhere, but the feed has sent something", async () => {
  await bench.send(contactCsv([{ ...offered("2026-05-05T10:00:00Z"), channel: "pigeon" }]));

  expect(await feeds()).toMatchObject([
    { observedThrough: null, lastImportAt: NOW, lastChangeAt: null, serviceIds: [] },
  ]);
});

test("who sends a file vouches with it, once it is whole", async () => {
  const completeThrough = new Date("2026-05-05T22:00:00Z");
  const good = contactCsv([offered("2026-05-05T10:00:00Z")]);

  const cut = await bench.send(good, { completeThrough, signal: AbortSignal.abort() });
  expect(cut.state).toBe("interrupted");
  expect((await feeds()).filter((one) => one.completeThrough !== null)).toEqual([]);

  await bench.send(good, { completeThrough });
  await bench.send(good, { completeThrough: new Date("2026-05-01T22:00:00Z") });
  expect(await feeds()).toMatchObject([{ completeThrough }]);
});

test("an empty file may vouch that there was nothing", async () => {
  const completeThrough = new Date("2026-05-05T22:00:00Z");
  await bench.send(contactCsv([]), { completeThrough });

  expect(await feeds()).toMatchObject([{ completeThrough, observedThrough: null }]);
});

test("nobody vouches for what is to come: the file is refused before its first row", async () => {
  const sent = bench.send(contactCsv([offered("2026-05-05T10:00:00Z")]), {
    completeThrough: new Date("2026-07-02T00:00:00Z"),
  });

  await expect(sent).rejects.toMatchObject({ code: "COMPLETE_IN_FUTURE" });
  expect(await feeds()).toEqual([]);
});

test("a batch of a program vouches likewise", async () => {
  const ask = api.as({ kind: "integration", clientIds: [bench.clientId] }, NOW);
  const { data, errors } =
    await ask(`mutation { ingestContacts(input: { source: "pbx", completeThrough: "2026-05-04T22:00:00Z",
    rows: [{ externalId: "1", service: "VOICE", channel: "phone", outcome: ABANDONED, offeredAt: "2026-05-04T10:00:00Z" }] }) {
      import { rowsAccepted } errors { code } } }`);

  expect([errors, data.ingestContacts]).toEqual([[], { import: { rowsAccepted: 1 }, errors: [] }]);
  expect(await feeds()).toMatchObject([
    {
      source: "pbx",
      observedThrough: new Date("2026-05-04T10:00:00Z"),
      completeThrough: new Date("2026-05-04T22:00:00Z"),
    },
  ]);
});
