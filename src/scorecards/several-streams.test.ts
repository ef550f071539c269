import { globalId } from "../shared/ids";
import { testApi, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june } from "./scorecard-house.builder";
import { SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  await at.use("COST_PER_UNIT", { dialect: "PER_CONTACT_HANDLED" });
  await at.use("COMPLAINT_RATE");
  await at.oneMorning();
  await at.settle();
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

async function figureOf(kpi: string, selection: string) {
  const { data, errors } = await api.as({ clientIds: [at.clientId] })(
    `query ($id: ID!) { node(id: $id) { ... on Service { scorecard(period: { kind: MONTH, containing: "2026-06-15" }) {
       item(kpi: "${kpi}") { figure { ${selection} } } } } } }`,
    { id: globalId("Service", at.house.phone.id) },
  );
  expect(errors).toEqual([]);
  return data?.node?.scorecard?.item?.figure;
}

/** What the desk cost on the first of June, in cents. */
async function spend(cents: number): Promise<void> {
  await at.daily({ stream: "cost", on: june(1), amounts: { cost_of_contacts: cents } });
  await at.touchPeriods(june(1));
  await at.rescore();
}

describe("a figure of several streams", () => {
  it("is unknown while nobody has said what was spent", async () => {
    expect(await figureOf("COST_PER_UNIT", "value status display numerator")).toEqual({
      ...{ value: null, status: "NO_DATA", display: "–", numerator: null },
    });
  });

  it("is divided once over both, and shown in the contract's currency and the reader's language", async () => {
    await spend(1_259);

    const figure = await figureOf(
      "COST_PER_UNIT",
      `value status numerator denominator sample display italian: display(language: IT) explanation { input output }
       change { display } interval { lower }`,
    );

    expect(figure).toMatchObject({ status: "OK", numerator: "1259", denominator: "3", sample: 3, interval: null });
    expect([figure.display, figure.italian]).toEqual(["€ 4.20", "€ 4,20"]);
    expect(figure.explanation).toContainEqual({ input: "1259 ÷ 3", output: figure.value });
    expect(figure.explanation.at(-1).output).toBe("€ 4.20");
  });

  it("takes nothing at all for none where facts are counted", async () => {
    expect(await figureOf("COMPLAINT_RATE", "value status numerator")).toMatchObject({
      ...{ value: "0", status: "OK", numerator: "0" },
    });
  });

  it("shows the facts of each side", async () => {
    const figure = await figureOf(
      "COST_PER_UNIT",
      "above: facts(part: NUMERATOR) { totalCount } below: facts(part: DENOMINATOR) { totalCount nodes { stream adds } }",
    );

    expect(figure.above.totalCount).toBe(0);
    expect(figure.below.nodes).toEqual(Array.from({ length: 3 }, () => ({ stream: "CONTACT", adds: 1 })));
  });
});
