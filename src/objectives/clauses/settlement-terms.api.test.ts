import { givenContract, type GivenContract } from "../../setup/setup.builder";
import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import type { Sight } from "../../platform/viewer";
import { saveObjective } from "../objective.builder";

describe("settlement terms in the graph", () => {
  let database: TestDatabase;
  let api: TestApi;
  let given: GivenContract;
  let ours: Ask;

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await testApi(database);
    given = await givenContract(database);
    const { clientId, contract } = given;
    await database.asInternal([clientId], (tx) =>
      saveObjective(tx, { clientId, contractId: contract.id, code: "SL-1", target: "0.99", minimum: "0.95" }),
    );
    ours = api.as({ clientIds: [clientId] });
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  const DEFINE = `mutation ($input: DefineSettlementTermsInput!) { defineSettlementTerms(input: $input) {
    errors { code path message remedy }
    settlementTerms { version validFrom validUntil fee { value currency } atRisk allocationLimit order rounding settledBy
      clauses { code when sentence guards { __typename ... on BinomialGuard { alpha } }
        mechanism { __typename ... on BandsMechanism { pays reading { kind decimals } bands { from until pays } }
          ... on AllocationMechanism { allocation criticality } ... on RatchetMechanism { limit share } } } } } }`;

  const CREDIT = {
    ...{ code: "C-1", name: "Credit", cites: "§ 1", objectives: ["SL-1"] },
    mechanism: { allocation: { allocation: "50 %", criticality: "40 %" } },
    guards: [{ binomial: { alpha: "5 %" } }],
  };
  const BANDS = {
    ...{ code: "C-2", name: "Bands", cites: "§ 2", objectives: ["SL-1"] },
    mechanism: {
      bands: {
        ...{ pays: "FEE_SHARE", reading: { kind: "TRUNCATE", decimals: 1 } },
        bands: [
          { to: "97.9 %", pays: "5 %" },
          { from: "98 %", pays: "0 %" },
        ],
      },
    },
  };
  const define = async (versions: object[]) => {
    const { client, contract } = given;
    const answer = await ours(DEFINE, { input: { client: client.code, contract: contract.code, versions } });
    expect(answer.errors).toEqual([]);
    return answer.data.defineSettlementTerms;
  };
  const terms = (clauses: object[], more: object = {}) => ({ fee: "100000.00 EUR", atRisk: "10 %", clauses, ...more });

  it("are defined and read back in exact numbers, each clause with a sentence", async () => {
    const { errors, settlementTerms } = await define([terms([CREDIT, BANDS])]);

    expect(errors).toEqual([]);
    expect(settlementTerms).toMatchObject([
      {
        ...{ version: 1, validUntil: null, fee: { value: "100000.00", currency: "EUR" }, atRisk: "0.1" },
        ...{ allocationLimit: "1", rounding: "HALF_UP", settledBy: "MONTH" },
        clauses: [
          {
            ...{ code: "C-1", when: "MISSED", guards: [{ __typename: "BinomialGuard", alpha: "0.05" }] },
            mechanism: { __typename: "AllocationMechanism", allocation: "0.5", criticality: "0.4" },
            sentence:
              "When SL-1 misses its target, 50 % times 40 % of the amount at risk is credited to the client. It applies only if " +
              "chance alone would explain the deficit in at most 5 % of cases (exact binomial test).",
          },
          {
            mechanism: {
              ...{ pays: "FEE_SHARE", reading: { kind: "TRUNCATE", decimals: 1 } },
              bands: [
                { from: null, until: "0.98", pays: "0.05" },
                { from: "0.98", until: null, pays: "0" },
              ],
            },
          },
        ],
      },
    ]);
  });

  it("keep what was believed when they change, and tell what applies on a day", async () => {
    await define([terms([CREDIT]), terms([BANDS], { validFrom: "2026-07-01", fee: "120000.00 EUR" })]);
    const ASK = `query ($code: String!) { contract(code: $code) { settlementTermsVersions { validFrom validUntil }
      june: settlementTerms(validOn: "2026-06-30") { fee { value } }
      july: settlementTerms(validOn: "2026-07-01") { fee { value } } } }`;

    const { data } = await ours(ASK, { code: given.contract.code });
    const [kept] = await database.adminRows<{ count: string }>(
      "select count(*) from settlement_terms where client_id = $1 and superseded_at is not null",
      [given.clientId],
    );

    expect(data.contract.june.fee.value).toBe("100000.00");
    expect(data.contract.july.fee.value).toBe("120000.00");
    expect(data.contract.settlementTermsVersions).toHaveLength(2);
    expect(Number(kept!.count)).toBe(1);
  });

  it("are refused with paths through the input, and nothing changes", async () => {
    const gap = {
      ...BANDS,
      mechanism: { bands: { pays: "FEE_SHARE", bands: BANDS.mechanism.bands.bands } },
    };
    const two = { ...CREDIT, mechanism: { ...CREDIT.mechanism, fixed: { pays: "MONEY", amount: "1.00 EUR" } } };

    const { errors, settlementTerms } = await define([terms([CREDIT, gap])]);
    const both = await define([terms([two])]);

    const inside = ["versions", "0", "clauses"];
    expect(settlementTerms).toBeNull();
    expect(errors).toMatchObject([
      { code: "BANDS_GAP", path: [...inside, "1", "mechanism", "bands", "bands", "0", "to"] },
    ]);
    expect(both.errors).toMatchObject([
      { code: "INVALID_CLAUSE", path: ["versions", "0", "clauses", "0", "mechanism"] },
    ]);
  });

  it("name what is refused, its field and a remedy, whatever is sent", async () => {
    const fixed = (amount: string, more: object = {}) => ({
      ...CREDIT,
      ...{ guards: [], mechanism: { fixed: { pays: "MONEY", amount } } },
      ...more,
    });
    const bands = (list: object[]) => ({ ...BANDS, mechanism: { bands: { pays: "FEE_SHARE", bands: list } } });
    const at = ["versions", "0", "clauses", "0"];
    const sent: [object, string, string[]][] = [
      [fixed("-1.00 EUR"), "INVALID_AMOUNT", [...at, "mechanism", "fixed", "amount"]],
      [fixed("100 JPY"), "INVALID_AMOUNT", [...at, "mechanism", "fixed", "amount"]],
      [fixed("1e3"), "INVALID_AMOUNT", [...at, "mechanism", "fixed", "amount"]],
      [fixed("1.00 EUR", { objectives: ["SL-2"] }), "NOT_FOUND", [...at, "objectives", "0"]],
      [fixed("1.00 EUR", { objectives: [], repeat: { multiplier: "2" } }), "INVALID_CLAUSE", [...at, "repeat"]],
      [fixed("1.00 EUR", { repeat: { inARow: ["2", "1"] } }), "INVALID_CLAUSE", [...at, "repeat", "inARow", "1"]],
      [fixed("1.00 EUR", { repeat: {} }), "INVALID_CLAUSE", [...at, "repeat", "multiplier"]],
      [
        fixed("1.00 EUR", { atLeast: "2.00 EUR", cap: { pays: "MONEY", amount: "1.00 EUR" } }),
        "INVALID_CLAUSE",
        [...at, "cap"],
      ],
      [fixed("1.00 EUR", { cap: { pays: "POINTS", amount: "1" } }), "INVALID_FIELD", [...at, "cap", "pays"]],
      [
        bands([{ from: "99 %", to: "98 %", pays: "0 %" }, { pays: "1 %" }]),
        "INVALID_CLAUSE",
        [...at, "mechanism", "bands", "bands", "0", "to"],
      ],
      [bands([{ from: "99 %", pays: "0 %" }]), "INVALID_FIELD", [...at, "mechanism", "bands", "bands"]],
      [{ ...CREDIT, mechanism: {} }, "INVALID_CLAUSE", [...at, "mechanism"]],
      [{ ...CREDIT, guards: [{}] }, "INVALID_CLAUSE", [...at, "guards", "0"]],
    ];

    for (const [clause, code, path] of sent) {
      const { errors, settlementTerms } = await define([terms([clause])]);
      expect(settlementTerms).toBeNull();
      expect(errors).toMatchObject([{ code, path, remedy: expect.stringMatching(/./) as string }]);
    }
  });

  it("are seen by the client and by whoever answers for the contract, and by nobody else", async () => {
    const { clientId, contract } = given;
    await define([terms([CREDIT])]);
    const ASK = `query ($code: String!) { contract(code: $code) { settlementTerms { atRisk } settlementTermsVersions { atRisk } } }`;
    const nothing: Sight = {
      ...{ contractIds: [], serviceIds: [], teamIds: [], traineeIds: [], roleCodes: [], knownIds: [] },
    };
    const seen = async (ask: Ask): Promise<number | null> => {
      const { data } = await ask(ASK, { code: given.contract.code });
      return data.contract === null ? null : data.contract.settlementTermsVersions.length;
    };

    expect(await seen(api.as({ kind: "client", clientIds: [clientId] }))).toBe(1);
    expect(await seen(api.as({ clientIds: [clientId], sight: { ...nothing, contractIds: [contract.id] } }))).toBe(1);
    expect(await seen(api.as({ clientIds: [clientId], sight: nothing }))).toBe(0);
    expect(await seen(api.as({ kind: "client", clientIds: [] }))).toBeNull();
  });
});
