import { SettledHouse } from "../../scorecards/settled-house.builder";
import { day } from "../../shared/day";
import { testApi, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { aClause, someTerms } from "../engine/money.builder";

const NOW = new Date("2026-06-12T10:00:00Z");

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let code: string;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  at = await SettledHouse.open(database.asInternal);
  [{ code }] = (await at.sql<{ code: string }>("select code from contract where client_id = $1")) as [{ code: string }];
  const on = (index: number) => day(`2026-06-${String(1 + (index % 11)).padStart(2, "0")}`);
  await at.calls(Array.from({ length: 110 }, (_, i) => ({ day: on(i), waitSeconds: i < 77 ? 5 : 60 })));
  await at.settle(NOW);
  await at.sql(
    `insert into settlement_terms (client_id, contract_id, version, terms, valid_from, recorded_at)
     values ($1, $2, 1, $3, '2020-01-01', '2020-01-01')`,
    at.contractId,
    JSON.stringify(someTerms([aClause()])),
  );
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const OUTLOOK = `query ($code: String!, $on: LocalDate!) { contract(code: $code) {
  outlook(period: { kind: MONTH, containing: $on }) {
    money { now { value currency } }
    objectives { objective { code } result { outcome } needed { reach events } chanceOfTarget money { savable { value } } } } } }`;

const ask = (viewer: object, on = "2026-06-12") =>
  api.as({ clientIds: [at.clientId], ...viewer }, NOW)(OUTLOOK, { code, on });

describe("the outlook by the API", () => {
  it("tells our own people what is needed and what it is worth", async () => {
    const { data, errors } = await ask({});

    expect(errors).toEqual([]);
    expect(data.contract.outlook).toMatchObject({
      money: { now: { value: "1000.00", currency: "EUR" } },
      objectives: [{ objective: { code: "SL" }, needed: { reach: "OPEN" }, money: { savable: { value: "1000.00" } } }],
    });
  });

  it("tells a client what is needed, and nothing of money", async () => {
    const { data } = await ask({ kind: "client" });

    expect(data.contract.outlook).toMatchObject({
      money: null,
      objectives: [{ needed: { reach: "OPEN" }, money: null }],
    });
  });

  it("is null once the period is over, and before it begins", async () => {
    for (const on of ["2026-05-01", "2026-07-01"]) expect((await ask({}, on)).data.contract.outlook).toBeNull();
  });

  it("shows no money to who answers for a service only", async () => {
    const sight = {
      ...{ contractIds: [], serviceIds: [at.house.phone.id], teamIds: [], traineeIds: [], roleCodes: [], knownIds: [] },
    };

    const { data } = await ask({ rights: new Set(), sight });

    expect(data.contract?.outlook?.money ?? null).toBeNull();
    expect(data.contract?.outlook?.objectives ?? []).toEqual([]);
  });
});
