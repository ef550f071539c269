import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { closeHouse } from "../drift/closed-house.builder";
import { SettledHouse } from "../settled-house.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let ask: Ask;
const LATER = new Date("2026-07-20T10:00:00Z");
const MUCH_LATER = new Date("2026-07-25T10:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});
/** Anna has 10 and 50 seconds, so 30 on average, and after the closing one more of 90: 50 on average. */
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  await at.oneMorning();
  await at.settle();
  await closeHouse(at, ["month", "year"]);
  await at.calls([{ by: "anna", waitSeconds: 90 }]);
  await at.settle(LATER);
  ask = api.as({ clientIds: [at.clientId], name: "Ivana" }, LATER);
});

const REASON = "A file of 1 June was loaded again.";
const INPUT = () => ({
  contract: "care",
  period: { kind: "MONTH", containing: "2026-06-15" },
  reason: REASON,
  evidence: "ticket 77",
});
const RESTATE = `mutation ($input: RestatePeriodInput!) { restatePeriod(input: $input) {
  errors { code path message remedy }
  restatement { id state basis reason evidence needsConsent proposedBy decidedBy decisionNote appliedAt scorecards objectiveResults
    figures consequences { outcomesChanged ranksChanged stillDrifting { label } packages { version } } } } }`;

const restate = (more: object = {}, by: Ask = ask) => by(RESTATE, { input: { ...INPUT(), ...more } });
const needConsent = () => at.sql("update contract set restatement_needs_consent = true where client_id = $1");

const CARD = `{ contract(code: "care") { positions(first: 20) { nodes { id scorecard(period: { kind: MONTH, containing: "2026-06-15" }) {
  state version score drift { figures { kpi { code } } }
  item(kpi: "ASA") { figure { display drift { from { display value } to { display value isMet } facts(first: 5) { totalCount nodes { day change stream } } } } }
  restatement { reason } versions { version state item(kpi: "ASA") { figure { display drift { noticedAt } } } } } } } } }`;

const annasCard = async (by: Ask = ask) => {
  const { data, errors } = await by(CARD);
  expect(errors).toEqual([]);
  const cards = data.contract.positions.nodes.map((one: { scorecard: unknown }) => one.scorecard);
  return cards.find((card: { item?: { figure: { display: string } } }) =>
    /^(30|50|60)/.test(card?.item?.figure.display ?? ""),
  );
};

test("a final figure shows what it would be, and by which facts", async () => {
  const card = await annasCard();

  expect(card).toMatchObject({ state: "FINAL", version: 1, restatement: null });
  expect(card.item.figure).toMatchObject({
    display: "30 s",
    drift: { from: { display: "30 s" }, to: { display: "50 s", value: "50", isMet: false } },
  });
});

const callsCsv = (at: SettledHouse) =>
  at.sql(
    `insert into late_fact (client_id, contract_id, stream, source, external_id, service_id, person_id, day, change, import_id, at)
     select $1, $2, stream, 'test', external_id, $3, $4::uuid, day::date, 'added', gen_random_uuid(), at::timestamptz
       from (values ('contact', 'late', '2026-06-01', '2026-07-19'), ('contact', 'of May', '2026-05-31', '2026-07-19'),
                    ('cost', 'other stream', '2026-06-01', '2026-07-19'), ('contact', 'in time', '2026-06-01', '2026-07-01'))
            as f(stream, external_id, day, at)`,
    at.contractId,
    at.house.phone.id,
    at.house.agents.anna.personId,
  );

test("facts of drift are those of the figure's streams, days and person since it was decided", async () => {
  await callsCsv(at);

  const card = await annasCard();

  expect(card.item.figure.drift.facts).toEqual({
    totalCount: 1,
    nodes: [{ day: "2026-06-01", change: "ADDED", stream: "CONTACT" }],
  });
});

test("facts of drift need the right to read facts", async () => {
  const blind = api.as({ clientIds: [at.clientId], rights: new Set(["people:read"]) }, LATER);

  const { errors } = await blind(CARD);

  expect(errors.map(({ code }) => code)).toContain("FORBIDDEN");
});

test("a contract lists what would change, and reads it in a bounded number of statements", async () => {
  const query = `{ contract(code: "care") { drift(first: 50, period: { kind: MONTH, containing: "2026-06-01" }) { totalCount
    nodes { period { label } noticedAt from { score outcome } to { score outcome } scorecard { version } objective { code } subject { __typename }
      figures { kpi { code } from { display } to { display } } } } } }`;

  const { data, errors, statements } = await ask(query);

  expect(errors).toEqual([]);
  const { nodes, totalCount } = data.contract.drift;
  expect(totalCount).toBe(nodes.length);
  expect(new Set(nodes.map((one: { period: { label: string } }) => one.period.label))).toEqual(new Set(["2026-06"]));
  const objective = nodes.find((one: { objective: object | null }) => one.objective);
  expect(objective).toMatchObject({ objective: { code: "SL" }, scorecard: null, subject: null });
  expect(statements).toBeLessThan(25);
});

