import { rows } from "../../platform/database";
import type { Sight } from "../../platform/viewer";
import { SettledHouse } from "../../scorecards/settled-house.builder";
import { addDays, day } from "../../shared/day";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { testApi, type TestApi } from "../../test-support/api-client";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let codes: { client: string; contract: string };

beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  at = await SettledHouse.open(database.asInternal);
  const [found] = await at.sql<{ client: string; contract: string }>(CODES);
  codes = found!;
  // April 90 %, May 70 % and June 79 % of 100 calls in time
  await at.calls([...month("2026-04-01", 90), ...month("2026-05-01", 70), ...month("2026-06-01", 79)]);
  await at.settle();
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const CODES = `select c.code as client, k.code as contract from contract k join client c on c.client_id = k.client_id
  where k.client_id = $1`;

const month = (from: string, good: number) =>
  Array.from({ length: 100 }, (_, i) => ({ day: addDays(day(from), i % 28), waitSeconds: i < good ? 5 : 60 }));

const DRAFT = (target: string) => `
kind: Objective
code: answered
name: Answered in time
clause: "Schedule 2"
kpi: SERVICE_LEVEL
target: ${target}
minimum: 60 %
measuredBy: month
---
kind: SettlementTerms
settledBy: month
fee: 100000.00 EUR
atRisk: 10 %
clauses:
  - code: C1
    name: Service credit
    cites: "Schedule 3"
    side: credit
    objectives: [answered]
    when: missed
    mechanism: { kind: fixed, pays: money, amount: 1000.00 EUR }
`;

const ONE = `mutation ($input: SimulateContractInput!) { simulateContract(input: $input) {
  errors { code path message }
  simulation { name draws seed credits { value currency } spread { p5 { value } p95 { value } }
    objectives { code judged met minimumMet attainable typicalMissesAllowed leastMargin }
    periods { period { label } net { value } results { objective outcome target } lines { clause amount { value } } } } } }`;

const input = (parts: object) => ({ ...codes, from: "2026-04-01", until: "2026-07-01", draws: 20, ...parts });
const asOurs = () => api.as({ clientIds: [at.clientId] });

/** Of somebody of ours whose positions answer for no contract as a whole. */
const NOTHING: Sight = {
  ...{ contractIds: [], serviceIds: [], teamIds: [], traineeIds: [], roleCodes: [], knownIds: [] },
};

