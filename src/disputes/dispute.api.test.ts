import { globalId } from "../shared/ids";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { SettledHouse } from "../scorecards/settled-house.builder";
import { actOn, decide, disputeCsat } from "./disputes.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let anna: Ask;
let judge: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  await at.oneMorning();
  await at.surveys("anna", [5, 5, 1, 1]);
  await at.settle();
  const { personId } = at.house.agents.anna;
  anna = api.as({ clientIds: [at.clientId], name: "Anna", personId, rights: new Set() });
  judge = api.as({ clientIds: [at.clientId], name: "Vesna", rights: new Set(["people:read", "disputes:decide"]) });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const codes = ({ refusals }: { refusals: { code: string }[] }): string[] => refusals.map(({ code }) => code);

const itemOfAnna = async (ask: Ask) => {
  const { data } = await ask(`{ node(id: "${globalId("Position", at.house.agents.anna.id)}") { ... on Position {
    scorecard(period: { kind: MONTH, containing: "2026-06-15" }) { disputes { state }
      items { isDisputed figure { kpi { code } value source isDisputed disputes { state } manual { reason author } } }
      item(kpi: "CSAT") { isDisputed figure { value source isDisputed disputes { state } manual { reason author } } }
  } } } }`);
  return data.node.scorecard;
};

test("from the figure that is disputed to the one that counts, with every step", async () => {
  const opened = await disputeCsat(anna, at);
  expect(opened.refusals).toEqual([]);
  const { id } = opened.dispute;
  expect((await itemOfAnna(anna)).item).toMatchObject({ isDisputed: true, figure: { disputes: [{ state: "OPEN" }] } });

  await actOn(judge, "addDisputeEvidence", `id: "${id}", note: "The list of calls of that day", evidence: "file 9"`);
  const { dispute, refusals } = await decide(judge, id, `outcome: UPHELD, decidedValue: "75 %"`);
  await at.rescore();

  expect(refusals).toEqual([]);
  expect(dispute).toMatchObject({
    ...{ state: "DECIDED", outcome: "UPHELD", about: "ITEM", openedByName: "Anna", decidedByName: "Vesna" },
    original: { value: "0.5", display: "50.0 %", numerator: "2", denominator: "4", status: "OK", sample: 4 },
    decided: { value: "0.75", display: "75.0 %", numerator: null, denominator: null, status: "OK", sample: 4 },
    events: [
      { step: "OPENED", state: "OPEN", actorName: "Anna", evidence: "call 17" },
      { step: "EVIDENCE_ADDED", state: "EVIDENCE", actorName: "Vesna", evidence: "file 9" },
      { step: "REVIEW_BEGUN", state: "REVIEW", actorName: "Vesna", note: null },
      { step: "DECIDED", state: "DECIDED", actorName: "Vesna", note: "Heard the recordings of that day" },
    ],
  });
  const card = await itemOfAnna(anna);
  expect(card.disputes).toEqual([{ state: "DECIDED" }]);
  expect(card.item.isDisputed).toBe(false);
  expect(card.item.figure).toMatchObject({
    ...{ value: "0.75", source: "MANUAL", isDisputed: false },
    manual: { author: "Vesna", reason: "Dispute opened by Anna, upheld: Heard the recordings of that day" },
  });
  const closed = await actOn(anna, "closeDispute", `id: "${id}"`);
  expect(closed.dispute).toMatchObject({ state: "CLOSED", outcome: "UPHELD" });
  const acts = await at.sql<{ act: string }>("select act from audit_record where client_id = $1 order by id");
  expect(acts.map(({ act }) => act)).toEqual([
    ...["dispute.opened", "dispute.evidence-added", "dispute.review-begun", "manual-value.entered"],
    ...["dispute.decided", "dispute.closed"],
  ]);
});

test("a dispute that is rejected leaves the figure as it was", async () => {
  const { dispute } = await disputeCsat(anna, at);

  const { dispute: decided } = await decide(judge, dispute.id, "outcome: REJECTED");
  await at.rescore();

  expect(decided).toMatchObject({ outcome: "REJECTED", decided: null });
  expect((await itemOfAnna(anna)).item.figure).toMatchObject({ value: "0.5", source: "MEASURED" });
});

test("a client disputes a figure of its contract, and its people do not see disputes of single people", async () => {
  await disputeCsat(anna, at);
  const client = api.as({ kind: "client", clientIds: [at.clientId], name: "Client", rights: new Set() });
  const { dispute } = await actOn(
    client,
    "openDispute",
    `contract: "${at.house.contract.code}", kpi: "SERVICE_LEVEL", period: { kind: MONTH, containing: "2026-06-15" },
     reason: "Calls of 3 June are missing"`,
  );

  const list = (ask: Ask, more = "") =>
    ask(`{ contract(code: "${at.house.contract.code}") { disputes${more} { totalCount nodes { openedByName state kpi { code }
      period { label } subject { __typename } } } } }`);
  const [own, all] = [await list(client), await list(judge)];

  expect(dispute).toMatchObject({ state: "OPEN", original: { value: "0.5", numerator: "2", denominator: "4" } });
  expect(own.data.contract.disputes.nodes).toEqual([
    {
      ...{ openedByName: "Client", state: "OPEN", kpi: { code: "SERVICE_LEVEL" } },
      ...{ period: { label: "2026-06" }, subject: { __typename: "Contract" } },
    },
  ]);
  expect(all.data.contract.disputes.totalCount).toBe(2);
  const decided = await list(judge, "(state: DECIDED)");
  expect(decided.data.contract.disputes.totalCount).toBe(0);
});

