import { saveExpectation, saveFeed } from "../facts/feed.builder";
import { globalId } from "../shared/ids";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let ask: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  await at.oneMorning();
  await at.surveys("anna", [5, 1]);
  await at.settle();
  const asked = api.as({ kind: "client", clientIds: [at.clientId] });
  ask = async (...document) => JSON.parse(JSON.stringify(await asked(...document)));
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const WATERMARK = `dataWatermark { through isDeclared coversPeriod feeds { source } lateFeeds { source state } }`;
const card = async (selection: string, first = 100) => {
  const { data, errors, statements } = await ask(
    `query ($id: ID!) { node(id: $id) { ... on Contract { scorecard(period: { kind: MONTH, containing: "2026-06-15" }) { ${selection} }
       scorecards(period: { kind: MONTH, containing: "2026-06-15" }, first: ${first}) { nodes { dataQuality { ${WATERMARK} } items { figure { ${WATERMARK} } } } } } } }`,
    { id: globalId("Contract", at.contractId) },
  );
  return { card: data?.node?.scorecard, errors, statements };
};

test("a figure says how far the feeds of its own streams reach, a scorecard those of all", async () => {
  const { clientId } = at;
  const serviceIds = [at.house.phone.id];
  await at.in(async (tx) => {
    await saveFeed(tx, { clientId, serviceIds, observedThrough: new Date("2026-06-30T18:00:00Z") });
    const through = { completeThrough: new Date("2026-06-20T22:00:00Z") };
    const surveys = await saveFeed(tx, { clientId, serviceIds, stream: "survey", source: "forms", ...through });
    await saveExpectation(tx, { clientId, feedId: surveys.id });
  });

  const found = await card(`level: item(kpi: "SERVICE_LEVEL") { figure { ${WATERMARK} } }
    csat: item(kpi: "CSAT") { figure { ${WATERMARK} } } dataQuality { days ${WATERMARK} }`);

  expect(found.errors).toEqual([]);
  expect(found.card.level.figure.dataWatermark).toEqual({
    ...{ through: "2026-06-30T18:00:00.000Z", isDeclared: false, coversPeriod: true },
    ...{ feeds: [{ source: "pbx" }], lateFeeds: [] },
  });
  const late = {
    through: "2026-06-20T22:00:00.000Z",
    coversPeriod: false,
    lateFeeds: [{ source: "forms", state: "LATE" }],
  };
  expect(found.card.csat.figure.dataWatermark).toMatchObject({
    ...late,
    isDeclared: true,
    feeds: [{ source: "forms" }],
  });
  expect(found.card.dataQuality.dataWatermark).toMatchObject({ ...late, isDeclared: false });
});

test("feeds of other contracts are not read, and a page of scorecards takes one statement more than one scorecard", async () => {
  const { clientId } = at;
  await at.in((tx) => saveFeed(tx, { clientId, serviceIds: [at.contractId], observedThrough: new Date() }));

  const [one, many] = [await card("id", 1), await card("id", 100)];

  expect([one.errors, many.errors]).toEqual([[], []]);
  expect(many.statements).toBe(one.statements);
  const { card: found } = await card(`item(kpi: "SERVICE_LEVEL") { figure { ${WATERMARK} } }`);
  expect(found.item.figure.dataWatermark).toMatchObject({ through: null, coversPeriod: false, feeds: [] });
});
