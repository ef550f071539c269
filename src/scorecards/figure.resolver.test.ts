import { globalId } from "../shared/ids";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june } from "./scorecard-house.builder";
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
  await at.settle();
  ask = api.as({ clientIds: [at.clientId] });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

/** The service level of the telephone desk in June, or of another period. */
async function level(selection: string, as = ask, period = `{ kind: MONTH, containing: "2026-06-15" }`) {
  const { data, errors } = await as(
    `query ($id: ID!) { node(id: $id) { ... on Service { scorecard(period: ${period}) {
       item(kpi: "SERVICE_LEVEL") { figure { ${selection} } } } } } }`,
    { id: globalId("Service", at.house.phone.id) },
  );
  return { figure: data?.node?.scorecard?.item?.figure, errors };
}

test("a service level stands side by side under every dialect", async () => {
  const { figure, errors } = await level(`dialects { dialect isInUse value numerator denominator status display }`);

  expect(errors).toEqual([]);
  const byCode = new Map(figure.dialects.map((one: { dialect: string }) => [one.dialect, one]));
  expect(byCode.get("SL-A")).toMatchObject({ isInUse: true, value: "0.5", numerator: "2", denominator: "4" });
  expect(byCode.get("SL-B")).toMatchObject({ isInUse: false, numerator: "2", denominator: "3", display: "66.7 %" });
  expect(figure.dialects.filter((one: { isInUse: boolean }) => one.isInUse)).toHaveLength(1);
});

test("the daily series adds up to the figure", async () => {
  const { figure, errors } = await level(`series(by: DAY) { period { from } numerator denominator status }`);

  expect(errors).toEqual([]);
  expect(figure.series).toHaveLength(30);
  expect(figure.series[0]).toMatchObject({ period: { from: "2026-06-01" }, numerator: "1", denominator: "3" });
  expect(figure.series[2]).toMatchObject({ status: "NO_DATA" });
  const sum = (side: string) =>
    figure.series.reduce((all: number, one: Record<string, string>) => all + Number(one[side]), 0);
  expect([sum("numerator"), sum("denominator")]).toEqual([2, 4]);
});

test("a series of months ends with the figure's own, and refuses to be endless", async () => {
  const { figure } = await level(`series(by: MONTH, last: 6) { period { label } display }`);

  expect(figure.series.map((one: { period: { label: string } }) => one.period.label)).toEqual([
    "2026-01",
    "2026-02",
    "2026-03",
    "2026-04",
    "2026-05",
    "2026-06",
  ]);
  expect(figure.series.at(-1).display).toBe("50.0 %");
  const { errors } = await level(`series(last: 401) { display }`);
  expect(errors).toMatchObject([{ code: "BAD_USER_INPUT" }]);
});

test("parts by person, channel and day add up to the figure", async () => {
  const { figure, errors } = await level(`
    person: parts(by: PERSON) { person { code } numerator denominator }
    channel: parts(by: CHANNEL) { channel display numerator }
    day: parts(by: DAY) { day numerator denominator value }`);

  expect(errors).toEqual([]);
  const people = figure.person.map(
    ({ numerator, denominator }: Record<string, string>) => `${numerator}/${denominator}`,
  );
  expect(people.sort()).toEqual(["0/1", "1/1", "1/2"]);
  expect(figure.channel).toEqual([{ channel: "phone", display: "50.0 %", numerator: "2" }]);
  expect(figure.day.map(({ day }: { day: string }) => day)).toEqual([june(1), june(2)]);
});

