import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { SettledHouse } from "../settled-house.builder";
import { aDriftingHouse, annasCard, CARD, LATER, MUCH_LATER, REASON, restate } from "./drifting-house.builder";

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

test("a final figure shows what it would be, and by which facts", async () => {
  const card = await annasCard(ask);

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

  const card = await annasCard(ask);

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
  const { data, errors } = await restate(ask);

  expect(errors).toEqual([]);
  expect(data.restatePeriod.errors).toEqual([]);
  const made = data.restatePeriod.restatement;
  expect(made).toMatchObject({
    ...{ state: "APPLIED", basis: "AS_CLOSED", reason: REASON, evidence: "ticket 77", needsConsent: false },
    ...{ proposedBy: "Ivana", decidedBy: null, appliedAt: LATER },
    consequences: { stillDrifting: [{ label: "2026" }], packages: [] },
  });
  expect(await annasCard(ask)).toMatchObject({
    ...{ state: "RESTATED", version: 2, drift: null, restatement: { reason: REASON } },
    item: { figure: { display: "50 s", drift: null } },
    versions: [
      { version: 2, state: "RESTATED", item: { figure: { display: "50 s" } } },
      { version: 1, state: "FINAL", item: { figure: { display: "30 s", drift: null } } },
    ],
  });
});

test("what does not change keeps its version", async () => {
  await restate(ask);

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

  const { data } = await restate(ask, more);

  expect(data.restatePeriod.errors).toMatchObject([{ code }]);
  expect(await at.sql("select count(*) as n from scorecard where client_id = $1")).toEqual(before);
});

test("a period of which nothing would change is not restated twice", async () => {
  await restate(ask);

  const { data } = await restate(ask);

  expect(data.restatePeriod.errors).toMatchObject([{ code: "NOTHING_TO_RESTATE" }]);
});

test("nobody restates without the right, or another client's figures", async () => {
  const reader = api.as({ clientIds: [at.clientId], rights: new Set(["people:read"]) }, LATER);
  const stranger = api.as({ clientIds: [(await SettledHouse.open(database.asInternal)).clientId] }, LATER);

  expect((await restate(reader)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  expect((await restate(stranger)).data.restatePeriod.errors).toMatchObject([{ code: "PERIOD_NOT_CLOSED" }]);
  expect(await annasCard(ask)).toMatchObject({ version: 1 });
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
  expect((await restate(ask)).data.restatePeriod.restatement).toMatchObject({
    scorecards: counts.scorecards,
    figures: counts.figures,
  });
});

test("a target that was entered wrongly is put right only on the basis of now", async () => {
  await restate(ask);
  await at.sql(
    "update objective_version set superseded_at = '2026-07-15', recorded_at = '2026-01-01' where client_id = $1",
  );
  await at.sql(
    `insert into objective_version (client_id, objective_id, version, kpi_code, dialect, parameters, target, minimum, measured_by,
       min_sample, valid_from, valid_until, recorded_at)
     select client_id, objective_id, version + 1, kpi_code, dialect, parameters, 0.3, 0.2, measured_by, min_sample,
            valid_from, valid_until, '2026-07-15' from objective_version where client_id = $1`,
  );

  const asClosed = await restate(ask);
  const asNow = await restate(ask, { basis: "AS_NOW", period: { kind: "MONTH", containing: "2026-06-15" } });

  expect(asClosed.data.restatePeriod.errors).toMatchObject([{ code: "NOTHING_TO_RESTATE" }]);
  expect(asNow.data.restatePeriod.errors).toEqual([]);
  expect(asNow.data.restatePeriod.restatement).toMatchObject({ basis: "AS_NOW", consequences: { outcomesChanged: 1 } });
  await at.settle(MUCH_LATER);
  const drifting = await at.sql("select 1 from drift where client_id = $1 and period_kind = 'month'");
  expect(drifting).toEqual([]);
});

test("results of single people in a restatement are seen with the right only", async () => {
  await restate(ask);
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
