import { globalId } from "../../shared/ids";
import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { june } from "../scorecard-house.builder";
import { itemOf, SettledHouse } from "../settled-house.builder";
import { annasPosition, enterValue, JUNE, REASON } from "./manual-value.builder";

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
  await at.surveys("anna", [5, 5, 1, 1]);
  await at.settle();
  ask = api.as({ clientIds: [at.clientId], name: "Mira" });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

/** As Mira, or somebody else. */
const enter = (parts: string, as = ask, kpi?: string, subject?: string, period?: string) =>
  enterValue(as, at, parts, { kpi, subject, period });

const FIGURE = `value display numerator denominator sample status source
  manual { value author reason attachment measured { value display status numerator denominator sample } }`;

const figureOfAnna = async (as = ask, selection = FIGURE) => {
  const { data, errors } = await as(`{ node(id: "${annasPosition(at)}") { ... on Position { scorecard(period: ${JUNE}) {
    score item(kpi: "CSAT") { score isMet figure { ${selection} } } } } } }`);
  return { card: data?.node?.scorecard, ...data?.node?.scorecard?.item, errors };
};

describe("a value that is entered", () => {
  test("stands in the place of the measured one, which stays beside it", async () => {
    const { manualValue, errors } = await enter(`value: "83 %", sample: 40, attachment: "file 7/2026"`);
    await at.rescore();

    expect(errors).toEqual([]);
    expect(manualValue).toMatchObject({ value: "0.83", sample: 40, display: "83.0 %", author: "Mira" });
    const { figure, errors: wrong } = await figureOfAnna();
    expect(wrong).toEqual([]);
    expect(figure).toEqual({
      ...{ value: "0.83", display: "83.0 %", numerator: null, denominator: null, sample: 40, status: "OK" },
      source: "MANUAL",
      manual: {
        ...{ value: "0.83", author: "Mira", reason: REASON, attachment: "file 7/2026" },
        measured: { value: "0.5", display: "50.0 %", status: "OK", numerator: "2", denominator: "4", sample: 4 },
      },
    });
  });

  test("is scored like any other: 0.83 of 0.9 is 92.2, with 40 parts of ASA 30 in 30 s", async () => {
    await enter(`value: "0.83"`);
    await at.rescore();

    const item = await at.item(at.house.agents.anna.id, "CSAT");
    expect(item).toMatchObject({ value: "0.83", isMet: false, manual: { measured: { value: "0.5" } } });
    // 0.83 ÷ 0.9
    expect(Number(item!.score)).toBeCloseTo(92.2222, 3);
    const card = await at.card(at.house.agents.anna.id);
    // ASA (10 + 50) ÷ 2 = 30 s: 100; (40 × 100 + 60 × 92.22…) ÷ 100
    expect(Number(card!.score)).toBeCloseTo(95.3333, 3);
  });

  test("survives facts that come later, and the whole being computed anew", async () => {
    await enter(`numerator: "83", denominator: "100"`);
    await at.rescore();
    const before = await at.item(at.house.agents.anna.id, "CSAT");

    await at.surveys("anna", [5, 5], june(20));
    await at.settle();

    const after = await at.item(at.house.agents.anna.id, "CSAT");
    expect(before).toMatchObject({ value: "0.83", numerator: "83", denominator: "100", sample: 100 });
    expect(after).toMatchObject({ value: "0.83", manual: { measured: { numerator: "4", denominator: "6" } } });
    expect(after!.score).toBe(before!.score);
  });

  test("gives a subject without a single fact a scorecard", async () => {
    const bruno = at.house.agents.bruno.id;
    expect(await at.card(bruno)).toBeUndefined();

    await enter(`value: "95 %"`, ask, "CSAT", `{ position: "${globalId("Position", bruno)}" }`);
    await at.rescore();

    const card = await at.card(bruno);
    expect(card).toMatchObject({ score: "100" });
    expect(itemOf(card, "CSAT")).toMatchObject({ value: "0.95", manual: { measured: { status: "NO_DATA" } } });
    expect(itemOf(card, "ASA")).toMatchObject({ status: "NO_DATA", manual: null });
  });

  test("counts in a period without a single fact, and in the objective of the same rule", async () => {
    const { errors } = await enter(
      `value: "75 %"`,
      ask,
      "SERVICE_LEVEL",
      "null",
      `{ kind: MONTH, from: "2026-05-01" }`,
    );
    await at.rescore();

    expect(errors).toEqual([]);
    const [may] = await at.results("month");
    await at.sql("delete from objective_result where client_id = $1");
    await at.sql("delete from scorecard where client_id = $1");
    await at.touchEnded(new Date("2026-07-10T10:00:00Z"));
    await at.settle();
    expect((await at.results("month"))[0]).toMatchObject({ periodFrom: "2026-05-01", outcome: "missed" });
    expect(may).toMatchObject({ periodFrom: "2026-05-01", outcome: "missed", shortfall: "0.05", missesAllowed: null });
    expect(may!.item).toMatchObject({ value: "0.75", manual: { author: "Mira" } });
  });

  test("is labelled to a client's people, too, who may not see single people", async () => {
    await enter(`value: "75 %"`, ask, "SERVICE_LEVEL", "null");
    await at.rescore();
    const client = api.as({ kind: "client", clientIds: [at.clientId], rights: new Set() });

    const { data } = await client(`{ contract(code: "${at.house.contract.code}") {
      scorecard(period: ${JUNE}) { item(kpi: "SERVICE_LEVEL") { figure { source manual { author reason } } } }
      manualValues { totalCount nodes { value kpi { code } subjectKind subject { __typename } period { label } } } } }`);

    expect(data.contract.scorecard.item.figure).toEqual({
      source: "MANUAL",
      manual: { author: "Mira", reason: REASON },
    });
    expect(data.contract.manualValues).toEqual({
      totalCount: 1,
      nodes: [
        {
          ...{ value: "0.75", kpi: { code: "SERVICE_LEVEL" }, subjectKind: "CONTRACT" },
          ...{ subject: { __typename: "Contract" }, period: { label: "2026-06" } },
        },
      ],
    });
    await enter(`value: "75 %"`);
    const again = await client(`{ contract(code: "${at.house.contract.code}") { manualValues { totalCount } } }`);
    expect(again.data.contract.manualValues.totalCount).toBe(1);
  });

  test("is explained, and shown by the series for its very period only", async () => {
    await enter(`value: "83 %"`);
    await at.rescore();

    const { figure, errors } = await figureOfAnna(
      ask,
      `explanation { rule input output source } months: series(by: MONTH, last: 1) { value source }
       days: series(by: DAY) { value source }`,
    );

    expect(errors).toEqual([]);
    const [divided, entered, shown] = figure.explanation.slice(-3);
    expect(divided).toMatchObject({ input: "2 ÷ 4", output: "0.5" });
    expect(entered).toEqual({
      rule: "A manual value takes its place: Mira entered it on 2026-07-10.",
      ...{ input: "measured 50.0 % (OK)", output: "0.83", source: `manual value: ${REASON}` },
    });
    expect(shown).toMatchObject({ input: "0.83", output: "83.0 %" });
    expect(figure.months).toEqual([{ value: "0.83", source: "MANUAL" }]);
    expect(figure.days[0]).toEqual({ value: "0.5", source: "MEASURED" });
  });
});