test("a restatement makes the next version of all that differs, and keeps the old one beside it", async () => {
  const { data, errors } = await restate();

  expect(errors).toEqual([]);
  expect(data.restatePeriod.errors).toEqual([]);
  const made = data.restatePeriod.restatement;
  expect(made).toMatchObject({
    ...{ state: "APPLIED", basis: "AS_CLOSED", reason: REASON, evidence: "ticket 77", needsConsent: false },
    ...{ proposedBy: "Ivana", decidedBy: null, appliedAt: LATER },
    consequences: { stillDrifting: [{ label: "2026" }], packages: [] },
  });
  expect(await annasCard()).toMatchObject({
    ...{ state: "RESTATED", version: 2, drift: null, restatement: { reason: REASON } },
    item: { figure: { display: "50 s", drift: null } },
    versions: [
      { version: 2, state: "RESTATED", item: { figure: { display: "50 s" } } },
      { version: 1, state: "FINAL", item: { figure: { display: "30 s", drift: null } } },
    ],
  });
});

test("what does not change keeps its version", async () => {
  await restate();

  const found = await at.sql<{ version: number }>(
    `select max(version) as version from scorecard
      where client_id = $1 and subject_id = $2 and period_kind = 'month'`,
    at.house.agents.dario.id,
  );
  const carla = await at.sql<{ version: number; ranked: number }>(
    `select version, rank as ranked from scorecard
      where client_id = $1 and subject_id = $2 and period_kind = 'month'`,
    at.house.agents.carla.id,
  );
  expect(found[0]?.version).toBeNull();
  expect(carla).toHaveLength(1);
});

test.each([
  ["REASON_TOO_SHORT", { reason: "wrong" }],
  ["PERIOD_NOT_CLOSED", { period: { kind: "MONTH", containing: "2026-07-15" } }],
  ["NOT_FOUND", { contract: "nobodys" }],
])("%s is refused, and nothing changes", async (code, more) => {
  const before = await at.sql("select count(*) as n from scorecard where client_id = $1");

  const { data } = await restate(more);

  expect(data.restatePeriod.errors).toMatchObject([{ code }]);
  expect(await at.sql("select count(*) as n from scorecard where client_id = $1")).toEqual(before);
});

test("a period of which nothing would change is not restated twice", async () => {
  await restate();

  const { data } = await restate();

  expect(data.restatePeriod.errors).toMatchObject([{ code: "NOTHING_TO_RESTATE" }]);
});

