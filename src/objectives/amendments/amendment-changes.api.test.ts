import { KpiService } from "../../kpis/kpi.service";
import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { givenContract } from "../../setup/setup.builder";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";

let database: TestDatabase;
let api: TestApi;
let ask: Ask;
let names: { client: string; contract: string };
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  await database.asInternal([], (tx) => new KpiService().syncCatalogue(tx, new Date("2020-01-01T00:00:00Z")));
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});
beforeEach(async () => {
  const { clientId, client, contract } = await givenContract(database);
  names = { client: client.code, contract: contract.code };
  ask = api.as({ clientIds: [clientId] });
  for (const code of ["SL", "GONE"]) await send("defineObjective", objective(code));
  await send("defineSettlementTerms", {
    ...names,
    versions: [{ fee: "1000.00 EUR", atRisk: "10 %", clauses: [fixed("A", "10.00 EUR"), fixed("B", "20.00 EUR")] }],
  });
});

const TERMS = { kpi: "ASA", target: "30", measuredBy: "MONTH" };
const objective = (code: string) => ({ ...names, code, name: code, clause: "§ 1", versions: [TERMS] });
const fixed = (code: string, amount: string) => ({
  ...{ code, name: code, cites: "§ 2", objectives: ["SL"] },
  mechanism: { fixed: { pays: "MONEY", amount } },
});

async function send(name: string, input: object): Promise<void> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code message path } } }`,
    { input },
  );
  expect([...errors, ...(data?.[name].errors ?? [])]).toEqual([]);
}

const A1 = {
  ...{ code: "A1", title: "Faster and dearer", document: "Amendment 1" },
  ...{ signedOn: "2026-05-20", effectiveFrom: "2026-06-11", rule: "BY_TIME" },
};

const CHANGES = `query ($client: String, $contract: String!) { contract(client: $client, code: $contract) {
  settlementTerms(validOn: "2026-06-11") { amendment { code } clauses { code } }
  before: settlementTerms(validOn: "2026-06-10") { amendment { code } clauses { code } }
  amendments { nodes { code changes {
    objectives { objective { code } replaced { target amendment { code } } version { target validFrom amendment { code } } }
    settlementTerms { fields clausesAdded clausesRemoved clausesChanged replaced { fee { value } } terms { fee { value } amendment { code } } } } } } } }`;

const changes = async (as = ask) => {
  const { data, errors } = await as(CHANGES, names);
  expect(errors).toEqual([]);
  return data.contract;
};

test("an amendment tells what it changed, brought in and ended, in objectives and in money", async () => {
  await send("amendContract", {
    ...names,
    ...A1,
    objectives: [
      { code: "SL", terms: { ...TERMS, target: "20" } },
      { code: "NEW", name: "New", clause: "§ 9", terms: { ...TERMS, target: "40" } },
      { code: "GONE", terms: null },
    ],
    settlementTerms: {
      ...{ fee: "1200.00 EUR", atRisk: "10 %" },
      clauses: [fixed("A", "15.00 EUR"), fixed("C", "30.00 EUR")],
    },
  });

  const contract = await changes();

  const by = { amendment: { code: "A1" } };
  expect(contract.amendments.nodes).toEqual([
    {
      code: "A1",
      changes: {
        objectives: [
          { objective: { code: "GONE" }, replaced: { target: "30", amendment: null }, version: null },
          { objective: { code: "NEW" }, replaced: null, version: { target: "40", validFrom: "2026-06-11", ...by } },
          {
            objective: { code: "SL" },
            replaced: { target: "30", amendment: null },
            version: { target: "20", validFrom: "2026-06-11", ...by },
          },
        ],
        settlementTerms: {
          ...{ fields: ["fee"], clausesAdded: ["C"], clausesRemoved: ["B"], clausesChanged: ["A"] },
          ...{ replaced: { fee: { value: "1000.00" } }, terms: { fee: { value: "1200.00" }, ...by } },
        },
      },
    },
  ]);
  expect(contract.settlementTerms).toEqual({ ...by, clauses: [{ code: "A" }, { code: "C" }] });
  expect(contract.before).toEqual({ amendment: null, clauses: [{ code: "A" }, { code: "B" }] });
});

test("money that an amendment refuses leaves everything as it was", async () => {
  const terms = { fee: "1200.00 EUR", atRisk: "10 %", clauses: [{ ...fixed("A", "15.00 EUR"), objectives: ["XX"] }] };
  const { data } = await ask(
    `mutation ($input: AmendContractInput!) { amendContract(input: $input) { amendment { code } errors { path } } }`,
    {
      input: {
        ...names,
        ...A1,
        objectives: [{ code: "SL", terms: { ...TERMS, target: "20" } }],
        settlementTerms: terms,
      },
    },
  );

  expect(data.amendContract.amendment).toBeNull();
  expect(data.amendContract.errors[0].path.slice(0, 3)).toEqual(["settlementTerms", "clauses", "0"]);
  expect((await changes()).amendments.nodes).toEqual([]);
});

test("an amendment without money leaves it alone", async () => {
  await send("amendContract", { ...names, ...A1, objectives: [{ code: "SL", terms: { ...TERMS, target: "20" } }] });

  const [{ changes: found }] = (await changes()).amendments.nodes;

  expect(found.settlementTerms).toBeNull();
  expect(found.objectives).toHaveLength(1);
});
