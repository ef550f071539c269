import { globalId } from "../../shared/ids";
import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { closeHouse } from "../drift/closed-house.builder";
import { restate, LATER } from "../restatements/drifting-house.builder";
import { june } from "../scorecard-house.builder";
import { SettledHouse } from "../settled-house.builder";
import { actOn, agreed, REASON, request } from "./exclusions.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let ours: Ask;
let client: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  const lost = { outcome: "abandoned" as const, waitSeconds: 90 };
  const later = { by: "anna" as const, day: june(2), endedDay: june(2) };
  await at.calls([{ by: "anna" }, lost, lost, lost, later, later, later, { ...lost, day: june(2), endedDay: june(2) }]);
  await at.settle();
  const clientIds = [at.clientId];
  ours = api.as({ clientIds, name: "Vesna" });
  const rights = new Set(["exclusions:request", "exclusions:approve"] as const);
  client = api.as({ clientIds, kind: "client", name: "Marta", rights });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const RESULT = `{ contract(code: "care") { objectives(first: 9) { nodes { code
  result(period: { kind: MONTH, containing: "2026-06-15" }) { outcome version state
    unadjusted { value numerator denominator display }
    figure { value numerator denominator unadjusted drift { to { display } }
      exclusions { code kind reason effect note exclusion { state approvals { side by } } }} } } } } }`;

async function resultOf(ask: Ask) {
  const { data, errors, statements } = await ask(RESULT);
  expect(errors).toEqual([]);
  const [objective] = data.contract.objectives.nodes;
  return { ...objective.result, statements };
}

test("what both parties approve is taken out, and the raw figure stays beside the adjusted one", async () => {
  expect(await resultOf(ours)).toMatchObject({
    ...{ outcome: "BELOW_MINIMUM", unadjusted: null },
    figure: { value: "0.5", unadjusted: null, exclusions: [] },
  });
  const { exclusion, refusals } = await request(ours);
  expect(refusals).toEqual([]);
  expect(exclusion).toMatchObject({
    ...{ code: "FM-1", kind: "FORCE_MAJEURE", state: "REQUESTED", approvalBy: "BOTH", requestedSide: "OURS" },
    ...{ fromAt: new Date("2026-05-31T22:00:00Z"), untilAt: new Date("2026-06-01T22:00:00Z") },
    ...{ evidence: ["grid report 7"], contract: { code: "care" }, services: [], objectives: [], channels: [] },
  });

  const first = await actOn(ours, "approveExclusion", { id: exclusion.id, note: "We saw it, too" });
  await at.rescore();
  expect(first.exclusion.state).toBe("REQUESTED");
  expect(await resultOf(ours)).toMatchObject({ figure: { value: "0.5", exclusions: [] } });

  const second = await actOn(client, "approveExclusion", { id: exclusion.id });
  await at.rescore();

  expect(second.exclusion).toMatchObject({
    state: "APPROVED",
    approvals: [
      { side: "OURS", by: "Vesna" },
      { side: "CLIENT", by: "Marta" },
    ],
    events: [
      { side: "OURS", step: "REQUESTED", state: "REQUESTED", note: REASON },
      { side: "OURS", step: "APPROVED", state: "REQUESTED", note: "We saw it, too" },
      { side: "CLIENT", step: "APPROVED", state: "APPROVED", note: null },
    ],
  });
  const result = await resultOf(client);
  expect(result).toMatchObject({
    ...{ outcome: "MISSED", unadjusted: { value: "0.5", numerator: "4", denominator: "8", display: "50.0 %" } },
    figure: {
      ...{ value: "0.75", numerator: "3", denominator: "4", unadjusted: "0.5" },
      exclusions: [
        {
          ...{ code: "FM-1", kind: "FORCE_MAJEURE", reason: REASON, effect: "0.25", note: null },
          exclusion: { state: "APPROVED", approvals: [{ by: "Vesna" }, { by: "Marta" }] },
        },
      ],
    },
  });
});

