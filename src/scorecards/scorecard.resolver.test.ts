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
  await at.surveys("anna", [5, 5, 1]);
  await at.settle();
  ask = api.as({ clientIds: [at.clientId] });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const JUNE = `period: { kind: MONTH, containing: "2026-06-15" }`;

describe("the scorecard of a contract", () => {
  it("shows period, state, items with figures, targets and data quality", async () => {
    const { data, errors } = await ask(
      `query ($id: ID!) { node(id: $id) { ... on Contract { scorecard(${JUNE}) {
         subjectKind subject { ... on Contract { code } } state version score rank { place }
         period { kind from lastDay until label timeZone hours state }
         dataQuality { days rowsRejected }
         items { weight isMet score target { value source clause }
           figure { kpi { code name(language: IT) } value status finality numerator denominator sample display
             interval { lower upper } definition { dialect formula parameters { name value } } } } } } } }`,
      { id: globalId("Contract", at.contractId) },
    );

    expect(errors).toEqual([]);
    const card = data.node.scorecard;
    expect(card).toMatchObject({ subjectKind: "CONTRACT", state: "PROVISIONAL", version: 1, rank: null });
    expect(card.subject.code).toBe(at.house.contract.code);
    expect(card.period).toMatchObject({ kind: "MONTH", from: "2026-06-01", lastDay: "2026-06-30", label: "2026-06" });
    expect(card.period).toMatchObject({ until: "2026-07-01", hours: 720, state: "CLOSED" });
    expect(card.dataQuality).toMatchObject({ days: 30, rowsRejected: 0 });
    const [level] = card.items;
    expect(level).toMatchObject({ weight: "1", isMet: false, target: { value: "0.8", source: "OBJECTIVE" } });
    expect(level.figure).toMatchObject({ value: "0.5", status: "OK", numerator: "2", denominator: "4", sample: 4 });
    expect(level.figure).toMatchObject({
      display: "50.0 %",
      kpi: { code: "SERVICE_LEVEL", name: "Livello di servizio" },
    });
    expect(level.figure.interval.lower).toMatch(/^0\.150/);
    expect(level.figure.definition).toMatchObject({
      formula: "answered_within(thresholdSeconds=20) ÷ (answered + abandoned)",
      dialect: "SL-A",
    });
  });

  it("is null for a period without facts, and refuses a period that is named twice or not at all", async () => {
    const scorecard = (period: string) =>
      ask(`query ($id: ID!) { node(id: $id) { ... on Contract { scorecard(period: ${period}) { score } } } }`, {
        id: globalId("Contract", at.contractId),
      });

    expect((await scorecard(`{ kind: MONTH, containing: "2025-01-01" }`)).data.node.scorecard).toBeNull();
    expect((await scorecard(`{ kind: MONTH, offset: -1 }`)).data.node.scorecard.score).toBeDefined();
    for (const wrong of [
      `{ kind: WEEK, offset: 0, containing: "2026-06-01" }`,
      `{ kind: MONTH, from: "2026-06-02" }`,
    ]) {
      const { data, errors } = await scorecard(wrong);
      expect([data.node.scorecard, errors.map(({ code }) => code)]).toEqual([null, ["BAD_USER_INPUT"]]);
    }
  });
});

