import { KpiService } from "../../kpis/kpi.service";
import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { SettledHouse } from "../settled-house.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let client: string;
let mira: Ask;
let buyer: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  await database.asInternal([], (tx) => new KpiService().syncCatalogue(tx, new Date("2020-01-01T00:00:00Z")));
});
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  const [found] = await at.sql<{ code: string }>("select code from client where client_id = $1");
  client = found!.code;
  mira = api.as({ clientIds: [at.clientId], name: "Mira" });
  buyer = api.as({ kind: "client", clientIds: [at.clientId], name: "Bea", rights: new Set(["objectives:assess"]) });
  await define("OWN", `question: { question: "Do they own the call?", scale: { from: 1, to: 5 }, assessors: BOTH }`);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const define = async (code: string, parts: string, target = "80 %") => {
  const { data, errors } = await mira(`mutation { defineObjective(input: { client: "${client}",
    contract: "${at.house.contract.code}", code: "${code}", name: "${code}", clause: "§ 4",
    versions: [{ target: "${target}", measuredBy: MONTH, ${parts} }] }) { errors { code message path } } }`);
  expect([...errors, ...data.defineObjective.errors]).toEqual([]);
};

const assess = async (as: Ask, points: number, { month = 6, objective = "OWN", more = "" } = {}) => {
  const { data, errors } = await as(`mutation { assessObjective(input: { client: "${client}",
    contract: "${at.house.contract.code}", objective: "${objective}", points: ${points} ${more}
    period: { kind: MONTH, containing: "2026-0${month}-15" } }) {
      assessment { id points side assessor objective { code } period { label } } errors { code path message } } }`);
  return { ...data?.assessObjective, topErrors: errors.map(({ code }) => code) };
};

const result = async (code: string, selection: string, as = mira) => {
  const { data, errors } = await as(`{ contract(client: "${client}", code: "${at.house.contract.code}") {
    objectives { nodes { code kind assessments { nodes { points supersededAt } } assessmentsDue(last: 2) { period { label } sides }
      result(period: { kind: MONTH, containing: "2026-06-15" }) { ${selection} } } } } }`);
  expect(errors).toEqual([]);
  return data.contract.objectives.nodes.find((one: { code: string }) => one.code === code);
};

const FIGURE = `outcome shortfall confidence isMinimumMet aims { target weight rounding { mode } }
  figure { value numerator denominator sample status kpi { code } definition { dialect formula }
    explanation { rule input output } series(by: MONTH, last: 2) { value status } facts(part: NUMERATOR) { nodes { externalId } } }`;