describe("is refused", () => {
  test("a second dispute while one is not decided", async () => {
    const first = await disputeCsat(anna, at);
    const second = await disputeCsat(judge, at);
    expect(second.refusals).toMatchObject([
      {
        code: "ALREADY_DISPUTED",
        message: "CSAT is disputed already: Anna opened a dispute that is not decided.",
        remedy: "Add your evidence to that dispute.",
      },
    ]);

    await actOn(anna, "withdrawDispute", `id: "${first.dispute.id}"`);
    expect(codes(await disputeCsat(judge, at))).toEqual([]);
  });

  test("what nobody can see, and what is not there", async () => {
    expect(codes(await disputeCsat(anna, at, "carla"))).toEqual(["NOT_FOUND"]);
    expect(codes(await disputeCsat(judge, at, "bruno"))).toEqual(["NOTHING_TO_DISPUTE"]);
    expect(codes(await disputeCsat(judge, at, "anna", "SERVICE_LEVEL"))).toEqual(["KPI_NOT_ON_SCORECARD"]);
    const { dispute } = await disputeCsat(judge, at, "carla", "ASA");
    expect(codes(await actOn(anna, "withdrawDispute", `id: "${dispute.id}"`))).toEqual(["NOT_FOUND"]);
  });

  test("a judge in a case of one's own, and whoever lacks the right", async () => {
    const { dispute } = await disputeCsat(judge, at);
    const { personId } = at.house.agents.anna;
    const concerned = api.as({ clientIds: [at.clientId], personId });

    expect((await decide(judge, dispute.id, "outcome: REJECTED")).refusals).toMatchObject([
      { code: "NOT_IMPARTIAL", message: "You cannot decide this dispute: you opened it." },
    ]);
    expect((await decide(concerned, dispute.id, "outcome: REJECTED")).refusals).toMatchObject([
      { code: "NOT_IMPARTIAL", message: "You cannot decide this dispute: it is about your own result." },
    ]);
    expect((await actOn(anna, "reviewDispute", `id: "${dispute.id}"`)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
    expect((await actOn(anna, "withdrawDispute", `id: "${dispute.id}"`)).refusals).toMatchObject([
      { code: "NOT_YOUR_DISPUTE", message: "Only whoever opened it may withdraw this dispute: Vesna did." },
    ]);
  });

  test("a step that may not follow", async () => {
    const { dispute } = await disputeCsat(anna, at);
    const early = await actOn(
      judge,
      "decideDispute",
      `id: "${dispute.id}", outcome: REJECTED, reason: "No doubt about it"`,
    );
    expect(early.refusals).toMatchObject([
      {
        code: "DISPUTE_STATE_FORBIDS",
        message: "This dispute is open: it cannot be decided now.",
        remedy: "Begin its review before you decide it.",
      },
    ]);
    await decide(judge, dispute.id, "outcome: REJECTED");
    expect(codes(await actOn(anna, "withdrawDispute", `id: "${dispute.id}"`))).toEqual(["DISPUTE_STATE_FORBIDS"]);
    expect(await at.sql("select 1 from manual_value where client_id = $1")).toEqual([]);
  });

  test.each([
    [`outcome: UPHELD`, "decidedValue", "Nothing is said that counts instead, but the outcome is upheld."],
    [
      `outcome: REJECTED, decidedValue: "75 %"`,
      "decidedValue",
      "The dispute is rejected, and yet something else is to count.",
    ],
    [`outcome: PARTLY, decidedValue: "75"`, "decidedValue", `"75" is not a value of CSAT.`],
    [`outcome: PARTLY, decidedNumerator: "5", decidedDenominator: "4"`, "decidedNumerator", "5 of 4 is no share."],
    [`outcome: PARTLY, decidedAutoFail: false`, "decidedAutoFail", "A figure does not fail as a whole."],
  ])("the decision %s", async (decision, field, message) => {
    const { dispute } = await disputeCsat(anna, at);

    const { refusals } = await decide(judge, dispute.id, decision);

    expect(refusals).toMatchObject([{ code: "INVALID_DECISION", path: [field], message }]);
  });
});

test("fifty scorecards with their disputes take a bounded number of statements", async () => {
  for (const name of ["anna", "carla"] as const) await disputeCsat(judge, at, name, "ASA");
  const page = (first: number) =>
    judge(`{ contract(code: "${at.house.contract.code}") {
      scorecards(period: { kind: MONTH, containing: "2026-06-15" }, first: ${first}) { nodes {
        disputes { events { step } original { display } manualValue { value } }
        items { isDisputed figure { isDisputed source disputes { state } } } } } } }`);

  const [one, many] = [await page(1), await page(50)];

  expect([one.errors, many.errors]).toEqual([[], []]);
  expect(many.data.contract.scorecards.nodes.length).toBeGreaterThan(6);
  expect(many.statements).toBeLessThanOrEqual(9);
});
