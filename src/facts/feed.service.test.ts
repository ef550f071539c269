import { anIngestBench } from "./ingest.builder";
import { declareWithFacts } from "./feed-declaring";
import { saveExpectation } from "./feed.builder";
import { feedsOfClient, noteDelivery, type Delivery, type FeedKey } from "./feed.queries";
import { FeedService } from "./feed.service";
import { rows, type Tx } from "../platform/database";
import { newId } from "../shared/ids";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";

const NOW = new Date("2026-07-01T12:00:00Z");
const feeds = new FeedService();
let database: TestDatabase;
let key: FeedKey;
let clientCode: string;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());
beforeEach(async () => {
  const bench = await anIngestBench({ db: database.db });
  key = { clientId: bench.clientId, stream: "contact", source: "pbx" };
  clientCode = bench.clientCode;
});

const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.asInternal([key.clientId], work);
const feed = async () => (await within((tx) => feedsOfClient(tx, key.clientId, NOW)))[0];
const declaring = (through: string, reason?: string) => ({
  ...{ completeThrough: new Date(through), by: "Tester", now: NOW },
  ...(reason ? { reason } : {}),
});

const [a, b] = [newId(), newId()];
const deliveries: Delivery[] = [
  { at: new Date("2026-06-30T05:00:00Z"), latest: new Date("2026-06-29T20:00:00Z"), serviceIds: [b], hasChanges: true },
  {
    at: new Date("2026-07-01T05:00:00Z"),
    latest: new Date("2026-06-30T19:00:00Z"),
    serviceIds: [a, b],
    hasChanges: false,
  },
  { at: new Date("2026-07-01T06:00:00Z"), latest: null, serviceIds: [], hasChanges: false },
];

test.each([
  ["in order", deliveries],
  ["backwards", [...deliveries].reverse()],
  ["twice", [...deliveries, ...deliveries]],
])("deliveries %s show the same feed", async (_, inOrder) => {
  for (const one of inOrder) await within((tx) => noteDelivery(tx, key, one));

  expect(await feed()).toMatchObject({
    lastImportAt: new Date("2026-07-01T06:00:00Z"),
    lastChangeAt: new Date("2026-06-30T05:00:00Z"),
    observedThrough: new Date("2026-06-30T19:00:00Z"),
    completeThrough: null,
    serviceIds: [a, b].sort(),
    expectation: null,
  });
});

test("an instant to come reaches no further than now", async () => {
  const at = new Date("2026-06-30T05:00:00Z");
  await within((tx) =>
    noteDelivery(tx, key, { at, latest: new Date("2027-01-01T00:00:00Z"), serviceIds: [a], hasChanges: true }),
  );

  expect(await feed()).toMatchObject({ observedThrough: at });
});

test("a declaration beside facts moves forwards only, whatever the order of files", async () => {
  for (const through of ["2026-06-30T22:00:00Z", "2026-06-29T22:00:00Z", "2026-06-30T22:00:00Z"])
    await within((tx) => declareWithFacts(tx, key, declaring(through)));

  expect(await feed()).toMatchObject({ completeThrough: new Date("2026-06-30T22:00:00Z") });
  expect(await declarations()).toEqual([{ reason: null }]);
});

const declarations = () =>
  within((tx) => rows(tx, "select reason from feed_declaration where client_id = $1 order by id", [key.clientId]));

test("a declaration by itself goes back with a reason only", async () => {
  await within((tx) => declareWithFacts(tx, key, declaring("2026-06-30T22:00:00Z")));
  const back = "2026-06-28T22:00:00Z";

  await expect(within((tx) => feeds.declare(tx, key, declaring(back)))).rejects.toMatchObject({
    code: "COMPLETENESS_GOES_BACK",
  });
  await within((tx) => feeds.declare(tx, key, declaring(back, "Two days were lost on the way.")));

  expect(await feed()).toMatchObject({ completeThrough: new Date(back) });
  expect(await declarations()).toEqual([{ reason: null }, { reason: "Two days were lost on the way." }]);
});

test("nobody vouches for what is to come, nor for a source that nobody knows", async () => {
  await expect(within((tx) => feeds.declare(tx, key, declaring("2026-07-02T00:00:00Z")))).rejects.toMatchObject({
    code: "COMPLETE_IN_FUTURE",
  });
  await expect(within((tx) => feeds.declare(tx, key, declaring("2026-06-30T22:00:00Z")))).rejects.toMatchObject({
    code: "FEED_NOT_KNOWN",
  });
  expect(await feed()).toBeUndefined();
});

describe("expectations", () => {
  const context = () => ({ actor: "test", now: NOW, requestId: null, clientIds: [key.clientId], internal: true });
  const define = (versions: object[]) =>
    within((tx) =>
      feeds.define(tx, context(), {
        client: clientCode,
        stream: "contact",
        source: "pbx",
        versions: versions as never,
      }),
    );
  const daily = { every: "FREQ=DAILY", by: "06:00", timeZone: "Europe/Rome" };

  test("are kept in two times; the one in force counts", async () => {
    await define([daily]);
    const { change } = await define([
      { ...daily, validUntil: "2026-06-01" },
      { ...daily, by: "09:00", validFrom: "2026-06-01" },
    ]);

    expect(change.outcome).toBe("changed");
    expect(await feed()).toMatchObject({ expectation: { dueBy: "09:00", version: 3 } });
    expect(
      (
        await define([
          { ...daily, validUntil: "2026-06-01" },
          { ...daily, by: "09:00", validFrom: "2026-06-01" },
        ])
      ).change.outcome,
    ).toBe("unchanged");
  });

  test.each([
    ["a duration with a time of day", { every: "PT15M", by: "06:00" }, "by"],
    ["a rule without a time of day", { every: "FREQ=DAILY", timeZone: "Europe/Rome" }, "by"],
    ["a rule without a time zone", { every: "FREQ=DAILY", by: "06:00" }, "timeZone"],
    ["nonsense", { ...daily, every: "every day" }, "every"],
    ["a duration of nothing", { ...daily, by: null, every: "PT0S" }, "every"],
    ["a grace that is no duration", { ...daily, grace: "30 minutes" }, "grace"],
  ])("refuse %s", async (_, terms, field) => {
    await expect(define([terms])).rejects.toMatchObject({ path: ["versions", "0", field] });
  });
});

test("each lateness and each recovery is told once", async () => {
  await within((tx) => noteDelivery(tx, key, deliveries[0]!));
  const known = (await feed())!;
  await within((tx) => saveExpectation(tx, { clientId: key.clientId, feedId: known.id }));
  const look = () => within((tx) => feeds.noteLateness(tx, key.clientId, NOW));

  expect(await look()).toMatchObject([{ isLate: true, source: "pbx", lateSince: new Date("2026-07-01T04:00:00Z") }]);
  expect(await look()).toEqual([]);

  await within((tx) => noteDelivery(tx, key, deliveries[1]!));
  expect(await look()).toMatchObject([{ isLate: false, lateSince: new Date("2026-07-01T04:00:00Z") }]);
  expect(await look()).toEqual([]);
});