describe("an assessment", () => {
  test("makes the figure of its objective: 4 and 3 on a scale from 1 to 5 are 5 of 8", async () => {
    const ours = await assess(mira, 4);
    const theirs = await assess(buyer, 3);
    await at.rescore();

    expect(ours).toMatchObject({ errors: [], assessment: { side: "OURS", assessor: "Mira", points: 4 } });
    expect(theirs).toMatchObject({ errors: [], assessment: { side: "CLIENTS", objective: { code: "OWN" } } });
    const found = await result("OWN", FIGURE);
    expect(found).toMatchObject({ kind: "QUALITATIVE", result: { outcome: "MISSED", shortfall: "0.175" } });
    expect(found.result.figure).toMatchObject({
      ...{ value: "0.625", numerator: "5", denominator: "8", sample: 2, status: "OK", facts: { nodes: [] } },
      ...{ kpi: { code: "ASSESSMENT" }, definition: { dialect: "POINTS_SHARE" } },
      series: [
        { value: null, status: "NO_DATA" },
        { value: "0.625", status: "OK" },
      ],
    });
    expect(found.result.figure.explanation.map((one: { output: string }) => one.output)).toEqual(
      expect.arrayContaining(["3 of 4", "2 of 4", "0.625", "62.5 %"]),
    );
  });

  test("takes the place of the same assessor's, and counts no longer once it is withdrawn", async () => {
    await assess(mira, 2);
    const { assessment } = await assess(mira, 5);
    await at.rescore();
    const before = await result("OWN", FIGURE);
    const { data } = await mira(`mutation { withdrawAssessment(input: { id: "${assessment.id}",
      reason: "It was meant for May" }) { assessment { withdrawnBy } errors { code } } }`);
    await at.rescore();

    expect(before.result.figure).toMatchObject({ value: "1", sample: 1 });
    expect(before.assessments.nodes).toEqual([
      { points: 5, supersededAt: null },
      { points: 2, supersededAt: expect.any(Date) },
    ]);
    expect(data.withdrawAssessment).toEqual({ assessment: { withdrawnBy: "Mira" }, errors: [] });
    expect((await result("OWN", FIGURE)).result?.outcome ?? "NOT_MEASURED").toBe("NOT_MEASURED");
  });

  test("is due for each side once its period is over", async () => {
    await assess(mira, 4);

    expect((await result("OWN", "outcome")).assessmentsDue).toEqual([
      { period: { label: "2026-06" }, sides: ["CLIENTS"] },
      { period: { label: "2026-05" }, sides: ["OURS", "CLIENTS"] },
    ]);
  });

  test("is refused off the scale, of what is measured, of what is to come, and without the right", async () => {
    const bystander = api.as({ kind: "client", clientIds: [at.clientId], rights: new Set(["values:enter"]) });
    const stranger = api.as({ clientIds: [], rights: new Set(["values:enter"]) });

    expect((await assess(mira, 6)).errors).toMatchObject([{ code: "POINTS_OFF_SCALE", path: ["points"] }]);
    expect((await assess(mira, 4, { objective: "SL" })).errors).toMatchObject([{ code: "NOT_ASSESSED" }]);
    expect((await assess(mira, 4, { month: 9 })).errors).toMatchObject([{ code: "PERIOD_TO_COME" }]);
    expect((await assess(mira, 4, { objective: "OWM" })).errors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect((await assess(bystander, 4)).topErrors).toEqual(["FORBIDDEN"]);
    expect((await assess(stranger, 4)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect(await at.sql("select 1 from assessment where client_id = $1")).toEqual([]);
  });

  test("needs evidence where the contract asks for it, and an assessor whom it names", async () => {
    await define(
      "DOC",
      `question: { question: "Well documented?", scale: { from: 0, to: 1 }, assessors: CLIENTS, evidenceRequired: true }`,
    );

    expect((await assess(mira, 1, { objective: "DOC" })).errors).toMatchObject([
      { code: "NOT_YOUR_ASSESSMENT" },
      { code: "EVIDENCE_MISSING" },
    ]);
    expect((await assess(buyer, 1, { objective: "DOC", more: `evidence: "file 7"` })).errors).toEqual([]);
  });

  test("counts in what is put together from it: 60 of 100 by weight are met", async () => {
    await define(
      "ALL",
      `composite: { rule: SHARE_MET, parts: [{ objective: "SL", weight: 40 }, { objective: "OWN", weight: 60 }] }`,
    );
    await at.oneMorning();
    await assess(mira, 5);
    await at.settle();

    const found = await result(
      "ALL",
      `${FIGURE} parts { weight isJudged attainment objective { code } result { outcome } }`,
    );

    expect(found.result).toMatchObject({
      ...{ outcome: "MISSED", shortfall: "0.2", figure: { value: "0.6", numerator: "60", denominator: "100" } },
      parts: [
        { weight: "40", isJudged: true, objective: { code: "SL" }, result: { outcome: "BELOW_MINIMUM" } },
        { weight: "60", isJudged: true, objective: { code: "OWN" }, attainment: "1", result: { outcome: "MET" } },
      ],
    });
    expect(found.result.figure.explanation[0].rule).toBe("Objective SL weighs 40.");
  });
});
