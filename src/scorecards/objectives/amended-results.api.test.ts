import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { june } from "../scorecard-house.builder";
import { SettledHouse } from "../settled-house.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let ask: Ask;
let names: { client: string; contract: string };
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  ask = api.as({ clientIds: [at.clientId] });
  const [found] = await database.adminRows<typeof names>(
    `select c.code as client, k.code as contract from client c join contract k using (client_id)
      where c.client_id = '${at.clientId}'`,
  );
  names = found!;
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const AMEND = `mutation ($input: AmendContractInput!) { amendContract(input: $input) {
  errors { code path message remedy }
  amendment { id code title document signedOn effectiveFrom rule isRetroactive version contract { code } }
  objectives { code versions { version validFrom validUntil target minimum } } } }`;

const RESULT = `query ($id: ID!) { node(id: $id) { ... on Contract {
  amendments(first: 10) { nodes { code } totalCount }
  objectives(first: 5) { nodes { result(period: { kind: MONTH, containing: "2026-06-15" }) {
    outcome amendment { code }
    figure { numerator denominator explanation { rule input output source } }
    segments { from until objectiveVersion share value status numerator denominator sample target minimum expected
      amendment { code effectiveFrom rule } } } } } } } }`;

const A1 = {
  ...{ code: "A1", title: "Higher service level", document: "Amendment 1, § 2" },
  ...{ signedOn: "2026-05-20", effectiveFrom: "2026-06-11", rule: "BY_VOLUME" },
};
const HIGHER = { kpi: "SERVICE_LEVEL", target: "90 %", minimum: "80 %", measuredBy: "MONTH" };

const amend = async (input: object) => (await ask(AMEND, { input: { ...names, ...A1, ...input } })).data.amendContract;
const versions = async (): Promise<unknown[]> => at.sql("select version from objective_version where client_id = $1");

const many = (count: number, waitSeconds: number, ofMonth: number) =>
  Array.from({ length: count }, () => ({ waitSeconds, day: june(ofMonth) }));

