import { saveExpectation, saveFeed } from "../facts/feed.builder";
import type { Feed } from "../facts/feed.entity";
import { noteDelivery } from "../facts/feed.queries";
import { anIngestBench } from "../facts/ingest.builder";
import { quietLog, type Log } from "../platform/log";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { wireServices } from "./services";
import { tellLateFeeds } from "./worker-tasks";

let database: TestDatabase;
let feed: Feed;
let told: string[];
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());
beforeEach(async () => {
  const { clientId } = await anIngestBench({ db: database.db });
  told = [];
  feed = await database.asInternal([clientId], async (tx) => {
    const saved = await saveFeed(tx, { clientId, observedThrough: new Date("2026-06-28T18:00:00Z") });
    await saveExpectation(tx, { clientId, feedId: saved.id });
    return saved;
  });
});

const log: Log = {
  ...quietLog,
  error: (event, details) => void told.push(`${event} ${JSON.stringify(details?.["lateSince"])}`),
  info: (event) => void told.push(event),
};
const look = (at: string) => tellLateFeeds({ db: database.db, log }, wireServices(), new Date(at));

test("a late feed raises one event for each time that it is late", async () => {
  await look("2026-06-30T03:59:00Z");
  expect(told).toEqual([]);

  await Promise.all([look("2026-06-30T04:01:00Z"), look("2026-06-30T04:01:00Z")]);
  await look("2026-07-01T12:00:00Z");
  expect(told).toEqual([`feed.late "2026-06-30T04:00:00.000Z"`]);

  const { clientId, stream, source } = feed;
  const latest = new Date("2026-06-30T20:00:00Z");
  const delivery = { at: new Date("2026-07-01T12:30:00Z"), latest, serviceIds: [], hasChanges: true };
  await database.asInternal([clientId], (tx) => noteDelivery(tx, { clientId, stream, source }, delivery));
  await look("2026-07-01T13:00:00Z");
  await look("2026-07-02T03:00:00Z");
  await look("2026-07-02T04:30:00Z");
  expect(told.slice(1)).toEqual(["feed.recovered", `feed.late "2026-07-02T04:00:00.000Z"`]);
});
