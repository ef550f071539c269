import { globalId } from "../shared/ids";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { act, DISPUTE, JANUARY, LINES, missedJanuary, settlementOf } from "../test-support/settlement-asking.builder";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { aClause, MoneyHouse, someTerms } from "./money-house.builder";

let database: TestDatabase;
let api: TestApi;
let at: MoneyHouse;
let ours: Ask;
let client: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
beforeEach(async () => {
  ({ at, ours, client } = await missedJanuary(database, api));
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const issued = async (): Promise<string> => {
  const id = globalId("Settlement", await at.idOf("2026-01"));
  await act(ours, "issueSettlement", `id: "${id}"`);
  return id;
};

test("a withdrawn dispute leaves its lines open", async () => {
  const id = await issued();
  const { dispute } = await act(
    client,
    "disputeSettlementLines",
    `id: "${id}", lines: [1], reason: "On second thought"`,
    DISPUTE,
  );

  await act(client, "withdrawSettlementDispute", `id: "${dispute.id}"`, DISPUTE);

  expect(await settlementOf(ours, "state lines { state } events { step state actorName }")).toEqual({
    ...{ state: "ISSUED", lines: [{ state: "OPEN" }, { state: "OPEN" }] },
    events: [
      { step: "ISSUED", state: "ISSUED", actorName: "Vesna" },
      { step: "DISPUTED", state: "DISPUTED", actorName: "Aurora" },
      { step: "DISPUTE_ENDED", state: "ISSUED", actorName: "Aurora" },
    ],
  });
});

test("a charge takes the place of the fee, and another that of a charge", async () => {
  const charge = (amount: string) =>
    act(ours, "recordCharge", `contract: "care", ${JANUARY}, amount: "${amount}"`, "charge { amount { value } }");

  const first = await charge("90000.00");
  await charge("50000.00");

  expect(first.charge.amount.value).toBe("90000.00");
  expect(await settlementOf(ours, "fee { value } pool { value }")).toEqual({
    ...{ fee: { value: "50000.00" }, pool: { value: "10000.00" } },
  });
  expect((await charge("1.005")).refused).toEqual(["INVALID_AMOUNT"]);
  expect((await charge("-1")).refused).toEqual(["INVALID_AMOUNT"]);
});

test("the result of an objective leads to its lines, and the settlement to every step", async () => {
  await issued();

  const { data } = await client(`{ contract(code: "care") { objectives { nodes { code
    result(${JANUARY}) { outcome settlementLines { ${LINES} reason } } } } } }`);
  const { objectives, steps } = await settlementOf(
    client,
    `steps { rule } objectives { code outcome shown result { outcome } objective { code }
       clauses { clause isTriggered amount { value } steps { stage rule output cites inputs { name value } } } }`,
  );

  const sl = data.contract.objectives.nodes.find(({ code }: { code: string }) => code === "SL");
  expect(sl.result).toMatchObject({
    outcome: "MISSED",
    settlementLines: [{ clause: "C1", amount: { value: "1000.00" } }],
  });
  expect(objectives.map(({ code }: { code: string }) => code)).toEqual(["FCR", "SL"]);
  expect(objectives[1]).toMatchObject({
    ...{ outcome: "MISSED", result: { outcome: "MISSED" }, objective: { code: "SL" } },
    clauses: [{ clause: "C1", isTriggered: true, amount: { value: "1000.00" } }],
  });
  expect(objectives[1].clauses[0].steps.length).toBeGreaterThan(3);
  expect(steps).toBeDefined();
});

test("fifty settlements take as many statements as five", async () => {
  const list = (first: number) =>
    ours(`{ contract(code: "care") { settlements(first: ${first}) { totalCount nodes { id state period { label }
      totals { net { value } } lines { no amount { value } } objectives { code clauses { clause } } disputes { id }
      events { step } corrections { id } } } } }`);
  for (let month = 2; month <= 12; month += 1)
    await at.month(`2025-${String(month).padStart(2, "0")}`, { SL: [79, 100], FCR: [60, 100] });
  await at.settle();

  const [few, many] = [await list(2), await list(50)];

  expect(many.errors).toEqual([]);
  expect(many.data.contract.settlements.totalCount).toBe(12);
  expect(many.statements).toBe(few.statements);
  expect(many.statements).toBeLessThanOrEqual(12);
});

test("a contract is rated by what the viewer may see", async () => {
  const rating = `{ contract(code: "care") { rating(asOf: "2026-02-01") { asOf counters { clause }
    six { periods judged misses belowMinimum met atMinimum credits { value } fees { value } creditShare grade gradeReason
          objectives { code misses } } twelve { periods } } } }`;
  const before = await client(rating);
  await issued();

  const { data, errors } = await client(rating);

  expect(errors).toEqual([]);
  expect(before.data.contract.rating).toBeNull();
  expect(data.contract.rating).toMatchObject({
    six: {
      ...{ periods: 1, judged: 2, misses: 2, belowMinimum: 1, met: "0", atMinimum: "0.5", grade: "E" },
      ...{ credits: { value: "2000.00" }, fees: { value: "100000.00" }, creditShare: "0.02" },
    },
    twelve: { periods: 1 },
  });
});

test("the client chooses one credit of an incident, and nobody else does", async () => {
  const single = await MoneyHouse.open(
    database.asInternal,
    someTerms({
      singleIncident: true,
      clauses: [
        aClause(),
        aClause({ code: "C2", objectives: ["FCR"], mechanism: { kind: "fixed", pays: "money", amount: "50000" } }),
      ],
    }),
  );
  await single.month("2026-01", { SL: [79, 100], FCR: [60, 100] });
  await single.settle();
  const [our, their] = (["internal", "client"] as const).map((kind) => api.as({ kind, clientIds: [single.clientId] }));
  const fields = "incident { id code chosen { code } objectives { code } }";

  const recorded = await act(
    our!,
    "recordIncident",
    `contract: "care", ${JANUARY}, code: "I1", title: "Outage", objectives: ["SL", "FCR"]`,
    fields,
  );
  const grouped = await single.told();
  const id = recorded.incident.id;
  const wrong = await act(our!, "chooseIncidentCredit", `id: "${id}", objective: "FCR"`, fields);
  const chosen = await act(their!, "chooseIncidentCredit", `id: "${id}", objective: "FCR"`, fields);
  const again = await act(
    our!,
    "recordIncident",
    `contract: "care", ${JANUARY}, code: "I1", title: "Twice", objectives: ["SL", "FCX"]`,
    fields,
  );

  expect(grouped).toEqual(["2026-01 v1 proposed: C1 SL credit 100000"]);
  expect([wrong.refused, again.refused]).toEqual([["ACT_IS_THE_CLIENTS"], ["INVALID_INCIDENT"]]);
  expect(chosen.incident).toMatchObject({ code: "I1", chosen: { code: "FCR" } });
  expect(await single.told()).toEqual(["2026-01 v1 proposed: C2 FCR credit 50000"]);
});
