import { globalId } from "../shared/ids";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june } from "./scorecard-house.builder";
import { NOW, SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let ask: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
/** From 15 June on, surveys weigh 100 and are to be 0.5. */
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  await at.oneMorning();
  await at.surveys("anna", [5, 5, 1]);
  await at.surveys("carla", [4, 1]);
  await at.sql(`update kpi_assignment set valid_until = '2026-06-15' where client_id = $1 and kpi_code = 'CSAT'`);
  await at.sql(`
    insert into kpi_assignment (client_id, id, role_code, kpi_code, parameters, weight, target, version, valid_from, recorded_at)
    select client_id, id, role_code, kpi_code, parameters, 100, 0.5, 2, '2026-06-15', recorded_at
      from kpi_assignment where client_id = $1 and kpi_code = 'CSAT'`);
  await at.settle();
  ask = api.as({ clientIds: [at.clientId] }, NOW);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const JUNE = `period: { kind: MONTH, containing: "2026-06-15" }`;
const ITEMS = `score rank { place of } items { weight score isMet target { value source version } figure { kpi { code } value status numerator denominator sample } }`;

const positionCard = async (validOn: string | null, selection: string) => {
  const { data, errors } = await ask(
    `query ($id: ID!, $on: LocalDate) { node(id: $id) { ... on Position { scorecard(${JUNE}, validOn: $on) { ${selection} } } } }`,
    { id: globalId("Position", at.house.agents.anna.id), on: validOn },
  );
  expect(errors).toEqual([]);
  return data.node.scorecard;
};

const list = async (args: string, viewer = ask) => {
  const { data, errors, statements } = await viewer(
    `query ($id: ID!) { node(id: $id) { ... on Contract { scorecards(${JUNE}, ${args}) {
       totalCount pageInfo { hasNextPage endCursor } nodes { id subjectKind ${ITEMS} } } } } }`,
    { id: globalId("Contract", at.contractId) },
  );
  expect(errors).toEqual([]);
  return { ...data.node.scorecards, statements };
};
const LAST_DAY = `validOn: "${june(30)}"`;
type Node = { readonly id: string };
const unnamed = (nodes: readonly Node[]) => nodes.map(({ id: _, ...node }) => JSON.stringify(node)).sort();

test("by the definitions of the deciding day, one gets the figures that were stored", async () => {
  const stored = await list("first: 100");
  const computed = await list(`first: 100, ${LAST_DAY}`);

  expect(unnamed(computed.nodes)).toEqual(unnamed(stored.nodes));
  expect(computed.totalCount).toBe(stored.totalCount);
  expect(await positionCard(june(30), ITEMS)).toEqual(await positionCard(null, ITEMS));
});

test("by the definitions of an earlier day, weights and targets are those of that day, and it says so", async () => {
  const selection = `validOn state version finalAt score item(kpi: "CSAT") { weight target { value version } }`;
  const stored = await positionCard(null, selection);
  const earlier = await positionCard(june(14), selection);

  expect(stored).toMatchObject({ validOn: null, version: 1, item: { weight: "100", target: { value: "0.5" } } });
  expect(earlier).toMatchObject({ validOn: june(14), state: "PROVISIONAL", version: 0, finalAt: null });
  expect(earlier.item).toEqual({ weight: "60", target: { value: "0.9", version: 1 } });
  expect(earlier.score).not.toBe(stored.score);
});

test("what was computed for one request is not found again by its id", async () => {
  const { id } = await positionCard(june(14), "id");

  expect((await positionCard(june(14), "id")).id).toBe(id);
  expect((await ask("query ($id: ID!) { node(id: $id) { id } }", { id })).data.node).toBeNull();
});

test("pages fit together, in the order of stored ones, and cost as many statements as one card", async () => {
  const sorted = `of: POSITION, orderBy: SCORE_ASC, ${LAST_DAY}`;
  const whole = await list(sorted);
  const pages: Node[] = [];
  let after = "";
  for (let more = true; more;) {
    const page = await list(`first: 2, ${sorted}${after}`);
    pages.push(...page.nodes);
    after = `, after: "${page.pageInfo.endCursor}"`;
    more = page.pageInfo.hasNextPage;
    expect(page.statements).toBe(whole.statements);
  }

  expect(pages).toEqual(whole.nodes);
  const stored = await list("of: POSITION, orderBy: SCORE_ASC");
  const scores = (nodes: readonly { score: string | null }[]) => nodes.map(({ score }) => score);
  expect(scores(whole.nodes)).toEqual(scores(stored.nodes));
});

test("objectives are judged by the version of that day, as it was believed at an instant", async () => {
  await at.sql("update objective_version set valid_until = '2026-06-15' where client_id = $1");
  await at.sql(`
    insert into objective_version (client_id, objective_id, kpi_code, dialect, parameters, target, minimum, measured_by, version, valid_from, recorded_at)
    select client_id, objective_id, kpi_code, dialect, parameters, 0.4, 0.3, measured_by, 2, '2026-06-15', '2026-07-01'
      from objective_version where client_id = $1`);
  const outcome = async (args: string) => {
    const { data, errors } = await ask(
      `query ($id: ID!) { node(id: $id) { ... on Contract { objectives { nodes { result(${JUNE}, ${args}) { outcome validOn } } } } } }`,
      { id: globalId("Contract", at.contractId) },
    );
    expect(errors).toEqual([]);
    return data.node.objectives.nodes[0].result;
  };

  expect(await outcome(`validOn: "2026-06-14"`)).toEqual({ outcome: "BELOW_MINIMUM", validOn: june(14) });
  expect(await outcome(`validOn: "2026-06-20"`)).toMatchObject({ outcome: "MET" });
  expect(await outcome(`validOn: "2026-06-20", asOf: "2026-06-30T00:00:00Z"`)).toBeNull();
});

test("nobody sees more of what is computed than of what is stored", async () => {
  const clientsOwn = api.as({ kind: "client", clientIds: [at.clientId], rights: new Set() }, NOW);
  const seen = await list(`first: 100, ${LAST_DAY}`, clientsOwn);
  const stored = await list("first: 100", clientsOwn);

  expect(new Set(seen.nodes.map((one: { subjectKind: string }) => one.subjectKind))).toEqual(
    new Set(["CONTRACT", "SERVICE", "TEAM"]),
  );
  expect(seen.totalCount).toBe(stored.totalCount);
});