test("scorecards are not adjusted: they tell what happened", async () => {
  await agreed(ours, client);
  await at.rescore();

  const item = await at.item(at.house.contract.id, "SERVICE_LEVEL");
  expect(item).toMatchObject({ numerator: "4", denominator: "8" });
});

test("what is revoked by both counts again", async () => {
  const { id } = await agreed(ours, client);
  const reason = "The grid was not at fault after all";
  expect((await actOn(client, "revokeExclusion", { id, reason })).exclusion.state).toBe("APPROVED");
  expect((await actOn(client, "revokeExclusion", { id, reason })).codes).toEqual(["EXCLUSION_ALREADY_SAID"]);

  const { exclusion } = await actOn(ours, "revokeExclusion", { id, reason });
  await at.rescore();

  expect(exclusion).toMatchObject({ state: "REVOKED" });
  expect(await resultOf(ours)).toMatchObject({ unadjusted: null, figure: { value: "0.5", exclusions: [] } });
});

test("each party speaks for itself only", async () => {
  await at.sql("update contract set exclusions_approved_by = 'client' where client_id = $1");
  const { exclusion } = await request(ours);
  const { id } = exclusion;

  expect((await actOn(ours, "approveExclusion", { id })).codes).toEqual(["NOT_YOUR_EXCLUSION"]);
  expect((await actOn(client, "withdrawExclusion", { id, reason: "It was not ours" })).codes).toEqual([
    "NOT_YOUR_EXCLUSION",
  ]);
  expect((await actOn(client, "approveExclusion", { id })).exclusion.state).toBe("APPROVED");
  expect((await actOn(client, "refuseExclusion", { id, reason: "On second thoughts" })).codes).toEqual([
    "EXCLUSION_STATE_FORBIDS",
  ]);
});

test("what is refused or withdrawn changes nothing, and its code stays taken", async () => {
  const refused = (await request(client, { code: "A" })).exclusion;
  const withdrawn = (await request(ours, { code: "B" })).exclusion;

  const no = await actOn(ours, "refuseExclusion", { id: refused.id, reason: "The power was there all day" });
  const back = await actOn(ours, "withdrawExclusion", { id: withdrawn.id, reason: "Written by mistake" });
  await at.rescore();

  expect([no.exclusion.state, back.exclusion.state]).toEqual(["REFUSED", "WITHDRAWN"]);
  expect(no.exclusion.requestedSide).toBe("CLIENT");
  expect((await request(ours, { code: "A" })).codes).toEqual(["EXCLUSION_CODE_TAKEN"]);
  expect(await resultOf(ours)).toMatchObject({ unadjusted: null });
});

test.each([
  ["nothing about when", { firstDay: null, endDay: null }, ["INVALID_EXCLUSION"], ["fromAt"]],
  ["instants and days", { fromAt: "2026-06-01T00:00:00Z", untilAt: "2026-06-02T00:00:00Z" }, ["INVALID_EXCLUSION"], []],
  ["half an interval", { endDay: null }, ["INVALID_EXCLUSION"], ["fromAt"]],
  ["an end before the beginning", { endDay: "2026-05-31" }, ["INVALID_EXCLUSION"], ["endDay"]],
  ["a time before the contract", { firstDay: "2019-01-01", endDay: "2019-01-02" }, ["INVALID_EXCLUSION"], ["fromAt"]],
  [
    "unknown names",
    { services: ["fax"], channels: ["telex"], objectives: ["XX"] },
    ["NOT_FOUND", "NOT_FOUND", "INVALID_EXCLUSION"],
    [],
  ],
  ["a code that is none", { code: "two words" }, ["INVALID_EXCLUSION"], ["code"]],
  ["another contract", { contract: "nope" }, ["NOT_FOUND"], []],
])("%s is refused", async (_, more, codes, path) => {
  const { refusals } = await request(ours, more);

  expect(refusals.map(({ code }) => code)).toEqual(codes);
  expect(refusals.every(({ remedy }) => remedy.length > 10)).toBe(true);
  if (path.length > 0) expect(refusals[0]?.path).toEqual(path);
  expect(await at.sql("select 1 from exclusion where client_id = $1")).toEqual([]);
});

