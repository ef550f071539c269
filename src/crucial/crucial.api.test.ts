import { saveKpiUse } from "../contracts/kpi-use.builder";
import { saveExpectation, saveFeed } from "../facts/feed.builder";
import { defineKpi } from "../measures/own-kpis.builder";
import { saveForum } from "../reviews/forum.builder";
import { june } from "../scorecards/scorecard-house.builder";
import { SettledHouse } from "../scorecards/settled-house.builder";
import { globalId } from "../shared/ids";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let ask: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  ask = api.as({ kind: "client", clientIds: [at.clientId], rights: new Set() });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

interface Letter {
  readonly letter: string;
  readonly verdict: string;
  readonly evidence: readonly string[];
}
const CHECK = `crucialCheck(periods: 1) { asOf periods verdict
  kpis { kpi { code } service { code } dialect parameters { name value } verdict letters { letter verdict evidence } } }`;
async function check(as = ask) {
  const { data, errors, statements } = await as(`query ($id: ID!) { node(id: $id) { ... on Contract { ${CHECK} } } }`, {
    id: globalId("Contract", at.contractId),
  });
  expect(errors).toEqual([]);
  return { check: data.node.crucialCheck, statements };
}
const letter = (found: { kpis: { kpi: { code: string }; letters: Letter[] }[] }, kpi: string, name: string): Letter =>
  found.kpis.find((one) => one.kpi.code === kpi)!.letters.find((one) => one.letter === name)!;

/** Forty calls in June, one each day and more on the first, answered by Anna. */
const aMonthOfCalls = () =>
  at.calls([
    ...Array.from({ length: 30 }, (_, i) => ({ by: "anna" as const, day: june(i + 1), waitSeconds: 10 })),
    ...Array.from({ length: 10 }, () => ({ by: "anna" as const, waitSeconds: 50 })),
  ]);

test("a KPI with facts, a feed, an objective and an owner passes, and says by what", async () => {
  const { clientId, contractId } = at;
  await aMonthOfCalls();
  await at.sql("update contact set ingested_at = offered_at + interval '1 hour' where client_id = $1");
  await at.in((tx) =>
    saveFeed(tx, { clientId, serviceIds: [at.house.phone.id], observedThrough: new Date("2026-07-09T18:00:00Z") }),
  );
  await at.in((tx) => saveForum(tx, { clientId, contractId, code: "weekly", reviewsKind: "week" }));
  await at.settle();

  const { check: found } = await check();

  expect(letter(found, "SERVICE_LEVEL", "COLLECTABLE")).toEqual({
    ...{ letter: "COLLECTABLE", verdict: "PASS" },
    evidence: ["contact: facts on 30 days, the last 2026-06-30; feeds pbx (seen through 2026-07-09T18:00:00.000Z)."],
  });
  expect(letter(found, "SERVICE_LEVEL", "REPORTABLE")).toMatchObject({
    evidence: ["1 of 1 (100.0 %) closed periods (month) have a value."],
  });
  expect(letter(found, "SERVICE_LEVEL", "USEFUL_FREQUENCY")).toMatchObject({
    ...{ verdict: "PASS" },
    evidence: [
      "contact: data in 5 of 5 (100.0 %) periods (week), as forum weekly needs; days with data are typically 1 apart.",
    ],
  });
  expect(letter(found, "SERVICE_LEVEL", "IMPROVEMENT")).toMatchObject({
    ...{ verdict: "PASS" },
    evidence: [
      expect.stringContaining("operations-manager (held by 1)"),
      "Targets: objective SL: 0.8.",
      "Actions: none kept yet.",
    ],
  });
  expect(letter(found, "SERVICE_LEVEL", "ACCURATE")).toMatchObject({
    verdict: "WARN",
    evidence: [
      "Rejected and still missing: 0 of 40 (0.0 %) rows.",
      "Entered by hand: 0; manual values are not kept yet.",
      "Came or changed after the grace days: 0 of 40 (0.0 %) facts.",
      expect.stringContaining("Sample: 1 of 1 (100.0 %) periods"),
      "Interval: typically 26.0 % wide at 95 % confidence.",
    ],
  });
  expect(letter(found, "SERVICE_LEVEL", "LOGICAL")).toMatchObject({
    ...{ verdict: "PASS" },
    evidence: [
      "The formula of SL-A passes its checks.",
      "Bounds: all 1 values are possible.",
      "Services add up to the contract in all 1 periods.",
      "Objectives and assignments mean what is in use: same dialect and parameters.",
    ],
  });
  expect(found.kpis.map((one: { kpi: { code: string } }) => one.kpi.code)).toContain("CSAT");
  expect(letter(found, "CSAT", "COLLECTABLE")).toMatchObject({ verdict: "FAIL" });
  expect(found.verdict).toBe("FAIL");
});