test("the facts behind it are paged, and there are as many as it counts", async () => {
  const { figure, errors } = await level(`
    numerator: facts(part: NUMERATOR) { totalCount nodes { externalId source occurredAt day service { code } } }
    denominator: facts(part: DENOMINATOR, first: 3) { totalCount pageInfo { hasNextPage endCursor } nodes { externalId } }`);

  expect(errors).toEqual([]);
  expect([figure.numerator.totalCount, figure.denominator.totalCount]).toEqual([2, 4]);
  expect(figure.numerator.nodes[0]).toMatchObject({ source: "test", day: "2026-06-01", service: { code: "phone" } });
  const { endCursor } = figure.denominator.pageInfo;
  const next = await level(`facts(part: DENOMINATOR, first: 3, after: "${endCursor}") { nodes { externalId } }`);
  const seen = [...figure.denominator.nodes, ...next.figure.facts.nodes];
  expect(new Set(seen.map(({ externalId }) => externalId)).size).toBe(4);
});

test("facts need facts:read, and parts by person people:read", async () => {
  const viewer = api.as({ clientIds: [at.clientId], rights: new Set() });

  expect((await level(`facts(part: NUMERATOR) { totalCount }`, viewer)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  expect((await level(`parts(by: PERSON) { numerator }`, viewer)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  expect((await level(`parts(by: DAY) { numerator }`, viewer)).errors).toEqual([]);
});

test("the explanation leads from facts to value", async () => {
  const { figure } = await level(`explanation { rule input output source }`);

  const outputs = figure.explanation.map(({ input, output }: Record<string, string>) => [input, output]);
  expect(outputs).toContainEqual(["answered_within(thresholdSeconds=20)", "2"]);
  expect(outputs).toContainEqual(["3 + 1", "4"]);
  expect(outputs).toContainEqual(["2 ÷ 4", "0.5"]);
  expect(outputs.at(-1)).toEqual(["0.5", "50.0 %"]);
});

test("the explanation of an objective's figure names the objective's own minimum sample", async () => {
  await at.sql("update objective_version set min_sample = 3 where client_id = $1");

  const { data } = await ask(
    `query ($id: ID!) { node(id: $id) { ... on Contract { objectives { nodes { result(period: { kind: MONTH, containing: "2026-06-15" }) {
       figure { explanation { rule } } } } } } } }`,
    { id: globalId("Contract", at.contractId) },
  );

  const rules = data.node.objectives.nodes[0].result.figure.explanation.map(({ rule }: { rule: string }) => rule);
  expect(rules).toContainEqual("A value that rests on fewer than 3 facts is not shown.");
});

test("the change is against the period before, by the same rule", async () => {
  await at.calls([{ by: "anna", day: june(9), waitSeconds: 5 }]);
  await at.settle();

  const second = `{ kind: WEEK, containing: "2026-06-09" }`;
  const { figure } = await level(
    `display previous { display period { label } } change { absolute display }`,
    ask,
    second,
  );

  expect(figure).toMatchObject({
    display: "100.0 %",
    previous: { display: "50.0 %", period: { label: "2026-W23" } },
    change: { absolute: "0.5", display: "+50.0 pp" },
  });
  const { figure: first } = await level(`previous { display } change { absolute }`);
  expect(first).toMatchObject({ previous: null, change: null });
});

test("opening every figure of many scorecards takes a bounded number of statements", async () => {
  const page = (first: number) =>
    ask(
      `query ($id: ID!) { node(id: $id) { ... on Contract { scorecards(period: { kind: MONTH, offset: -1 }, first: ${first}) { nodes {
         subject { ... on Position { person { name } role { name } team { name } } ... on Service { name } }
         items { figure { kpi { name } previous { display } series { display } dialects { value } definition { recordedAt }
           parts(by: DAY) { display } explanation { output } } } } } } } }`,
      { id: globalId("Contract", at.contractId) },
    );

  const [one, many] = [await page(1), await page(100)];

  expect([one.errors, many.errors]).toEqual([[], []]);
  expect(many.data.node.scorecards.nodes.length).toBeGreaterThan(8);
  expect(many.statements).toBeLessThanOrEqual(40);
  expect(many.statements - one.statements).toBeLessThanOrEqual(8);
});