describe("amending a contract", () => {
  it("changes objectives from its day on and leaves what held before", async () => {
    const answer = await amend({ objectives: [{ code: "SL", terms: HIGHER }] });

    expect(answer).toEqual({
      errors: [],
      amendment: {
        ...{ id: expect.any(String), ...A1, isRetroactive: false, version: 1 },
        contract: { code: names.contract },
      },
      objectives: [
        {
          code: "SL",
          versions: [
            {
              version: expect.any(Number),
              validFrom: expect.any(String),
              validUntil: "2026-06-11",
              target: "0.8",
              minimum: "0.7",
            },
            { version: expect.any(Number), validFrom: "2026-06-11", validUntil: null, target: "0.9", minimum: "0.8" },
          ],
        },
      ],
    });
  });

  it("shows the stretches of the period it falls in, and how they came together", async () => {
    await amend({ objectives: [{ code: "SL", terms: HIGHER }] });
    await at.calls([...many(80, 5, 3), ...many(20, 60, 3), ...many(30, 5, 20), ...many(70, 60, 20)]);
    await at.settle();

    const { data, errors } = await ask(RESULT, { id: await contractNode() });

    expect(errors).toEqual([]);
    expect(data.node.amendments).toEqual({ nodes: [{ code: "A1" }], totalCount: 1 });
    const { result } = data.node.objectives.nodes[0];
    const brought = { code: "A1", effectiveFrom: "2026-06-11", rule: "BY_VOLUME" };
    const ok = { status: "OK", expected: null };
    expect(result).toMatchObject({
      ...{ outcome: "BELOW_MINIMUM", amendment: { code: "A1" }, figure: { numerator: "110", denominator: "200" } },
      segments: [
        {
          ...{ from: "2026-06-01", until: "2026-06-11", share: "0.5", value: "0.8", ...ok, amendment: null },
          ...{ numerator: "80", denominator: "100", sample: 100, target: "0.8", minimum: "0.7" },
        },
        {
          ...{ from: "2026-06-11", until: "2026-07-01", share: "0.5", value: "0.3", ...ok, amendment: brought },
          ...{ numerator: "30", denominator: "100", sample: 100, target: "0.9", minimum: "0.8" },
        },
      ],
    });
    expect(
      result.figure.explanation.map((one: { input: string; output: string }) => `${one.input} → ${one.output}`),
    ).toEqual([
      "80 ÷ 100 → 0.8, held against 80.0 %; share 0.5",
      "30 ÷ 100 → 0.3, held against 90.0 %; share 0.5",
      "0.5 × 0.8 + 0.5 × 0.3 → 110 ÷ 200 = 0.55",
      "0.55 → 55.0 %",
    ]);
  });

  it("brings objectives in and ends them", async () => {
    const answer = await amend({
      objectives: [
        {
          code: "ASA",
          name: "Speed",
          clause: "Amendment 1, § 3",
          terms: { kpi: "ASA", target: "30", measuredBy: "MONTH" },
        },
        { code: "SL", terms: null },
      ],
    });

    expect(answer.errors).toEqual([]);
    expect(answer.objectives).toMatchObject([
      { code: "ASA", versions: [{ validFrom: "2026-06-11", target: "30" }] },
      { code: "SL", versions: [{ validUntil: "2026-06-11" }] },
    ]);
  });

  it("refuses all of it for whatever is wrong with any of it, and says where", async () => {
    const before = await versions();

    const answer = await amend({
      objectives: [
        { code: "SL", terms: { ...HIGHER, minimum: "95 %" } },
        { code: "SLL", terms: HIGHER },
      ],
    });

    expect(answer.amendment).toBeNull();
    expect(answer.errors.map(({ code, path }: { code: string; path: string[] }) => [code, path])).toEqual([
      ["INVALID_TARGET", ["objectives", "0", "terms", "minimum"]],
      ["NOT_FOUND", ["objectives", "1", "code"]],
    ]);
    expect(await versions()).toEqual(before);
    expect(await at.sql("select code from contract_amendment where client_id = $1")).toEqual([]);
  });

  it.each<[string, object, string, string[]]>([
    [
      "before the contract begins",
      { effectiveFrom: "2019-01-01", signedOn: "2018-12-01" },
      "OUTSIDE_CONTRACT_TERM",
      ["effectiveFrom"],
    ],
    ["signed after its day", { signedOn: "2026-06-12" }, "AMENDMENT_RETROACTIVE", ["effectiveFrom"]],
    ["that changes nothing", { objectives: [] }, "AMENDMENT_CHANGES_NOTHING", ["objectives"]],
  ])("refuses one %s", async (_, wrong, code, path) => {
    const { errors } = await amend({ objectives: [{ code: "SL", terms: HIGHER }], ...wrong });

    expect(errors).toEqual([{ code, path, message: expect.any(String), remedy: expect.any(String) }]);
  });

  it("takes one that was signed later where both mean it", async () => {
    const answer = await amend({
      signedOn: "2026-06-12",
      retroactive: true,
      objectives: [{ code: "SL", terms: HIGHER }],
    });

    expect(answer).toMatchObject({ errors: [], amendment: { isRetroactive: true } });
  });

  it("refuses a second of the same code, and moving or withdrawing one that is cited", async () => {
    await amend({ objectives: [{ code: "SL", terms: HIGHER }] });
    const define = async (parts: object) =>
      (
        await ask(
          `mutation ($input: DefineAmendmentInput!) { defineAmendment(input: $input) {
             errors { code path message } amendment { version rule } } }`,
          { input: { ...names, ...A1, ...parts } },
        )
      ).data.defineAmendment;

    expect((await amend({ objectives: [{ code: "SL", terms: HIGHER }] })).errors).toMatchObject([
      { code: "AMENDMENT_EXISTS" },
    ]);
    expect(await define({ withdrawn: true })).toMatchObject({
      errors: [{ code: "AMENDMENT_IN_USE", path: ["withdrawn"], message: expect.stringContaining('objective "SL"') }],
    });
    expect(await define({ effectiveFrom: "2026-06-12" })).toMatchObject({
      errors: [{ code: "AMENDMENT_IN_USE", path: ["effectiveFrom"] }],
    });
    expect(await define({ rule: "BY_TIME" })).toEqual({ errors: [], amendment: { version: 2, rule: "BY_TIME" } });
  });
});

const contractNode = async (): Promise<string> => {
  const { data } = await ask(
    `query ($code: String!, $client: String) { contract(code: $code, client: $client) { id } }`,
    {
      ...{ code: names.contract, client: names.client },
    },
  );
  return data.contract.id;
};
