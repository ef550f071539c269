import { globalId } from "../shared/ids";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { act, DISPUTE, LINES, missedJanuary, settlementOf } from "../test-support/settlement-asking.builder";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { MoneyHouse } from "./money-house.builder";

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

test("a client sees its settlement once it is issued, and nobody else's", async () => {
  const id = globalId("Settlement", await at.idOf("2026-01"));
  const stranger = await MoneyHouse.open(database.asInternal);
  const others = api.as({ kind: "client", clientIds: [stranger.clientId], rights: new Set(["settlements:dispute"]) });
  const node = async (ask: Ask) => (await ask(`{ node(id: "${id}") { id } }`)).data.node;
  const before = [await settlementOf(client), await node(client), (await settlementOf(ours)).state];
  const agent = api.as({
    ...{ clientIds: [at.clientId], personId: at.clientId, rights: new Set() },
    sight: { contractIds: [], serviceIds: [], teamIds: [], traineeIds: [], roleCodes: [], knownIds: [] },
  });

  await issued();

  expect(before).toEqual([null, null, "PROPOSED"]);
  expect((await settlementOf(client)).lines).toEqual([
    {
      ...{ no: 1, kind: "CREDIT", clause: "C1", objectiveCode: "SL", state: "OPEN" },
      amount: { value: "1000.00", currency: "EUR" },
    },
    {
      ...{ no: 2, kind: "CREDIT", clause: "C2", objectiveCode: "FCR", state: "OPEN" },
      amount: { value: "1000.00", currency: "EUR" },
    },
  ]);
  expect([await node(client), await node(others), await node(agent)]).toEqual([{ id }, null, null]);
  const theirs = await act(
    others,
    "disputeSettlementLines",
    `id: "${id}", lines: [1], reason: "Not ours, but why"`,
    "dispute { id }",
  );
  expect(theirs.refused).toEqual(["NOT_FOUND"]);
  expect((await act(client, "issueSettlement", `id: "${id}"`)).refused).toEqual(["FORBIDDEN"]);
  expect((await act(client, "invoiceSettlement", `id: "${id}", reference: "X"`)).refused).toEqual(["FORBIDDEN"]);
});

test("what was issued stays; a restatement comes as a correction with its differences", async () => {
  const id = await issued();

  await at.restate("2026-01", { SL: [81, 100] });
  await at.settle();
  const early = await settlementOf(client, "corrections { version }");
  await act(ours, "issueSettlement", `id: "${globalId("Settlement", await at.idOf("2026-01", 2))}"`);

  expect(early.corrections).toEqual([]);
  expect(await settlementOf(client, `id lines { ${LINES} }`)).toMatchObject({ id, lines: [{ no: 1 }, { no: 2 }] });
  const { corrections } = await settlementOf(
    client,
    `corrections { cause reason changes { kind subject before after } totals { net { value } } lines { ${LINES} } }`,
  );
  expect(corrections).toMatchObject([
    {
      cause: "BASIS",
      reason:
        "Corrects the settlement of 2026-01, version 1: SL was restated from 79 % (79 of 100) to 81 % (81 of 100); " +
        "the period was restated on 2026-02-21, “Calls came late”.",
      changes: [
        { kind: "RESULT", subject: "SL", before: "79 % (79 of 100)", after: "81 % (81 of 100)" },
        { kind: "REPORT_ERROR", before: null, after: "2026-02-21, “Calls came late”" },
      ],
      totals: { net: { value: "-1000.00" } },
      lines: [{ no: 1, clause: "C1", objectiveCode: "SL", amount: { value: "-1000.00" } }],
    },
  ]);
  await expect(at.sql("update settlement set net = 1 where client_id = $1 and version = 1")).rejects.toThrow(
    "a settlement that is issued is not changed",
  );
  await expect(at.sql("delete from settlement_line where client_id = $1")).rejects.toThrow(
    "neither added nor taken away",
  );
});

test("states follow each other, and a refusal says what to do instead", async () => {
  const id = await issued();

  const again = await act(ours, "issueSettlement", `id: "${id}"`);
  const early = await act(ours, "invoiceSettlement", `id: "${id}", reference: "CN-1"`);
  const internal = await act(
    ours,
    "disputeSettlementLines",
    `id: "${id}", lines: [1], reason: "We do not like it"`,
    DISPUTE,
  );
  const unknown = await act(
    client,
    "disputeSettlementLines",
    `id: "${id}", lines: [3], reason: "There is no such line"`,
    DISPUTE,
  );
  const agreed = await act(client, "agreeSettlement", `id: "${id}"`);
  const late = await act(
    client,
    "disputeSettlementLines",
    `id: "${id}", lines: [1], reason: "Too late, but anyway"`,
    DISPUTE,
  );

  expect([again, early, internal, unknown, late].map(({ refused }) => refused)).toEqual([
    ...[["SETTLEMENT_STATE_FORBIDS"], ["SETTLEMENT_STATE_FORBIDS"], ["ACT_IS_THE_CLIENTS"], ["UNKNOWN_LINE"]],
    ["SETTLEMENT_STATE_FORBIDS"],
  ]);
  expect(agreed.settlement.state).toBe("AGREED");
});

test("periods are issued in their order: what one comes to would tell of a draft before it", async () => {
  await at.month("2026-02", { SL: [70, 100], FCR: [80, 100] });
  await at.settle();
  const february = `id: "${globalId("Settlement", await at.idOf("2026-02"))}"`;

  const early = await act(ours, "issueSettlement", february);
  await issued();
  const inTurn = await act(ours, "issueSettlement", february);

  expect(early.errors).toMatchObject([
    { code: "EARLIER_PERIOD_PROPOSED", message: expect.stringContaining("January 2026") },
  ]);
  expect(inTurn).toMatchObject({ refused: [], settlement: { state: "ISSUED" } });
});
