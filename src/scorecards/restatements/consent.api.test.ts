import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { SettledHouse } from "../settled-house.builder";
import { aDriftingHouse, annasCard, LATER, MUCH_LATER, restate } from "./drifting-house.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let ask: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});
beforeEach(async () => {
  at = await aDriftingHouse(database.asInternal);
  ask = api.as({ clientIds: [at.clientId], name: "Ivana" }, LATER);
});

const needConsent = () => at.sql("update contract set restatement_needs_consent = true where client_id = $1");

const CONSENT = `mutation ($input: ConsentToRestatementInput!) { consentToRestatement(input: $input) {
  errors { code message } restatement { state decidedBy decidedAt decisionNote appliedAt } } }`;
const DECLINE = `mutation ($input: DeclineRestatementInput!) { declineRestatement(input: $input) {
  errors { code } restatement { state decidedBy decisionNote } } }`;
const WITHDRAW = `mutation ($input: WithdrawRestatementInput!) { withdrawRestatement(input: $input) {
  errors { code } restatement { state } } }`;

const clientPerson = (now = MUCH_LATER, clientId = at.clientId) =>
  api.as({ kind: "client", clientIds: [clientId], name: "Nora" }, now);

const proposed = async () => {
  await needConsent();
  const { data } = await restate(ask);
  expect(data.restatePeriod.restatement).toMatchObject({ state: "PROPOSED", appliedAt: null, consequences: null });
  return data.restatePeriod.restatement.id as string;
};

test("where the client must consent nothing changes until it does", async () => {
  const id = await proposed();
  expect(await annasCard(ask)).toMatchObject({ version: 1 });

  const { data } = await clientPerson()(CONSENT, { input: { id, note: "Agreed in the call of 24 July." } });

  expect(data.consentToRestatement).toEqual({
    errors: [],
    restatement: {
      ...{ state: "APPLIED", decidedBy: "Nora", decidedAt: MUCH_LATER },
      ...{ decisionNote: "Agreed in the call of 24 July.", appliedAt: MUCH_LATER },
    },
  });
  expect(await annasCard(ask)).toMatchObject({ version: 2, state: "RESTATED" });
});

test("our own people cannot consent, nor another client's, nor anybody without the right", async () => {
  const id = await proposed();
  const other = (await SettledHouse.open(database.asInternal)).clientId;
  const codes = async (by: Ask) => {
    const { data, errors } = await by(CONSENT, { input: { id } });
    return [...errors, ...(data?.consentToRestatement?.errors ?? [])].map(({ code }: { code: string }) => code);
  };

  expect(await codes(ask)).toEqual(["CONSENT_IS_THE_CLIENTS"]);
  expect(await codes(clientPerson(MUCH_LATER, other))).toEqual(["NOT_FOUND"]);
  expect(await codes(api.as({ kind: "client", clientIds: [at.clientId], rights: new Set() }, LATER))).toEqual([
    "FORBIDDEN",
  ]);
  expect(await annasCard(ask)).toMatchObject({ version: 1 });
});

test("the client consents to the figures it was shown, and to no others", async () => {
  const id = await proposed();
  await at.calls([{ by: "anna", waitSeconds: 90 }]);
  await at.settle(MUCH_LATER);

  const { data } = await clientPerson()(CONSENT, { input: { id } });

  expect(data.consentToRestatement.errors).toMatchObject([{ code: "RESTATEMENT_OUTDATED" }]);
  expect((await restate(ask)).data.restatePeriod.errors).toMatchObject([{ code: "RESTATEMENT_AWAITS_CONSENT" }]);
  await ask(WITHDRAW, { input: { id } });
  expect(await annasCard(ask)).toMatchObject({ version: 1 });
});

test("a declined restatement changes nothing, and cannot be consented to afterwards", async () => {
  const id = await proposed();

  const { data } = await clientPerson()(DECLINE, { input: { id, reason: "Our own count says otherwise." } });
  const late = await clientPerson()(CONSENT, { input: { id } });

  expect(data.declineRestatement.restatement).toEqual({
    ...{ state: "DECLINED", decidedBy: "Nora", decisionNote: "Our own count says otherwise." },
  });
  expect(late.data.consentToRestatement.errors).toMatchObject([{ code: "RESTATEMENT_DECIDED" }]);
  expect(await annasCard(ask)).toMatchObject({ version: 1 });
});

test("only who proposed it withdraws it, and then it may be proposed anew", async () => {
  await needConsent();
  const ivana = api.as({ id: "01900000-0000-7000-8000-000000000001", clientIds: [at.clientId] }, LATER);
  const { id } = (await restate(ivana)).data.restatePeriod.restatement;

  const other = await ask(WITHDRAW, { input: { id } });
  const own = await ivana(WITHDRAW, { input: { id } });

  expect(other.data.withdrawRestatement.errors).toMatchObject([{ code: "NOT_THE_PROPOSER" }]);
  expect(own.data.withdrawRestatement).toEqual({ errors: [], restatement: { state: "WITHDRAWN" } });
  expect((await restate(ivana)).data.restatePeriod.restatement.state).toBe("PROPOSED");
});

test("restatements are listed by state, and keep a record of who did what", async () => {
  const id = await proposed();
  await clientPerson()(CONSENT, { input: { id } });

  const { data } = await ask(`{ contract(code: "care") {
    proposed: restatements(state: PROPOSED) { totalCount } applied: restatements(state: APPLIED, first: 2) { nodes { id period { label } contract { code }
      changes(first: 100) { totalCount nodes { subject { __typename } figures { before { display } after { display } } } } } } } }`);
  const acts = await at.sql<{ act: string }>(
    "select act from audit_record where client_id = $1 and act like 'Restatement.%' order by at, act desc",
  );

  expect(data.contract.proposed.totalCount).toBe(0);
  expect(data.contract.applied.nodes).toMatchObject([{ id, period: { label: "2026-06" }, contract: { code: "care" } }]);
  expect(data.contract.applied.nodes[0].changes.totalCount).toBeGreaterThan(2);
  expect(acts.map(({ act }) => act)).toEqual(["Restatement.created", "Restatement.changed"]);
});
