import { saveCalendar } from "../../contracts/calendar.builder";
import { layOutDueWindows } from "../../contracts/calendar-window.queries";
import { KpiService } from "../../kpis/kpi.service";
import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { june } from "../scorecard-house.builder";
import { NOW, SettledHouse } from "../settled-house.builder";

const LATER = new Date("2026-07-20T10:00:00Z");

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let mira: Ask;
let client: string;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  await database.asInternal([], (tx) => new KpiService().syncCatalogue(tx, new Date("2020-01-01T00:00:00Z")));
});
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  [{ code: client }] = (await at.sql<{ code: string }>("select code from client where client_id = $1")) as [
    { code: string },
  ];
  mira = api.as({ clientIds: [at.clientId], name: "Mira" });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const QUESTION = `question: { question: "Do they own the call?", scale: { from: 1, to: 5 }, assessors: OURS }`;

async function define(code: string, versions: readonly string[]): Promise<void> {
  const written = versions.map((one) => `{ measuredBy: MONTH, ${one} }`).join(" ");
  const { data, errors } = await mira(`mutation { defineObjective(input: { client: "${client}",
    contract: "${at.house.contract.code}", code: "${code}", name: "${code}", clause: "§ 4", versions: [${written}] }) {
    errors { code message path } } }`);
  expect([...errors, ...data.defineObjective.errors]).toEqual([]);
}

async function assess(points: number): Promise<void> {
  const { data, errors } = await mira(`mutation { assessObjective(input: { client: "${client}", objective: "OWN",
    contract: "${at.house.contract.code}", points: ${points}, period: { kind: MONTH, containing: "2026-06-15" } }) {
    errors { code message } } }`);
  expect([...errors, ...data.assessObjective.errors]).toEqual([]);
}

async function objective(code: string, selection: string, on = "2026-06-15", asOf = "") {
  const { data, errors } = await mira(`{ contract(client: "${client}", code: "${at.house.contract.code}") {
    objectives { nodes { code versions { validFrom amendment { code title effectiveFrom } calendar { code } }
      result(period: { kind: MONTH, containing: "${on}" } ${asOf}) { ${selection} } } } } }`);
  expect(errors).toEqual([]);
  return data.contract.objectives.nodes.find((one: { code: string }) => one.code === code);
}

const many = (count: number, parts: object) => Array.from({ length: count }, () => parts);

test("a composite read as of an instant shows its parts as they were then", async () => {
  await define("OWN", [`target: "80 %", ${QUESTION}`]);
  await define("ALL", [
    `target: "80 %", composite: { rule: WEIGHTED_ATTAINMENT, parts: [{ objective: "OWN", weight: 1 }] }`,
  ]);
  await at.oneMorning();
  await assess(3);
  await at.settle();
  const then = new Date("2026-07-15T10:00:00Z");
  mira = api.as({ clientIds: [at.clientId], name: "Mira" }, LATER);
  // the whole gets another version, and its part another answer
  await define("ALL", [`target: "90 %", composite: { rule: SHARE_MET, parts: [{ objective: "SL", weight: 1 }] }`]);
  await assess(5);
  await at.settle(LATER);

  const SHOWN = `figure { value explanation { rule output } } parts { objective { code } attainment result { figure {
    value explanation { rule output } } } }`;
  const was = (await objective("ALL", SHOWN, "2026-06-15", `asOf: "${then.toISOString()}"`)).result;
  const is = (await objective("ALL", SHOWN)).result;

  expect(was).toMatchObject({
    figure: { value: "0.625", explanation: [{ rule: "Objective OWN weighs 1." }, {}, {}] },
    parts: [{ objective: { code: "OWN" }, attainment: "0.625", result: { figure: { value: "0.5" } } }],
  });
  const answersOf = (result: { figure: { explanation: { output: string }[] } }) =>
    result.figure.explanation.map(({ output }) => output).filter((output) => / of 4$/.test(output));
  expect(answersOf(was.parts[0].result)).toEqual(["2 of 4"]);
  expect(is.parts).toMatchObject([{ objective: { code: "SL" } }]);
  expect(answersOf((await objective("OWN", SHOWN)).result)).toEqual(["2 of 4", "4 of 4"]);
});

