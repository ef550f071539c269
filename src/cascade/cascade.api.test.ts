import { saveKpiUse } from "../contracts/kpi-use.builder";
import { june } from "../scorecards/scorecard-house.builder";
import { SettledHouse } from "../scorecards/settled-house.builder";
import { globalId } from "../shared/ids";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";

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
  ask = api.as({ clientIds: [at.clientId] });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const FINDINGS = `findings(severity: [ERROR, WARNING]) { nodes { code severity message remedy from until
  about { kpiCode kpi { code } role { code } services { code } team { code } person { code } objective { code } } } }`;
async function check(args = "", as = ask) {
  const query = `query ($id: ID!) { node(id: $id) { ... on Contract {
    cascadeCheck${args} { asOf from until verdict counts { errors warnings notes } ${FINDINGS} } } } }`;
  const { data, errors, statements } = await as(query, { id: globalId("Contract", at.contractId) });
  const found = data?.node?.cascadeCheck;
  return { errors, statements, check: found && { ...found, findings: found.findings.nodes } };
}

test("tells what keeps targets from being handed down, with the things it is about", async () => {
  const { errors, check: found } = await check();

  expect(errors).toEqual([]);
  expect(found).toMatchObject({ from: "2026-07-10", until: null, verdict: "WARN", counts: { errors: 0 } });
  expect(found.findings).toContainEqual(
    expect.objectContaining({
      ...{ code: "TEAM_WITHOUT_LEAD", severity: "WARNING", from: "2026-07-10", until: null },
      message: "People work in team blue, but nobody holds a role that answers for it: from 2026-07-10 on.",
      about: expect.objectContaining({ team: { code: "blue" }, kpi: null, role: null, services: [] }),
    }),
  );
  expect(found.findings).toContainEqual(
    expect.objectContaining({
      code: "KPI_WITHOUT_OWNER",
      message:
        "AHT is in use, but nobody at any level has it in the set of the role: on every service from 2026-07-10 on.",
      about: expect.objectContaining({
        kpiCode: "AHT",
        kpi: { code: "AHT" },
        services: [{ code: "phone" }, { code: "post" }],
      }),
    }),
  );
});

test("looks at the day asked about, and at the setup as it was believed", async () => {
  const { clientId, contractId } = at;
  await at.in((tx) =>
    saveKpiUse(tx, {
      ...{ clientId, contractId, kpiCode: "DSAT", validFrom: june(1), validUntil: june(2) },
      recordedAt: new Date("2026-06-20T00:00:00Z"),
    }),
  );
  const tellsDsat = async (args: string): Promise<boolean> =>
    (await check(args)).check.findings.some((one: { about: { kpiCode: string } }) => one.about.kpiCode === "DSAT");

  expect(await tellsDsat(`(validOn: "2026-06-01")`)).toBe(true);
  expect(await tellsDsat(`(validOn: "2026-06-02")`)).toBe(false);
  expect(await tellsDsat(`(from: "2026-05-01")`)).toBe(true);
  expect(await tellsDsat(`(from: "2026-05-01", asOf: "2026-06-19T00:00:00Z")`)).toBe(false);
  expect((await check(`(validOn: "2019-06-01")`)).check).toMatchObject({ from: null, verdict: "PASS", findings: [] });
});

test("takes the same number of statements however much there is", async () => {
  const { statements } = await check();
  await at.sql("delete from kpi_use where client_id = $1 and kpi_code <> 'CSAT'");

  const fewer = await check();

  expect(fewer.check.findings.length).toBeGreaterThan(0);
  expect(Math.abs(statements - fewer.statements)).toBeLessThanOrEqual(2);
  expect(statements).toBeLessThanOrEqual(24);
});

test("is for our own people who may see people", async () => {
  const client = await check("", api.as({ kind: "client", clientIds: [at.clientId] }));
  const without = await check("", api.as({ clientIds: [at.clientId], rights: new Set() }));

  expect(client).toMatchObject({ errors: [], check: null });
  expect(without.errors).toMatchObject([{ code: "FORBIDDEN" }]);
});