describe("another value, or none", () => {
  test("supersedes the one before, which stays to be read", async () => {
    const first = await enter(`value: "83 %"`);
    const second = await enter(`value: "85 %"`);
    await at.rescore();

    expect(await at.item(at.house.agents.anna.id, "CSAT")).toMatchObject({ value: "0.85" });
    const { data } = await ask(`{ contract(code: "${at.house.contract.code}") {
      all: manualValues { nodes { id value } } now: manualValues(inForce: true) { nodes { id } } } }`);
    expect(data.contract.all.nodes).toEqual([
      { id: second.manualValue.id, value: "0.85" },
      { id: first.manualValue.id, value: "0.83" },
    ]);
    expect(data.contract.now.nodes).toEqual([{ id: second.manualValue.id }]);
    const withdrawn = await withdraw(first.manualValue.id);
    expect(withdrawn.errors).toMatchObject([{ code: "MANUAL_VALUE_NOT_IN_FORCE", path: ["id"] }]);
  });

  test("lets what was measured count again once it is withdrawn", async () => {
    const { manualValue } = await enter(`value: "83 %"`);
    await at.rescore();

    const { manualValue: gone, errors } = await withdraw(manualValue.id);
    await at.rescore();

    expect(errors).toEqual([]);
    expect(gone).toMatchObject({ withdrawnBy: "Mira", withdrawalReason: "The answers were found again" });
    expect(await at.item(at.house.agents.anna.id, "CSAT")).toMatchObject({ value: "0.5", manual: null });
    const acts = await at.sql<{ act: string }>("select act from audit_record where client_id = $1 order by id");
    expect(acts.map(({ act }) => act)).toEqual(["manual-value.entered", "manual-value.withdrawn"]);
  });
});

const withdraw = async (id: string, as = ask) => {
  const { data } =
    await as(`mutation { withdrawManualValue(input: { id: "${id}", reason: "The answers were found again" }) {
    manualValue { withdrawnBy withdrawalReason } errors { code path message } } }`);
  return data?.withdrawManualValue;
};