test("what is judged over several periods together is explained by all of their facts", async () => {
  await define("SL", [`kpi: "SERVICE_LEVEL", target: "80 %", rolling: 3`]);
  await at.calls([...many(6, { waitSeconds: 5, day: "2026-04-10" }), ...many(3, { waitSeconds: 60, day: june(1) })]);
  await at.calls(many(1, { waitSeconds: 5, day: june(1) }));
  await at.settle();

  const { figure } = (
    await objective(
      "SL",
      `figure { numerator denominator explanation { rule input output }
         facts(part: NUMERATOR, first: 20) { totalCount nodes { day } } parts(by: DAY) { day denominator }
         series(by: MONTH, last: 2) { value denominator } dialects { isInUse denominator } }`,
    )
  ).result;

  expect(figure).toMatchObject({ numerator: "7", denominator: "10", facts: { totalCount: 7 } });
  const said = figure.explanation.map(
    ({ rule, input, output }: Record<string, string>) => `${rule} ${input}: ${output}`,
  );
  expect(said[0]).toMatch(
    /The month is judged together with the 2 before it\..*: days from 2026-04-01 until before 2026-07-01/,
  );
  expect(said).toEqual(expect.arrayContaining([expect.stringMatching(/^The numerator is .*: 7$/)]));
  expect(said).toEqual(expect.arrayContaining([expect.stringMatching(/7 ÷ 10: 0\.7$/)]));
  expect(figure.parts.map(({ day }: { day: string }) => day)).toEqual(["2026-04-10", "2026-06-01"]);
  expect(figure.series.map(({ denominator }: { denominator: string }) => denominator)).toEqual(["6", "10"]);
  expect(figure.dialects.find(({ isInUse }: { isInUse: boolean }) => isInUse)).toMatchObject({ denominator: "10" });
});

test("a period with nothing but assessments is computed again when all results are", async () => {
  await define("OWN", [`target: "80 %", ${QUESTION}`]);
  await assess(5);
  await at.rescore();
  await at.sql("delete from objective_result where client_id = $1");

  const touched = await at.touchEnded(NOW);
  const again = await at.touchEnded(NOW);
  await at.rescore();

  expect([touched, again]).toEqual([1, 0]);
  expect((await objective("OWN", "outcome figure { value }")).result).toEqual({
    outcome: "MET",
    figure: { value: "1" },
  });
});

test("an objective may name a calendar and the amendment that brought its terms", async () => {
  const { clientId, contractId } = at;
  await at.in((tx) =>
    saveCalendar(tx, {
      ...{ clientId, code: "mornings" },
      windows: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "06:00", until: "12:00" })) as never,
    }),
  );
  await at.in((tx) => layOutDueWindows(tx, clientId, NOW));
  const { data } =
    await mira(`mutation { defineAmendment(input: { client: "${client}", contract: "${at.house.contract.code}",
    code: "A1", title: "Mornings only", document: "Amendment 1", signedOn: "2026-05-20", effectiveFrom: "2026-06-01" }) {
    errors { code message } } }`);
  expect(data.defineAmendment.errors).toEqual([]);
  await define("SL", [
    `kpi: "SERVICE_LEVEL", target: "80 %"`,
    `kpi: "SERVICE_LEVEL", target: "50 %", amendment: "A1", calendar: "mornings"`,
  ]);
  // contacts of the house come at noon of UTC, which is afternoon in Rome
  await at.calls([...many(4, { waitSeconds: 5, day: "2026-05-04" }), ...many(4, { waitSeconds: 5, day: june(4) })]);
  await at.settle();

  const may = await objective("SL", "outcome amendment { code } figure { denominator }", "2026-05-15");
  const inJune = await objective("SL", "outcome amendment { code } figure { denominator }");

  expect(may.versions).toEqual([
    { validFrom: "2020-01-01", amendment: null, calendar: null },
    {
      validFrom: "2026-06-01",
      amendment: { code: "A1", title: "Mornings only", effectiveFrom: "2026-06-01" },
      calendar: { code: "mornings" },
    },
  ]);
  expect(may.result).toEqual({ outcome: "MET", amendment: null, figure: { denominator: "4" } });
  expect(inJune.result).toEqual({ outcome: "NOT_MEASURED", amendment: { code: "A1" }, figure: { denominator: null } });
  expect(await at.sql("select from objective_version where client_id = $1 and superseded_at is null")).toHaveLength(2);
  expect(contractId).toBe(at.house.contract.id);
});