test("rights are needed, and others' exclusions do not exist", async () => {
  const { exclusion } = await request(ours);
  const blind = api.as({ clientIds: [at.clientId], rights: new Set() });
  const stranger = api.as({ clientIds: [at.house.phone.id], kind: "client" });

  expect((await request(blind)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  expect((await actOn(blind, "approveExclusion", { id: exclusion.id })).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  expect((await actOn(stranger, "approveExclusion", { id: exclusion.id })).codes).toEqual(["NOT_FOUND"]);
});

test("our people see exclusions where they answer for the contract", async () => {
  const { exclusion } = await request(ours);
  const none = { serviceIds: [], teamIds: [], traineeIds: [], roleCodes: [], knownIds: [] };
  const bound = (contractIds: string[]): Ask =>
    api.as({
      ...{ clientIds: [at.clientId], personId: at.house.manager.personId, rights: new Set(["exclusions:request"]) },
      sight: { ...none, contractIds },
    });
  const node = `{ node(id: "${exclusion.id}") { ... on Exclusion { code } } contract(code: "care") { exclusions(first: 5) { totalCount nodes { code } } } }`;

  expect((await bound([at.contractId])(node)).data).toMatchObject({
    node: { code: "FM-1" },
    contract: { exclusions: { totalCount: 1 } },
  });
  expect((await bound([])(node)).data).toMatchObject({
    node: null,
    contract: { exclusions: { totalCount: 0, nodes: [] } },
  });
  expect((await request(bound([]), { code: "X" })).codes).toEqual(["NOT_FOUND"]);
});

test("a list of exclusions takes a bounded number of statements", async () => {
  for (let one = 0; one < 12; one += 1)
    await request(ours, { code: `X${one}`, services: ["phone"], objectives: ["SL"] });

  const { data, errors, statements } = await ours(`{ contract(code: "care") { exclusions(first: 10, state: REQUESTED) {
    totalCount nodes { code contract { code } services { code } objectives { code } approvals { side by } events { step } } } } }`);

  expect(errors).toEqual([]);
  expect(data.contract.exclusions.totalCount).toBe(12);
  expect(data.contract.exclusions.nodes[0]).toMatchObject({ code: "X11", services: [{ code: "phone" }] });
  expect(statements).toBeLessThan(14);
});

test("in a closed period it makes the final figure drift, and enters by a restatement", async () => {
  await closeHouse(at, ["month"]);
  const ourselves = api.as({ clientIds: [at.clientId], name: "Vesna" }, LATER);
  const marta = api.as({ clientIds: [at.clientId], kind: "client", name: "Marta" }, LATER);

  await agreed(ourselves, marta);
  await at.rescore(LATER);

  expect(await resultOf(ourselves)).toMatchObject({
    ...{ state: "FINAL", version: 1, outcome: "BELOW_MINIMUM" },
    figure: { value: "0.5", drift: { to: { display: "75.0 %" } } },
  });
  const { data } = await restate(ourselves);
  expect(data.restatePeriod.errors).toEqual([]);
  expect(await resultOf(ourselves)).toMatchObject({
    ...{ state: "RESTATED", version: 2, outcome: "MISSED" },
    figure: { value: "0.75", unadjusted: "0.5", exclusions: [{ code: "FM-1", effect: "0.25" }] },
  });
});

test("an exclusion is a node", async () => {
  const { exclusion } = await request(ours);
  const [row] = await at.sql<{ id: string }>("select id from exclusion where client_id = $1");

  expect(exclusion.id).toBe(globalId("Exclusion", row!.id));
});
