import { SettledHouse } from "../scorecards/settled-house.builder";
import { day } from "../shared/day";
import { globalId } from "../shared/ids";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  at = await SettledHouse.open(database.asInternal);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const QUERY = `query ($id: ID!) { node(id: $id) { ... on Contract {
  recognitions(period: { kind: MONTH, containing: "2026-06-01" }, kinds: [PERSONAL_BEST]) { totalCount nodes {
    kind kpi { code } period { label } finality sentence role { code } scorecard { id }
    subject { ... on Person { id } } evidence { compared chance figures { value sample } } } } } } }`;
async function asked(as: Ask) {
  const { data, errors } = await as(QUERY, { id: globalId("Contract", at.contractId) });
  expect(errors).toEqual([]);
  return data.node.recognitions;
}

test("a settled personal best is told to whoever may see the person, and to nobody else", async () => {
  const { clientId } = at;
  // Anna waits 30 seconds less one for each month, from December on; Bruno stays as he is
  const months = ["2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"];
  const calls = months.flatMap((month, index) =>
    Array.from({ length: 12 }, () => [
      { by: "anna" as const, day: day(`${month}-03`), waitSeconds: 30 - index },
      { by: "bruno" as const, day: day(`${month}-03`), waitSeconds: 20 },
    ]).flat(),
  );
  await at.calls(calls);
  await at.settle();

  const found = await asked(api.as({ clientIds: [clientId] }));
  const client = await asked(api.as({ kind: "client", clientIds: [clientId], rights: new Set() }));

  expect(found.nodes.filter((one: { kpi: { code: string } }) => one.kpi.code === "ASA")).toEqual([
    expect.objectContaining({
      ...{ kind: "PERSONAL_BEST", finality: "PROVISIONAL", role: { code: "agent" } },
      subject: { id: globalId("Person", at.house.agents.anna.personId) },
      scorecard: { id: expect.any(String) },
      evidence: expect.objectContaining({ compared: 2 }),
    }),
  ]);
  expect(client).toEqual({ totalCount: 0, nodes: [] });
});