test("nobody restates without the right, or another client's figures", async () => {
  const reader = api.as({ clientIds: [at.clientId], rights: new Set(["people:read"]) }, LATER);
  const stranger = api.as({ clientIds: [(await SettledHouse.open(database.asInternal)).clientId] }, LATER);

  expect((await restate({}, reader)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  expect((await restate({}, stranger)).data.restatePeriod.errors).toMatchObject([{ code: "PERIOD_NOT_CLOSED" }]);
  expect(await annasCard()).toMatchObject({ version: 1 });
});

const PREVIEW = `query ($basis: RestatementBasis!) { restatementPreview(contract: "care", period: { kind: MONTH, containing: "2026-06-01" }, basis: $basis) {
  basis needsConsent scorecards objectiveResults figures
  changes(first: 50) { totalCount nodes { subject { ... on Position { person { code } } } objective { code } before { score outcome } after { score outcome }
    figures { kpi { code } before { display target } after { display target } } } } } }`;

test("a preview shows what would change and does nothing", async () => {
  const { data, errors } = await ask(PREVIEW, { basis: "AS_CLOSED" });

  expect(errors).toEqual([]);
  const { changes, ...counts } = data.restatementPreview;
  expect(changes.totalCount).toBe(counts.scorecards + counts.objectiveResults);
  expect(changes.nodes[0]).toMatchObject({ objective: { code: "SL" } });
  expect((await restate()).data.restatePeriod.restatement).toMatchObject({
    scorecards: counts.scorecards,
    figures: counts.figures,
  });
});

test("a target that was entered wrongly is put right only on the basis of now", async () => {
  await restate();
  await at.sql(
    "update objective_version set superseded_at = '2026-07-15', recorded_at = '2026-01-01' where client_id = $1",
  );
  await at.sql(
    `insert into objective_version (client_id, objective_id, version, kpi_code, dialect, parameters, target, minimum, measured_by,
       min_sample, valid_from, valid_until, recorded_at)
     select client_id, objective_id, version + 1, kpi_code, dialect, parameters, 0.3, 0.2, measured_by, min_sample,
            valid_from, valid_until, '2026-07-15' from objective_version where client_id = $1`,
  );

  const asClosed = await restate();
  const asNow = await restate({ basis: "AS_NOW", period: { kind: "MONTH", containing: "2026-06-15" } });

  expect(asClosed.data.restatePeriod.errors).toMatchObject([{ code: "NOTHING_TO_RESTATE" }]);
  expect(asNow.data.restatePeriod.errors).toEqual([]);
  expect(asNow.data.restatePeriod.restatement).toMatchObject({ basis: "AS_NOW", consequences: { outcomesChanged: 1 } });
  await at.settle(MUCH_LATER);
  const drifting = await at.sql("select 1 from drift where client_id = $1 and period_kind = 'month'");
  expect(drifting).toEqual([]);
});

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
  const { data } = await restate();
  expect(data.restatePeriod.restatement).toMatchObject({ state: "PROPOSED", appliedAt: null, consequences: null });
  return data.restatePeriod.restatement.id as string;
};

test("where the client must consent nothing changes until it does", async () => {
  const id = await proposed();
  expect(await annasCard()).toMatchObject({ version: 1 });

  const { data } = await clientPerson()(CONSENT, { input: { id, note: "Agreed in the call of 24 July." } });

  expect(data.consentToRestatement).toEqual({
    errors: [],
    restatement: {
      ...{ state: "APPLIED", decidedBy: "Nora", decidedAt: MUCH_LATER },
      ...{ decisionNote: "Agreed in the call of 24 July.", appliedAt: MUCH_LATER },
    },
  });
  expect(await annasCard()).toMatchObject({ version: 2, state: "RESTATED" });
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
  expect(await annasCard()).toMatchObject({ version: 1 });
});

test("the client consents to the figures it was shown, and to no others", async () => {
  const id = await proposed();
  await at.calls([{ by: "anna", waitSeconds: 90 }]);
  await at.settle(MUCH_LATER);

  const { data } = await clientPerson()(CONSENT, { input: { id } });

  expect(data.consentToRestatement.errors).toMatchObject([{ code: "RESTATEMENT_OUTDATED" }]);
  expect((await restate()).data.restatePeriod.errors).toMatchObject([{ code: "RESTATEMENT_AWAITS_CONSENT" }]);
  await ask(WITHDRAW, { input: { id } });
  expect(await annasCard()).toMatchObject({ version: 1 });
});

test("a declined restatement changes nothing, and cannot be consented to afterwards", async () => {
  const id = await proposed();

  const { data } = await clientPerson()(DECLINE, { input: { id, reason: "Our own count says otherwise." } });
  const late = await clientPerson()(CONSENT, { input: { id } });

  expect(data.declineRestatement.restatement).toEqual({
    ...{ state: "DECLINED", decidedBy: "Nora", decisionNote: "Our own count says otherwise." },
  });
  expect(late.data.consentToRestatement.errors).toMatchObject([{ code: "RESTATEMENT_DECIDED" }]);
  expect(await annasCard()).toMatchObject({ version: 1 });
});

test("only who proposed it withdraws it, and then it may be proposed anew", async () => {
  await needConsent();
  const ivana = api.as({ id: "01900000-0000-7000-8000-000000000001", clientIds: [at.clientId] }, LATER);
  const { id } = (await restate({}, ivana)).data.restatePeriod.restatement;

  const other = await ask(WITHDRAW, { input: { id } });
  const own = await ivana(WITHDRAW, { input: { id } });

  expect(other.data.withdrawRestatement.errors).toMatchObject([{ code: "NOT_THE_PROPOSER" }]);
  expect(own.data.withdrawRestatement).toEqual({ errors: [], restatement: { state: "WITHDRAWN" } });
  expect((await restate({}, ivana)).data.restatePeriod.restatement.state).toBe("PROPOSED");
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

test("results of single people in a restatement are seen with the right only", async () => {
  await restate();
  const query = `{ contract(code: "care") { restatements(first: 2) { nodes { changes(first: 100) { nodes { subject { __typename } objective { code } } } } } } }`;
  const kinds = async (by: Ask) =>
    new Set(
      (await by(query)).data.contract.restatements.nodes[0].changes.nodes.map(
        (one: { subject: { __typename: string } | null }) => one.subject?.__typename ?? "Objective",
      ),
    );

  expect(await kinds(ask)).toContain("Position");
  expect(await kinds(api.as({ clientIds: [at.clientId], rights: new Set() }, LATER))).not.toContain("Position");
});