test("what is overdue, refused, late, thin, promised otherwise or altered is named", async () => {
  const { clientId } = at;
  await aMonthOfCalls();
  await at.settle();
  const feed = await at.in((tx) =>
    saveFeed(tx, { clientId, serviceIds: [at.house.phone.id], observedThrough: new Date("2026-07-01T18:00:00Z") }),
  );
  await at.in((tx) => saveExpectation(tx, { clientId, feedId: feed.id }));
  await at.sql("update contact set ingested_at = '2026-07-09' where client_id = $1");
  await at.sql(`update objective_version set dialect = 'SL-B' where client_id = $1`);
  await at.sql(
    `update scorecard set items = (select jsonb_agg(case when i->>'kpiCode' = 'SERVICE_LEVEL'
       then i || '{"numerator": "41"}' else i end) from jsonb_array_elements(items) i)
      where client_id = $1 and subject_kind = 'contract' and period_kind = 'month'`,
  );
  await at.sql(
    `with i as (insert into import (client_id, id, stream, profile_code, state, started_by, started_at)
       values ($1, gen_random_uuid(), 'contact', 'regia', 'finished', 'test', now()) returning id)
     insert into import_reject (client_id, import_id, ordinal, line, field, code, reason, day, source, external_id)
     select $1, id, n, n, 'f', 'MISSING_VALUE', 'r', '2026-06-03', 'pbx', 'x-' || n from i, generate_series(1, 10) n`,
  );

  const { check: found } = await check();

  expect(letter(found, "SERVICE_LEVEL", "COLLECTABLE")).toMatchObject({
    verdict: "WARN",
    evidence: [expect.stringContaining("overdue since 2026-07-03T04:00:00.000Z")],
  });
  const { verdict, evidence } = letter(found, "SERVICE_LEVEL", "ACCURATE");
  expect(verdict).toBe("FAIL");
  expect(evidence).toContain("Rejected and still missing: 10 of 50 (20.0 %) rows.");
  expect(evidence.find((one) => one.startsWith("Came or changed"))).toMatch(/: \d+ of 40/);
  const logic = letter(found, "SERVICE_LEVEL", "LOGICAL");
  expect(logic.verdict).toBe("FAIL");
  expect(logic.evidence).toContain("Bounds: impossible as share: 2026-06: 0.75.");
  expect(logic.evidence).toContain("Services do not add up to the contract: 2026-06: 30/40 against 41/40.");
  expect(logic.evidence.at(-1)).toBe(
    "Computed in other ways, or with other parameters, than in use: objective SL by SL-B.",
  );
});

test("a KPI of one's own is looked for in each period by the version that applied in it", async () => {
  const { clientId, contractId } = at;
  const [client] = await database.adminRows<{ code: string }>("select code from client where client_id = $1", [
    clientId,
  ]);
  const versions = [
    { formula: "answered / (answered + abandoned)" },
    { validFrom: "2026-07-01", formula: "answered / offered" },
  ];
  await defineKpi(database, { clientId, client: client! }, { code: "ANSWERED_SHARE", versions });
  await at.in((tx) => saveKpiUse(tx, { clientId, contractId, kpiCode: "ANSWERED_SHARE", dialect: "CURRENT" }));
  await aMonthOfCalls();
  await at.settle();

  const { check: found } = await check();

  expect(found.kpis.find((one: { kpi: { code: string } }) => one.kpi.code === "ANSWERED_SHARE").dialect).toBe("V2");
  expect(letter(found, "ANSWERED_SHARE", "REPORTABLE")).toMatchObject({
    ...{ verdict: "PASS" },
    evidence: ["1 of 1 (100.0 %) closed periods (month) have a value."],
  });
});

test("without a closed period there is nothing to report yet", async () => {
  await at.sql("update kpi_use set valid_from = '2026-07-01' where client_id = $1");
  await at.sql("update objective_version set valid_from = '2026-07-01' where client_id = $1");

  const { check: found } = await check();

  expect(letter(found, "AHT", "REPORTABLE")).toEqual({
    ...{ letter: "REPORTABLE", verdict: "NOT_APPLICABLE" },
    evidence: ["No whole period is closed yet."],
  });
});

test("the number of statements does not follow the number of KPIs or periods", async () => {
  await aMonthOfCalls();
  await at.settle();
  const { statements } = await check();
  await at.sql("delete from kpi_use where client_id = $1 and kpi_code <> 'AHT'");

  expect((await check()).statements).toBe(statements);
  expect(statements).toBeLessThanOrEqual(30);
});

test("the client and we see the same, another client nothing", async () => {
  await aMonthOfCalls();
  await at.settle();

  const [theirs, ours] = [await check(), await check(api.as({ clientIds: [at.clientId] }))];
  expect(theirs.check).toEqual(ours.check);

  const other = await SettledHouse.open(database.asInternal);
  const { data } = await api.as({ kind: "client", clientIds: [other.clientId] })(
    `query ($id: ID!) { node(id: $id) { ... on Contract { ${CHECK} } } }`,
    { id: globalId("Contract", at.contractId) },
  );
  expect(data.node).toBeNull();
});

test("periods out of range are refused", async () => {
  const { errors } = await ask(
    `query ($id: ID!) { node(id: $id) { ... on Contract { crucialCheck(periods: 25) { verdict } } } }`,
    { id: globalId("Contract", at.contractId) },
  );

  expect(errors).toMatchObject([{ code: "BAD_USER_INPUT" }]);
});