describe("a draft contract", () => {
  it("is replayed over the real past, month by month", async () => {
    const { data, errors } = await asOurs()(ONE, { input: input({ draft: { yaml: DRAFT("80 %") } }) });

    expect(errors).toEqual([]);
    expect(data.simulateContract.errors).toEqual([]);
    const { simulation } = data.simulateContract;
    expect(simulation).toMatchObject({
      name: "draft",
      draws: 20,
      seed: 1,
      credits: { value: "2000.00", currency: "EUR" },
    });
    expect(simulation.periods.map((one: { net: object; period: object }) => [one.period, one.net])).toEqual([
      [{ label: "2026-04" }, { value: "0.00" }],
      [{ label: "2026-05" }, { value: "1000.00" }],
      [{ label: "2026-06" }, { value: "1000.00" }],
    ]);
    expect(simulation.objectives).toMatchObject([
      { code: "answered", judged: 3, met: 1, minimumMet: 3, typicalMissesAllowed: 20, leastMargin: "-0.1" },
    ]);
  });

  it("is not kept, nor is anything marked by it", async () => {
    const count = () =>
      at.sql<{ n: number }>(
        `select (select count(*) from objective where client_id = $1)
              + (select count(*) from settlement_terms where client_id = $1)
              + (select count(*) from touched_period where client_id = $1)
              + (select count(*) from audit_record where client_id = $1) as n`,
      );
    const before = await count();

    await asOurs()(ONE, { input: input({ draft: { yaml: DRAFT("80 %") } }) });

    expect(await count()).toEqual(before);
  });

  it("stands beside another, with the difference", async () => {
    const { data } = await asOurs()(
      `mutation ($input: SimulateContractsInput!) { simulateContracts(input: $input) {
         errors { message } netDifference { value } differences { period { label } net { value } }
         simulations { name credits { value } } } }`,
      { input: input({ drafts: [{ yaml: DRAFT("80 %") }, { name: "softer", yaml: DRAFT("75 %") }] }) },
    );

    expect(data.simulateContracts).toEqual({
      errors: [],
      netDifference: { value: "-1000.00" },
      differences: [
        { period: { label: "2026-04" }, net: { value: "0.00" } },
        { period: { label: "2026-05" }, net: { value: "0.00" } },
        { period: { label: "2026-06" }, net: { value: "-1000.00" } },
      ],
      simulations: [
        { name: "draft", credits: { value: "2000.00" } },
        { name: "softer", credits: { value: "1000.00" } },
      ],
    });
  });

  it("may be the contract as it stands", async () => {
    const { data } = await asOurs()(ONE, { input: input({ draft: {} }) });

    expect(data.simulateContract).toMatchObject({
      errors: [],
      simulation: { name: "as it stands", objectives: [{ code: "SL", judged: 3, met: 1 }] },
    });
  });

  it("is refused with everything that is wrong, where it stands", async () => {
    const wrong = DRAFT("80 banana").replace("objectives: [answered]", "objectives: [answerd]");

    const { data } = await asOurs()(ONE, { input: input({ draft: { yaml: wrong } }) });

    const { errors, simulation } = data.simulateContract;
    expect(simulation).toBeNull();
    expect(errors).toContainEqual(
      expect.objectContaining({ code: "INVALID_TARGET", path: ["draft", "yaml", "target"] }),
    );
  });

  it("takes as many statements for three months as for one", async () => {
    const ask = (from: string) => asOurs()(ONE, { input: input({ from, draft: { yaml: DRAFT("80 %") } }) });

    const [one, three] = [await ask("2026-06-01"), await ask("2026-04-01")];

    expect(three.statements).toBe(one.statements);
  });

  it("cannot be simulated by a client, nor without the right", async () => {
    const client = api.as({ kind: "client", clientIds: [at.clientId] });
    const unentitled = api.as({ clientIds: [at.clientId], rights: new Set() });

    for (const ask of [client, unentitled])
      expect((await ask(ONE, { input: input({ draft: {} }) })).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  });

  it("cannot be simulated by who answers for no contract as a whole", async () => {
    const bound = api.as({ clientIds: [at.clientId], sight: NOTHING });

    const { data } = await bound(ONE, { input: input({ draft: {} }) });

    expect(data.simulateContract.errors).toMatchObject([{ code: "NOT_FOUND" }]);
  });

  it("of another client's contract is not found", async () => {
    const stranger = await SettledHouse.open(database.asInternal);

    const { data } = await api.as({ clientIds: [stranger.clientId] })(ONE, { input: input({ draft: {} }) });

    expect(data.simulateContract.errors).toMatchObject([{ code: "NOT_FOUND" }]);
    await at.in((tx) => rows(tx, "select 1 as one"));
  });
});

const PARTS = (target: string, amount = "1000.00 EUR") => ({
  objectives: [
    {
      ...{ code: "answered", name: "Answered in time", clause: "Schedule 2" },
      versions: [{ kpi: "SERVICE_LEVEL", target, minimum: "60 %", measuredBy: "MONTH" }],
    },
  ],
  settlementTerms: [
    {
      ...{ fee: "100000.00 EUR", atRisk: "10 %" },
      clauses: [
        {
          ...{ code: "C1", name: "Service credit", cites: "Schedule 3", side: "CREDIT", objectives: ["answered"] },
          ...{ when: "MISSED", mechanism: { fixed: { pays: "MONEY", amount } } },
        },
      ],
    },
  ],
});

const TWO = `mutation ($input: SimulateContractsInput!) { simulateContracts(input: $input) {
  errors { code path message } netDifference { value } simulations { name periods { net { value } } } } }`;

describe("a draft by its parts", () => {
  it("comes to what the same draft does as YAML", async () => {
    const ask = async (draft: object) =>
      (await asOurs()(ONE, { input: input({ draft }) })).data.simulateContract as { errors: []; simulation: object };

    const [parts, text] = [await ask(PARTS("80 %")), await ask({ yaml: DRAFT("80 %") })];

    expect(parts.errors).toEqual([]);
    expect(parts.simulation).toEqual(text.simulation);
  });

  it("stands beside one as YAML, and beside another by its parts", async () => {
    const ask = async (drafts: object[]) =>
      (await asOurs()(TWO, { input: input({ drafts }) })).data.simulateContracts as object;

    for (const other of [
      { name: "softer", yaml: DRAFT("75 %") },
      { name: "softer", ...PARTS("75 %") },
    ])
      expect(await ask([PARTS("80 %"), other])).toMatchObject({
        ...{ errors: [], netDifference: { value: "-1000.00" } },
        simulations: [{ name: "draft" }, { name: "softer" }],
      });
  });

  it("may say nothing but what money follows, for the objectives that there are", async () => {
    const { settlementTerms } = PARTS("80 %");
    const [terms] = settlementTerms;
    const clauses = terms!.clauses.map((one) => ({ ...one, objectives: ["SL"] }));

    const { data } = await asOurs()(ONE, { input: input({ draft: { settlementTerms: [{ ...terms, clauses }] } }) });

    expect(data.simulateContract).toMatchObject({
      errors: [],
      simulation: { credits: { value: "2000.00" }, objectives: [{ code: "SL" }] },
    });
  });

  it("is refused where it stands in the input", async () => {
    const errorsOf = async (drafts: object[]) =>
      (await asOurs()(TWO, { input: input({ drafts }) })).data.simulateContracts.errors as object[];

    expect(await errorsOf([{}, PARTS("80 banana")])).toMatchObject([
      { code: "INVALID_TARGET", path: ["drafts", "1", "objectives", "0", "versions", "0", "target"] },
    ]);
    expect(await errorsOf([PARTS("80 %", "1000 bananas"), {}])).toMatchObject([
      { path: ["drafts", "0", "settlementTerms", "0", "clauses", "0", "mechanism", "fixed", "amount"] },
    ]);
    expect(await errorsOf([{ yaml: DRAFT("80 %"), ...PARTS("80 %") }, {}])).toMatchObject([
      { code: "BAD_USER_INPUT", path: ["drafts", "0", "yaml"] },
    ]);
  });

  it("needs exactly one mechanism per clause", async () => {
    const draft = PARTS("80 %");
    Object.assign(draft.settlementTerms[0]!.clauses[0]!, { mechanism: {} });

    const { data } = await asOurs()(ONE, { input: input({ draft }) });

    expect(data.simulateContract.errors).toMatchObject([
      { path: ["draft", "settlementTerms", "0", "clauses", "0", "mechanism"] },
    ]);
  });
});
