import { BatchIngestService } from "../facts/batch-ingest.service";
import { viewerOf } from "../facts/ingest.builder";
import { saveKpiUse } from "../contracts/kpi-use.builder";
import { SettledHouse } from "../scorecards/settled-house.builder";
import { day } from "../shared/day";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import type { KpiCheck } from "./crucial.rules";
import { CrucialService } from "./crucial.service";

const NOW = new Date("2026-07-10T10:00:00Z");
let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => (database = await createTestDatabase()));
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  const { clientId, contractId } = at;
  await at.in((tx) => saveKpiUse(tx, { clientId, contractId, kpiCode: "BACKLOG", dialect: "AT_END" }));
});
afterAll(() => database.drop());

/** Three cases opened in May and one in June; one of each resolved in June. */
const CASES = [
  { externalId: "1", openedAt: "2026-05-04T08:00:00Z", resolvedAt: "2026-06-02T08:00:00Z" },
  { externalId: "2", openedAt: "2026-05-05T08:00:00Z" },
  { externalId: "3", openedAt: "2026-05-06T08:00:00Z" },
  { externalId: "4", openedAt: "2026-06-08T08:00:00Z", resolvedAt: "2026-06-09T08:00:00Z" },
];

async function backlogCheck(): Promise<KpiCheck> {
  const { clientId, contractId } = at;
  const checks = await at.in((tx) =>
    new CrucialService().check(tx, { clientId, contractId, on: day("2026-07-01"), count: 3, now: NOW }),
  );
  return checks.find(({ evidence }) => evidence.kpi.kpiCode === "BACKLOG")!;
}

async function casesTakenIn(): Promise<void> {
  const rows = CASES.map((one) => ({ ...one, service: at.house.phone.code }));
  const sent = { stream: "case" as const, source: "desk", rows, by: viewerOf(at.clientId), now: NOW };
  const { rejects } = await at.in((tx) => new BatchIngestService().append(tx, sent));
  expect(rejects).toEqual([]);
  await at.settle();
}

const logic = ({ letters }: KpiCheck) => letters.find(({ letter }) => letter === "logical")!;

test("a backlog is explained by what was opened and resolved", async () => {
  await casesTakenIn();
  const found = await backlogCheck();

  expect(logic(found)).toMatchObject({
    verdict: "pass",
    evidence: expect.arrayContaining(["Start plus flow is the end in all 1 periods."]),
  });
  expect(found.evidence.periods.at(-1)?.movement).toEqual({ start: "3", end: "2", flow: "-1" });
});

test("a settled backlog that does not follow from its flow is found out", async () => {
  await casesTakenIn();
  await at.sql(
    `update scorecard set items = (select jsonb_agg(case when i->>'kpiCode' = 'BACKLOG'
       then i || '{"value": "9", "numerator": "9"}' else i end) from jsonb_array_elements(items) i)
      where client_id = $1 and subject_kind = 'contract' and period_kind = 'month' and period_from = '2026-06-01'`,
  );

  const found = await backlogCheck();

  expect(logic(found)).toMatchObject({
    verdict: "fail",
    evidence: expect.arrayContaining(["Start plus flow is not the end: 2026-06: 3 + -1 ≠ 9."]),
  });
});
