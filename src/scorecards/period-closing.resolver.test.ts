import { globalId } from "../shared/ids";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { PeriodClosingService } from "./period-closing.service";
import { june } from "./scorecard-house.builder";
import { NOW, SettledHouse } from "./settled-house.builder";

const closings = new PeriodClosingService();

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
  await at.settle();
  ask = api.as({ clientIds: [at.clientId] }, NOW);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const close = (now = NOW) =>
  at.in((tx) =>
    closings.closeDue(tx, {
      ...{ clientId: at.clientId, contractId: at.contractId },
      ...{ now, limit: 1_000, closedBy: "worker" },
    }),
  );

const JUNE = `period: { kind: MONTH, containing: "2026-06-15" }`;
const contract = async (selection: string) => {
  const { data, errors, statements } = await ask(
    `query ($id: ID!) { node(id: $id) { ... on Contract { ${selection} } } }`,
    { id: globalId("Contract", at.contractId) },
  );
  expect(errors).toEqual([]);
  return { ...data.node, statements };
};

const CLOSING = `closing { closedAt closedBy inputsFingerprint resultsFingerprint reproduces
  watermark { through isDeclared coversPeriod feeds { source } }
  definitions { startsOn endsOn timeZone graceDays roles { role scope } kpis { kind kpi version definition } calendars { kind version definition } } }`;

test("a final scorecard says when and how its period was closed", async () => {
  const open = await contract(`scorecard(${JUNE}) { state finalAt ${CLOSING} }`);
  await close();
  const { scorecard, closing } = await contract(
    `scorecard(${JUNE}) { state finalAt recordedAt validOn ${CLOSING} } closing(${JUNE}) { closedAt }`,
  );

  expect(open.scorecard).toEqual({ state: "PROVISIONAL", finalAt: null, closing: null });
  expect(scorecard).toMatchObject({ state: "FINAL", finalAt: NOW, recordedAt: NOW, validOn: null });
  expect(scorecard.closing).toMatchObject({ closedAt: NOW, closedBy: "worker", reproduces: true });
  expect(scorecard.closing.definitions).toMatchObject({
    ...{ startsOn: "2020-01-01", endsOn: null, timeZone: "Europe/Rome", graceDays: 5 },
    calendars: [{ kind: "CALENDAR", version: 1 }],
  });
  expect(scorecard.closing.definitions.roles).toContainEqual({ role: "agent", scope: "OWN" });
  expect(scorecard.closing.definitions.kpis).toContainEqual({ kind: "KPI", kpi: "ASA", version: 1, definition: null });
  expect(closing).toEqual({ closedAt: NOW });
});

test("inputs no longer reproduce once a fact came late, and do again when it is gone", async () => {
  await close();
  const reproduces = async () => (await contract(`closing(${JUNE}) { reproduces }`)).closing.reproduces as boolean;
  await at.calls([{ by: "bruno", day: june(20) }]);
  await at.settle();
  const late = await reproduces();
  await at.sql("delete from contact where client_id = $1 and offered_day = $2", june(20));
  await at.settle();

  expect(late).toBe(false);
  expect(await reproduces()).toBe(true);
});

test("a scorecard lists every version of a definition behind it", async () => {
  const { anna } = at.house.agents;
  const definitionsOfAnna = async () => {
    const { data, errors } = await ask(
      `query ($id: ID!) { node(id: $id) { ... on Position { scorecard(${JUNE}) { definitions { kind kpi version definition } } } } }`,
      { id: globalId("Position", anna.id) },
    );
    expect(errors).toEqual([]);
    return data.node.scorecard.definitions as { kind: string; kpi: string; definition: string }[];
  };
  const provisional = await definitionsOfAnna();
  await close();
  const final = await definitionsOfAnna();

  expect(provisional).toContainEqual({ kind: "KPI", kpi: "ASA", version: 1, definition: null });
  expect(provisional.filter(({ kind }) => kind === "KPI_ASSIGNMENT").map(({ kpi }) => kpi)).toEqual(
    expect.arrayContaining(["ASA", "CSAT", "CONTACTS_HANDLED"]),
  );
  const position = { kind: "POSITION", kpi: null, version: 1, definition: globalId("Position", anna.id) };
  const calendar = globalId("Calendar", at.house.contract.calendarId);
  expect(provisional).toContainEqual(position);
  expect(provisional).toContainEqual({ kind: "CALENDAR", kpi: null, version: 1, definition: calendar });
  expect(final).toEqual(provisional);
});

test("a contract says through which day its periods of a kind are closed", async () => {
  const days = "day: closedThrough(kind: DAY) month: closedThrough(kind: MONTH) year: closedThrough(kind: YEAR)";
  const before = await contract(days);
  await at.sql(
    "insert into touched_period (client_id, contract_id, period_kind, period_from) values ($1, $2, 'day', $3)",
    ...[at.contractId, june(12)],
  );
  await close();
  const gap = await contract(days);

  expect(before).toMatchObject({ day: null, month: null, year: null });
  expect(gap).toMatchObject({ day: june(11), month: june(30), year: null });
});

test("many scorecards of one period cost as many statements as one", async () => {
  await close();
  const list = (first: number) =>
    contract(`scorecards(${JUNE}, first: ${first}) { nodes { closing { reproduces closedBy } definitions { kind } } }`);

  expect((await list(20)).statements).toBe((await list(1)).statements);
});

test("no other client's closings are seen", async () => {
  await close();
  const stranger = api.as({ clientIds: [] }, NOW);
  const { data } = await stranger(
    `query ($id: ID!) { node(id: $id) { ... on Contract { closing(${JUNE}) { closedAt } closedThrough(kind: MONTH) } } }`,
    { id: globalId("Contract", at.contractId) },
  );

  expect(data.node).toBeNull();
});