describe("a list of scorecards", () => {
  const TEAM = `query ($id: ID!, $first: Int, $after: String, $order: ScorecardOrder) { node(id: $id) { ... on Contract {
      scorecards(${JUNE}, of: POSITION, first: $first, after: $after, orderBy: $order) {
        totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
        edges { cursor node { id } } nodes { id score } } } } }`;
  const page = async (variables: object) =>
    (await ask(TEAM, { id: globalId("Contract", at.contractId), ...variables })).data.node.scorecards;

  it.each(["SCORE_DESC", "SCORE_ASC"])("is the same read whole and page by page, in order %s", async (order) => {
    const whole = await page({ order });
    const pages = [];
    for (let after = null, more = true; more;) {
      const one = await page({ order, first: 2, after });
      pages.push(...one.nodes);
      [after, more] = [one.pageInfo.endCursor, one.pageInfo.hasNextPage];
    }

    expect(pages).toEqual(whole.nodes);
    expect(whole.totalCount).toBe(whole.nodes.length);
    expect(whole.edges.map((edge: { node: object }) => edge.node)).toEqual(
      whole.nodes.map(({ id }: { id: string }) => ({ id })),
    );
    const scores = whole.nodes
      .map(({ score }: { score: string | null }) => score)
      .filter(Boolean)
      .map(Number);
    expect(scores).toEqual([...scores].sort((a, b) => (order === "SCORE_DESC" ? b - a : a - b)));
  });

  it("refuses a damaged cursor, one of another list, and one that was made up", async () => {
    const { pageInfo } = await page({ first: 2 });
    const forged = Buffer.from(JSON.stringify([1, "x", "50", "not-an-id"])).toString("base64url");

    for (const [after, order] of [
      ["%%%", "SCORE_DESC"],
      [pageInfo.endCursor, "SCORE_ASC"],
      [forged, "SCORE_DESC"],
    ]) {
      const { errors } = await ask(TEAM, { id: globalId("Contract", at.contractId), first: 2, after, order });
      expect(errors.map(({ code }) => code)).toEqual(["BAD_USER_INPUT"]);
    }
  });

  it("refuses more than 100 at once", async () => {
    const { errors } = await ask(TEAM, { id: globalId("Contract", at.contractId), first: 101 });

    expect(errors).toMatchObject([{ code: "BAD_USER_INPUT" }]);
  });
});

describe("results of single people", () => {
  const PEOPLE = `query ($id: ID!) { node(id: $id) { ... on Team { scorecards(${JUNE}) { totalCount nodes {
      id subject { ... on Position { person { code name } } } } } } } }`;
  const red = () => ({ id: globalId("Team", at.house.red.id) });

  it("are seen with the right people:read", async () => {
    const { data } = await ask(PEOPLE, red());

    expect(data.node.scorecards.totalCount).toBeGreaterThanOrEqual(1);
    expect(data.node.scorecards.nodes[0].subject.person.name).toBeTruthy();
  });

  it("are hidden without it, also by id, but for one's own", async () => {
    const { anna } = at.house.agents;
    const cards = (await ask(PEOPLE, red())).data.node.scorecards.nodes;
    const stranger = api.as({ clientIds: [at.clientId], rights: new Set() });
    const herself = api.as({ clientIds: [at.clientId], rights: new Set(), personId: anna.personId });

    expect((await stranger(PEOPLE, red())).data.node.scorecards).toEqual({ totalCount: 0, nodes: [] });
    const { data } = await stranger(`query ($id: ID!) { node(id: $id) { id } }`, { id: cards[0].id });
    expect(data.node).toBeNull();
    const own = (await herself(PEOPLE, red())).data.node.scorecards;
    expect(own).toMatchObject({ totalCount: 1, nodes: [{ subject: { person: { name: expect.any(String) } } }] });
  });
});

describe("objective results", () => {
  it("tell outcome, shortfall and misses allowed", async () => {
    const { data, errors } = await ask(
      `query ($id: ID!) { node(id: $id) { ... on Contract { objectives { nodes { code clause result(${JUNE}) {
         id outcome shortfall missesAllowed target { value clause } objective { code }
         figure { value numerator denominator display finality } } } } } } }`,
      { id: globalId("Contract", at.contractId) },
    );

    expect(errors).toEqual([]);
    const [{ code, result }] = data.node.objectives.nodes;
    expect(result).toMatchObject({ outcome: "BELOW_MINIMUM", shortfall: "0.3", objective: { code } });
    expect(result.figure).toMatchObject({ value: "0.5", numerator: "2", denominator: "4", finality: "PROVISIONAL" });
    const again = await ask(`query ($id: ID!) { node(id: $id) { ... on ObjectiveResult { outcome } } }`, {
      id: result.id,
    });
    expect(again.data.node.outcome).toBe("BELOW_MINIMUM");
  });
});
