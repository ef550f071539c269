import { globalId } from "../shared/ids";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { PeriodClosingService } from "./period-closing.service";
import { NOW, SettledHouse } from "./settled-house.builder";

const after = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

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
  await at.settle(NOW);
  ask = api.as({ clientIds: [at.clientId] }, after(60));
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const close = (now: Date) =>
  at.in((tx) =>
    new PeriodClosingService().closeDue(tx, {
      ...{ clientId: at.clientId, contractId: at.contractId },
      ...{ now, limit: 1_000, closedBy: "test" },
    }),
  );

const JUNE = `period: { kind: MONTH, containing: "2026-06-15" }`;

const cardAt = async (
  asOf: Date | null,
  selection = 'id state score item(kpi: "SERVICE_LEVEL") { figure { value } }',
) => {
  const { data, errors, statements } = await ask(
    `query ($id: ID!, $asOf: DateTime) { node(id: $id) { ... on Contract { scorecard(${JUNE}, asOf: $asOf) { ${selection} } } } }`,
    { id: globalId("Contract", at.contractId), asOf: asOf?.toISOString() ?? null },
  );
  expect(errors).toEqual([]);
  return { card: data.node.scorecard, statements };
};
const valueAt = async (asOf: Date | null): Promise<string | undefined> => (await cardAt(asOf)).card?.item.figure.value;

test("one reads what was believed: nothing, then what was computed first, then what followed the facts", async () => {
  await at.calls([{ waitSeconds: 5 }]);
  await at.settle(after(10));
  await at.calls([{ waitSeconds: 90 }]);
  await at.settle(after(20));

  expect(await valueAt(after(-1))).toBeUndefined();
  expect(await valueAt(NOW)).toBe("0.5");
  expect(await valueAt(after(9))).toBe("0.5");
  expect(await valueAt(after(10))).toBe("0.6");
  expect(await valueAt(after(19))).toBe("0.6");
  expect(await valueAt(after(20))).toBe("0.5");
  expect(await valueAt(null)).toBe("0.5");
  expect(await valueAt(new Date("2099-01-01T00:00:00Z"))).toBe("0.5");
});

test("what is final now was provisional before it was closed", async () => {
  await close(after(30));

  expect((await cardAt(after(29))).card.state).toBe("PROVISIONAL");
  expect((await cardAt(after(30))).card.state).toBe("FINAL");
});

test("only what is believed now is found by its id", async () => {
  await at.calls([{ waitSeconds: 5 }]);
  await at.settle(after(10));
  const [past, present] = [await cardAt(NOW), await cardAt(null)];
  const found = async (id: string) => (await ask("query ($id: ID!) { node(id: $id) { id } }", { id })).data.node;

  expect(past.card.id).not.toBe(present.card.id);
  expect(await found(past.card.id)).toBeNull();
  expect(await found(present.card.id)).toEqual({ id: present.card.id });
  expect((await cardAt(after(15))).card.id).toBe(present.card.id);
});

test("what vanished was believed until then", async () => {
  const { carla } = at.house.agents;
  const scorecards = async (asOf: Date): Promise<{ ids: string[]; total: number }> => {
    const { data, errors } = await ask(
      `query ($id: ID!, $asOf: DateTime) { node(id: $id) { ... on Team { scorecards(${JUNE}, asOf: $asOf, role: "agent") {
         totalCount nodes { subject { ... on Position { id } } } } } } }`,
      { id: globalId("Team", at.house.blue.id), asOf: asOf.toISOString() },
    );
    expect(errors).toEqual([]);
    const { nodes, totalCount: total } = data.node.scorecards;
    return { ids: nodes.map((one: { subject: { id: string } }) => one.subject.id), total };
  };
  await at.sql("delete from contact where client_id = $1 and person_id = $2", carla.personId);
  await at.settle(after(10));

  expect(await scorecards(after(9))).toEqual({ ids: [globalId("Position", carla.id)], total: 1 });
  expect(await scorecards(after(10))).toEqual({ ids: [], total: 0 });
});

test("lists of the past have the order, filters and pages of lists of today, and cost as many statements", async () => {
  await at.surveys("anna", [5, 5, 1]);
  await at.surveys("carla", [1]);
  await at.settle(after(10));
  const list = async (asOf: Date | null, args: string) => {
    const { data, errors, statements } = await ask(
      `query ($id: ID!, $asOf: DateTime) { node(id: $id) { ... on Contract { scorecards(${JUNE}, asOf: $asOf, ${args}) {
         totalCount pageInfo { endCursor hasNextPage } nodes { subjectKind score version } } } } }`,
      { id: globalId("Contract", at.contractId), asOf: asOf?.toISOString() ?? null },
    );
    expect(errors).toEqual([]);
    return { ...data.node.scorecards, statements };
  };
  const today = await list(null, "orderBy: SCORE_ASC, of: POSITION");
  await at.calls([{ by: "anna", waitSeconds: 200 }]);
  await at.settle(after(20));
  const past = await list(after(15), "orderBy: SCORE_ASC, of: POSITION");
  const first = await list(after(15), "orderBy: SCORE_ASC, of: POSITION, first: 2");
  const second = await list(after(15), `orderBy: SCORE_ASC, of: POSITION, after: "${first.pageInfo.endCursor}"`);

  expect(past).toEqual({ ...today, pageInfo: expect.anything() });
  expect([...first.nodes, ...second.nodes]).toEqual(today.nodes);
  expect(await list(null, "orderBy: SCORE_ASC, of: POSITION")).not.toMatchObject({ nodes: today.nodes });
});

test("objective results are read as they were believed, too", async () => {
  await at.calls(Array.from({ length: 20 }, () => ({ waitSeconds: 5 })));
  await at.settle(after(10));
  const outcomeAt = async (asOf: Date) => {
    const { data, errors } = await ask(
      `query ($id: ID!, $asOf: DateTime) { node(id: $id) { ... on Contract { objectives { nodes {
         result(${JUNE}, asOf: $asOf) { outcome state figure { value } } } } } } }`,
      { id: globalId("Contract", at.contractId), asOf: asOf.toISOString() },
    );
    expect(errors).toEqual([]);
    return data.node.objectives.nodes[0].result;
  };

  expect(await outcomeAt(after(-1))).toBeNull();
  expect(await outcomeAt(NOW)).toMatchObject({ outcome: "BELOW_MINIMUM", figure: { value: "0.5" } });
  expect(await outcomeAt(after(10))).toMatchObject({ outcome: "MET", state: "PROVISIONAL" });
});
