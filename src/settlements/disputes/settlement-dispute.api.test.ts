import { globalId } from "../../shared/ids";
import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { aClause, MoneyHouse, someTerms } from "../money-house.builder";

let database: TestDatabase;
let api: TestApi;
let at: MoneyHouse;
let vesna: Ask;
let marko: Ask;
let client: Ask;
let id: string;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
/** January, issued by Vesna: € 1,000.00 each for SL and FCR. */
beforeEach(async () => {
  const clauses = [aClause(), aClause({ code: "C2", objectives: ["FCR"], cites: "Schedule 3, § 2.2" })];
  at = await MoneyHouse.open(database.asInternal, someTerms({ clauses }));
  await at.month("2026-01", { SL: [79, 100], FCR: [60, 100] });
  await at.settle();
  vesna = api.as({ id: "vesna", clientIds: [at.clientId], name: "Vesna" });
  marko = api.as({ id: "marko", clientIds: [at.clientId], name: "Marko" });
  const rights = new Set(["settlements:dispute"] as const);
  client = api.as({ kind: "client", id: "aurora", clientIds: [at.clientId], name: "Aurora", rights });
  id = globalId("Settlement", await at.idOf("2026-01"));
  await act(vesna, "issueSettlement", `id: "${id}"`);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const SETTLEMENT = "settlement { state lines { no state } }";
const DISPUTE = `dispute { id state outcome openedByName decidedByName lines
  decided { no original { value } amount { value } } events { step actorName evidence }
  correction { version state totals { net { value } } lines { no clause objectiveCode state amount { value } reason } } }`;

/** A mutation: its thing, and the codes of what it refused. */
const act = async (ask: Ask, name: string, input: string, thing = SETTLEMENT) => {
  const { data, errors } = await ask(`mutation { ${name}(input: { ${input} }) { ${thing} errors { code message } } }`);
  const payload = data?.[name];
  return { ...payload, refused: (payload?.errors ?? errors).map(({ code }: { code: string }) => code) };
};

const dispute = async (lines: string) => {
  const input = `id: "${id}", lines: ${lines}, reason: "The FCR of January counts test calls", evidence: "ticket 4711"`;
  return (await act(client, "disputeSettlementLines", input, DISPUTE)).dispute;
};

const step = (ask: Ask, name: string, of: string, more = "") => act(ask, name, `id: "${of}"${more}`, DISPUTE);

const DECISION = `, outcome: PARTLY, reason: "Half of the test calls", lines: [{ no: 2, amount: "1500.00" }]`;

test("undisputed lines are invoiced first, the decided ones later, and both parties see what was and what is", async () => {
  const opened = await dispute("[2]");
  const first = await act(vesna, "invoiceSettlement", `id: "${id}", reference: "CN-1"`);
  const nothing = await act(vesna, "invoiceSettlement", `id: "${id}", reference: "CN-1b"`);
  await step(vesna, "addSettlementDisputeEvidence", opened.id, `, evidence: "recordings of 12 January"`);
  await step(marko, "reviewSettlementDispute", opened.id);
  const decided = await step(marko, "decideSettlementDispute", opened.id, DECISION);
  const second = await act(vesna, "invoiceSettlement", `id: "${id}", reference: "CN-2"`);
  const closed = await step(client, "closeSettlementDispute", opened.id);

  expect(opened).toMatchObject({ state: "OPEN", lines: [2], decided: [], correction: null });
  expect(first.settlement).toEqual({
    state: "DISPUTED",
    lines: [
      { no: 1, state: "INVOICED" },
      { no: 2, state: "DISPUTED" },
    ],
  });
  expect(nothing.refused).toEqual(["NOTHING_TO_INVOICE"]);
  const correction = {
    ...{ version: 2, state: "AGREED", totals: { net: { value: "500.00" } } },
    lines: [{ no: 1, clause: "C2", objectiveCode: "FCR", state: "AGREED", amount: { value: "500.00" } }],
  };
  const amounts = [{ no: 2, original: { value: "1000.00" }, amount: { value: "1500.00" } }];
  expect(decided.dispute).toMatchObject({ state: "DECIDED", outcome: "PARTLY", decidedByName: "Marko", correction });
  expect(second.settlement.state).toBe("INVOICED");
  expect(closed.refused).toEqual([]);
  for (const ask of [vesna, client]) {
    const { data } = await ask(
      `{ node(id: "${opened.id}") { ... on SettlementDispute { ${DISPUTE.slice(10, -1)} } } }`,
    );
    expect(data.node).toMatchObject({ state: "CLOSED", decided: amounts, openedByName: "Aurora" });
    expect(data.node.events.map((one: { step: string; actorName: string }) => `${one.step} ${one.actorName}`)).toEqual([
      ...["OPENED Aurora", "EVIDENCE_ADDED Vesna", "REVIEW_BEGUN Marko", "DECIDED Marko", "CLOSED Aurora"],
    ]);
  }
  const sql = `select concat_ws(' ', s.version, l.no, l.invoice_reference) as on from settlement s
    join settlement_line l on l.client_id = s.client_id and l.settlement_id = s.id where s.client_id = $1 order by 1`;
  expect(await at.sql(sql)).toEqual([{ on: "1 1 CN-1" }, { on: "1 2 CN-2" }, { on: "2 1" }]);
});

test("neither the client, nor whoever issued it, decides; nor are parts of a cent decided", async () => {
  const opened = await dispute("[2]");

  const reviewed = await step(vesna, "reviewSettlementDispute", opened.id);
  await step(marko, "reviewSettlementDispute", opened.id);
  const own = await step(client, "decideSettlementDispute", opened.id, DECISION);
  const issuer = await step(vesna, "decideSettlementDispute", opened.id, DECISION);
  const cents = await step(marko, "decideSettlementDispute", opened.id, DECISION.replace("1500.00", "1500.005"));

  expect([reviewed, own, issuer, cents].map(({ refused }) => refused)).toEqual([
    ...[["NOT_IMPARTIAL"], ["FORBIDDEN"], ["NOT_IMPARTIAL"], ["INVALID_AMOUNT"]],
  ]);
  expect(await at.told()).toHaveLength(1);
});

test("a rejected dispute leaves its lines as they are, a withdrawn one as if nobody had disputed them", async () => {
  const one = await dispute("[1]");
  const two = await dispute("[2]");
  await step(marko, "reviewSettlementDispute", one.id);

  const rejected = await step(
    marko,
    "decideSettlementDispute",
    one.id,
    `, outcome: REJECTED, reason: "They were calls"`,
  );
  const withdrawn = await step(client, "withdrawSettlementDispute", two.id);

  expect(rejected.dispute).toMatchObject({ state: "DECIDED", decided: [], correction: null });
  expect(withdrawn.dispute.state).toBe("WITHDRAWN");
  const states = await at.sql("select state from settlement_line where client_id = $1 order by no");
  expect(states).toEqual([{ state: "agreed" }, { state: "open" }]);
});
