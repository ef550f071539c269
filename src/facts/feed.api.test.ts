import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { noteDelivery } from "./feed.queries";
import { anIngestBench, type IngestBench } from "./ingest.builder";

const NOW = new Date("2026-07-01T12:00:00Z");
let database: TestDatabase;
let api: TestApi;
let bench: IngestBench;
let ask: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});
beforeEach(async () => {
  bench = await anIngestBench({ db: database.db });
  const asked = api.as({ kind: "client", clientIds: [bench.clientId] }, NOW);
  ask = async (...document) => JSON.parse(JSON.stringify(await asked(...document)));
});

const FEED = `stream source watermark isDeclared completeThrough ageSeconds state lateSince lateBySeconds
  lastImportAt expectation { every dueBy timeZone grace declares validFrom } declarations { completeThrough reason declaredBy }`;
const feeds = async (as = ask) => (await as(`{ feeds { totalCount nodes { ${FEED} } } }`)).data.feeds;
const define = (source: string, terms = `every: "FREQ=DAILY", by: "06:00", timeZone: "Europe/Rome", grace: "PT30M"`) =>
  ask(`mutation { defineFeed(input: { client: "${bench.clientCode}", stream: CONTACT, source: "${source}",
    versions: [{ validFrom: "2026-06-01", ${terms} }] }) { feed { source state lateSince } errors { code path message } } }`);
const declare = (through: string, more = "") =>
  ask(`mutation { declareFeedComplete(input: { stream: CONTACT, source: "pbx", completeThrough: "${through}" ${more} }) {
    feed { completeThrough state } errors { code path message remedy } } }`);
const delivered = (latest: string, source = "pbx") =>
  database.asInternal([bench.clientId], (tx) =>
    noteDelivery(
      tx,
      { clientId: bench.clientId, stream: "contact", source },
      { at: NOW, latest: new Date(latest), serviceIds: [bench.voice.id], hasChanges: true },
    ),
  );

test("what nobody expects is never late, but its age is shown", async () => {
  await delivered("2026-06-01T12:00:00Z");

  expect((await feeds()).nodes).toMatchObject([
    {
      ...{ stream: "CONTACT", source: "pbx", state: "NOT_EXPECTED", lateSince: null, lateBySeconds: null },
      ...{ watermark: "2026-06-01T12:00:00.000Z", isDeclared: false, ageSeconds: 30 * 86_400, expectation: null },
    },
  ]);
});

test("a feed is late when what was due did not come, and no more once it was declared that there was nothing", async () => {
  await delivered("2026-06-28T18:00:00Z");
  await define("pbx");

  expect((await feeds()).nodes).toMatchObject([
    {
      state: "LATE",
      lateSince: "2026-06-30T04:30:00.000Z",
      lateBySeconds: 31.5 * 3_600,
      expectation: { dueBy: "06:00" },
    },
  ]);

  const { data } = await declare("2026-06-30T22:00:00Z");
  expect(data.declareFeedComplete).toMatchObject({ feed: { state: "ON_TIME" }, errors: [] });
  expect((await feeds()).nodes).toMatchObject([
    {
      ...{ watermark: "2026-06-30T22:00:00.000Z", isDeclared: true, lateBySeconds: null },
      declarations: [{ completeThrough: "2026-06-30T22:00:00.000Z", reason: null, declaredBy: "Test viewer" }],
    },
  ]);
});

test("what is expected but never came is there, and overdue", async () => {
  const { data } = await define("crm");

  expect(data.defineFeed).toEqual({
    feed: { source: "crm", state: "NEVER_SEEN", lateSince: "2026-06-01T04:30:00.000Z" },
    errors: [],
  });
});

test("declarations are refused with what to do", async () => {
  await delivered("2026-06-28T18:00:00Z");
  await declare("2026-06-30T22:00:00Z");

  const [back, ahead] = [await declare("2026-06-29T22:00:00Z"), await declare("2026-08-01T00:00:00Z")];

  expect(back.data.declareFeedComplete.errors).toMatchObject([
    { code: "COMPLETENESS_GOES_BACK", path: ["completeThrough"], remedy: expect.stringContaining("reason") },
  ]);
  expect(ahead.data.declareFeedComplete.errors).toMatchObject([{ code: "COMPLETE_IN_FUTURE" }]);
  const taken = await declare("2026-06-29T22:00:00Z", `reason: "The evening was lost."`);
  expect(taken.data.declareFeedComplete.feed.completeThrough).toBe("2026-06-29T22:00:00.000Z");
});

test("nobody sees or declares another client's feeds; whoever only reads declares nothing", async () => {
  await delivered("2026-06-28T18:00:00Z");
  const other = await anIngestBench({ db: database.db });

  expect((await feeds(api.as({ clientIds: [other.clientId] }, NOW))).nodes).toEqual([]);
  const reader = api.as({ clientIds: [bench.clientId], rights: new Set() }, NOW);
  const { errors } = await reader(`mutation { declareFeedComplete(input: { stream: CONTACT, source: "pbx",
    completeThrough: "2026-06-30T22:00:00Z" }) { errors { code } } }`);
  expect(errors).toMatchObject([{ code: "FORBIDDEN" }]);
});

test("a page of feeds takes as many statements as one feed", async () => {
  await delivered("2026-06-28T18:00:00Z");
  const one = await ask(`{ clients { nodes { feeds { nodes { ${FEED} } } } } }`);
  for (let n = 0; n < 20; n += 1) await delivered("2026-06-28T18:00:00Z", `source-${n}`);
  const many = await ask(`{ clients { nodes { feeds { nodes { ${FEED} } } } } }`);

  expect([one.errors, many.errors]).toEqual([[], []]);
  expect(many.data.clients.nodes[0].feeds.nodes).toHaveLength(21);
  expect(many.statements).toBe(one.statements);
});
