import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ReviewedHouse } from "../reviews/reviewed-house.builder";
import { globalId } from "../shared/ids";
import { aViewer, testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";

let database: TestDatabase;
let api: TestApi;
let house: ReviewedHouse;
let ask: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  house = await ReviewedHouse.open(database.asInternal);
  await house.at.oneMorning();
  await house.at.settle();
  await house.compile();
  const { clientId } = house.at;
  await database.adminRows("delete from review where client_id = $1 and state = 'scheduled'", [clientId]);
  ask = api.as({ clientIds: [house.at.clientId] });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const question = (name: string): string => readFileSync(join("docs", "queries", `${name}.graphql`), "utf8");
const codeOf = async (table: string, id: string): Promise<string> =>
  (await database.adminRows<{ code: string }>(`select code from ${table} where id = $1`, [id]))[0]!.code;

/** A Monday in June, when last week is the one with the facts. */
const MONDAY = new Date("2026-06-08T07:00:00Z");

test("a team lead's portal: last week of everybody on a desk", async () => {
  const desk = await codeOf("service", house.at.house.phone.id);
  const viewer = aViewer({ clientIds: [house.at.clientId] });

  const { data, errors, statements } = await api.as(viewer, MONDAY)(question("my-week"), { desk });

  expect(errors).toEqual([]);
  expect(data.service.scorecards.pageInfo).toBeDefined();
  expect(statements).toBeLessThanOrEqual(12);
});

test("a team lead's portal: from the lead's own position to the team's scorecards", async () => {
  const { redLead, red } = house.at.house;
  const lead = aViewer({ clientIds: [house.at.clientId], personId: redLead.personId });

  const { data, errors, statements } = await api.as(
    lead,
    MONDAY,
  )(`query MyWeek { viewer { positions {
      role { name } team { code scorecards(period: { kind: WEEK, offset: -1 }, orderBy: SCORE_DESC, first: 50) { nodes {
        subject { ... on Position { person { name } } }
        score rank { place of }
        items { weight score figure { kpi { code name } display status sample previous { display } } } } } } } } }`);

  expect(errors).toEqual([]);
  const [position] = data.viewer.positions;
  expect(position.team.code).toBe(await codeOf("team", red.id));
  const anna = position.team.scorecards.nodes.find((card: { score: string | null }) => card.score !== null);
  expect(anna.items.map((item: { figure: { kpi: { code: string } } }) => item.figure.kpi.code)).toContain("ASA");
  const asa = anna.items.find((item: { figure: { kpi: { code: string } } }) => item.figure.kpi.code === "ASA");
  expect(asa.figure).toMatchObject({ display: "30 s", sample: 2, status: "OK", previous: null });
  expect(statements).toBeLessThanOrEqual(12);
});

test("a client's system: how the objectives of a month came out", async () => {
  const contract = house.at.house.contract.code;
  const month = { kind: "MONTH", containing: "2026-06-15" };
  const client = api.as({ kind: "client", clientIds: [house.at.clientId], rights: new Set() });

  const { data, errors, statements } = await client(question("performance"), { contract, month });

  expect(errors).toEqual([]);
  expect(data.contract.objectives.nodes).toMatchObject([
    {
      code: "SL",
      result: {
        outcome: "BELOW_MINIMUM",
        shortfall: "0.3",
        target: { value: "0.8" },
        figure: { value: "0.5", numerator: "2", denominator: "4", definition: { dialect: "SL-A" } },
      },
    },
  ]);
  expect(data.contract.latestPackage).toMatchObject({
    version: 1,
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(statements).toBeLessThanOrEqual(10);
});

test("a forum, in the meeting: the material of its sittings", async () => {
  const [forum] = await database.adminRows<{ code: string }>(`select code from forum where client_id = $1`, [
    house.at.clientId,
  ]);

  const { data, errors, statements } = await ask(question("next-review"), { forum: forum?.code });

  expect(errors).toEqual([]);
  const compiled = data.forum.reviews.nodes.find((review: { package: object | null }) => review.package !== null);
  expect(compiled).toMatchObject({ state: "COMPILED", package: { version: 1, isIntact: true } });
  const sections = new Map(compiled.package.sections.map((one: { __typename: string }) => [one.__typename, one]));
  expect(sections.get("MissesSection")).toMatchObject({
    misses: [{ objectiveCode: "SL", shortfallDisplay: "30.0 pp" }],
  });
  expect(statements).toBeLessThanOrEqual(10);
});

test("an auditor: why a figure is what it is", async () => {
  const [result] = await house.at.results("month");
  const [row] = await database.adminRows<{ id: string }>(
    `select id from objective_result where client_id = $1 and period_kind = 'month' and period_from = $2`,
    [house.at.clientId, result?.periodFrom],
  );

  const { data, errors, statements } = await ask(question("why"), { id: globalId("ObjectiveResult", row!.id) });

  expect(errors).toEqual([]);
  const { figure, target } = data.node;
  expect(target).toMatchObject({ value: "0.8", source: "OBJECTIVE" });
  expect(figure).toMatchObject({ display: "50.0 %", numerator: "2", denominator: "4", sample: 4 });
  expect(figure.facts).toMatchObject({ totalCount: 2, nodes: [{ source: "test" }, { source: "test" }] });
  expect(figure.dialects.filter(({ isInUse }: { isInUse: boolean }) => isInUse)).toHaveLength(1);
  expect(figure.explanation.at(-1)).toMatchObject({ input: "0.5", output: "50.0 %" });
  expect(statements).toBeLessThanOrEqual(26);
});
