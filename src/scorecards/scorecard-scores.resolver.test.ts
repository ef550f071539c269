import { saveKpiAssignment } from "../assignments/kpi-assignment.builder";
import type { KpiAssignment } from "../assignments/kpi-assignment.entity";
import { KpiSet } from "../assignments/kpi-set.entity";
import { day } from "../shared/day";
import { globalId, newId } from "../shared/ids";
import { testApi, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const assign = (kpiCode: string, parts: Partial<KpiAssignment>) =>
  at.in((tx) => saveKpiAssignment(tx, { clientId: at.clientId, contractId: at.contractId, kpiCode, ...parts }));

async function annas(selection: string) {
  const { data, errors } = await api.as({ clientIds: [at.clientId] })(
    `query ($id: ID!) { node(id: $id) { ... on Position {
       scorecard(period: { kind: MONTH, containing: "2026-06-15" }) { ${selection} } } } }`,
    { id: globalId("Position", at.house.agents.anna.id) },
  );
  expect(errors).toEqual([]);
  return data.node.scorecard;
}

const SET: KpiSet = {
  ...{ id: newId(), roleCode: "agent", serviceId: null, weights: "whole", anonymousUnder: 3, version: 1 },
  levels: [
    { name: "Out of range", colour: "#000000", from: "0" },
    { name: "In range", colour: "#00ff00", from: "75" },
  ],
  ...{ validFrom: day("2020-01-01"), validUntil: null, supersededAt: null },
  ...{ recordedAt: new Date("2020-01-01T00:00:00Z"), clientId: "", contractId: null },
};
const publish = (parts: Partial<KpiSet>) =>
  at.in((tx) => tx.insert(KpiSet, { ...SET, id: newId(), clientId: at.clientId, contractId: at.contractId, ...parts }));

describe("the KPI set of a role", () => {
  const COMPOSITION = `score level { name colour } composition { weights totalWeight unscored anonymousUnder }`;

  beforeEach(() => at.calls([{ by: "anna", waitSeconds: 40 }]));

  it("gives the levels; a bound belongs to the better one", async () => {
    await publish({});
    await at.settle();

    // 40 s against 30, and nothing else with a figure
    expect(await annas(COMPOSITION)).toEqual({
      ...{ score: "75", level: { name: "In range", colour: "#00ff00" } },
      composition: { weights: "WHOLE", totalWeight: "100", unscored: null, anonymousUnder: 3 },
    });
  });

  it("refuses a score while weights do not total 100, and shows why", async () => {
    await publish({});
    await assign("CSAT", { weight: "59", target: "0.9" });
    await at.settle();

    expect(await annas(`${COMPOSITION} item(kpi: "ASA") { score }`)).toMatchObject({
      ...{ score: null, level: null, item: { score: "75" } },
      composition: { totalWeight: "99", unscored: "WEIGHTS_NOT_WHOLE" },
    });
  });

  it("of the service stands before that of the contract; without any, weights are rescaled", async () => {
    await publish({ serviceId: at.house.phone.id });
    await assign("CSAT", { weight: "59", target: "0.9" });
    await at.settle();

    expect(await annas(COMPOSITION)).toMatchObject({
      ...{ score: "75", level: { name: "Average" } },
      composition: { weights: "RESCALED", totalWeight: "99", unscored: null },
    });

    await at.sql(
      "update position set service_id = $3 where client_id = $1 and id = $2",
      ...[at.house.agents.anna.id, at.house.phone.id],
    );
    await at.settle();

    expect(await annas(COMPOSITION)).toMatchObject({ score: null, composition: { weights: "WHOLE" } });
  });
});

describe("an item", () => {
  it("shows its scheme, its gate, and how much better than its baseline it is", async () => {
    await assign("ASA", {
      ...{ weight: "40", target: "18", scheme: { kind: "worst_best", worst: "30", best: "10" } },
      ...{ gate: { atLeast: "20", cap: "80" }, onMissing: "fail" },
      baseline: { value: "24", improveBy: "0.25", measured: "2026-W10" },
    });
    await at.calls([{ by: "anna", waitSeconds: 16 }]);
    await at.surveys("anna", [5]);
    await at.settle();

    // X54: 24 → 16 is a third better; (30 − 16) ÷ 20
    const { item, ...card } = await annas(`score composition { closedGates beforeGates } item(kpi: "ASA") {
      score isMet missing onMissing carried { value } gate { atLeast cap isClosed }
      scheme { __typename ... on WorstBestScheme { worst best } ... on AttainmentScheme { most } }
      baseline { value improveBy measured realImprovement } }`);
    expect(item).toMatchObject({
      ...{ score: "70", isMet: true, missing: null, onMissing: "FAIL", carried: null },
      gate: { atLeast: "20", cap: "80", isClosed: false },
      scheme: { __typename: "WorstBestScheme", worst: "30", best: "10" },
      baseline: { value: "24", improveBy: "0.25", measured: "2026-W10", realImprovement: `0.${"3".repeat(34)}` },
    });
    // (40 × 70 + 60 × 100) ÷ 100
    expect(card).toEqual({ score: "88", composition: { closedGates: [], beforeGates: null } });
  });

  it("without a figure shows what was done, and the gate that it closed", async () => {
    await assign("CSAT", { weight: "60", target: "0.9", gate: { atLeast: "0.5", cap: "10" }, onMissing: "fail" });
    await at.calls([{ by: "anna", waitSeconds: 30 }]);
    await at.settle();

    const found = await annas(`score composition { closedGates beforeGates }
      item(kpi: "CSAT") { score isMet missing gate { isClosed } figure { status } }`);
    expect(found).toEqual({
      ...{ score: "10", composition: { closedGates: ["CSAT"], beforeGates: "40" } },
      item: { score: "0", isMet: false, missing: "FAILED", gate: { isClosed: true }, figure: { status: "NO_DATA" } },
    });
  });

  it("carried over shows the figure of the period before, of that period", async () => {
    await assign("CSAT", { weight: "60", target: "0.9", onMissing: "carry" });
    await at.calls([{ by: "anna", waitSeconds: 30 }]);
    await at.surveys("anna", [5, 1], day("2026-05-04"));
    await at.settle();

    const { item } = await annas(
      `item(kpi: "CSAT") { missing figure { status } carried { display period { label } sample } }`,
    );
    expect(item).toEqual({
      ...{ missing: "CARRIED", figure: { status: "NO_DATA" } },
      carried: { display: "50.0 %", period: { label: "2026-05" }, sample: 2 },
    });
  });
});

it("above 100 has its place in lists, before those without any, page by page", async () => {
  const points = [
    { value: "30", score: "100" },
    { value: "10", score: "150" },
  ];
  await assign("ASA", { weight: "40", target: "30", scheme: { kind: "curve", averaging: "input", points } });
  await at.calls([
    { by: "anna", waitSeconds: 10 },
    { by: "bruno", waitSeconds: 30 },
  ]);
  await at.surveys("dario", [5]);
  await at.sql("update kpi_assignment set weight = 0 where client_id = $1 and kpi_code = 'CSAT'");
  await at.settle();
  const listed = async (after: string | null): Promise<(string | null)[]> => {
    const { data, errors } = await api.as({ clientIds: [at.clientId] })(
      `query ($id: ID!, $after: String) { node(id: $id) { ... on Contract { scorecards(of: POSITION, role: "agent", first: 1,
         after: $after, orderBy: SCORE_ASC, period: { kind: MONTH, containing: "2026-06-15" }) {
           nodes { score } pageInfo { endCursor hasNextPage } } } } }`,
      { id: globalId("Contract", at.contractId), after },
    );
    expect(errors).toEqual([]);
    const { nodes, pageInfo } = data.node.scorecards;
    return [nodes[0].score, ...(pageInfo.hasNextPage ? await listed(pageInfo.endCursor) : [])];
  };

  expect(await listed(null)).toEqual(["100", "150", null]);
});
