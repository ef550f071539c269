import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { anIngestBench, type IngestBench } from "./ingest.builder";

let database: TestDatabase;
let api: TestApi;
let bench: IngestBench;
let ask: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
beforeEach(async () => {
  bench = await anIngestBench({ db: database.db });
  ask = api.as({ clientIds: [bench.clientId] });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const PAYLOAD = `import { rowsAccepted rowsReplaced rowsRejected } rejects { line field code reason } errors { code path message }`;
const CASES = `mutation ($input: IngestCasesInput!) { ingestCases(input: $input) { ${PAYLOAD} } }`;
const EVENTS = `mutation ($input: IngestCaseEventsInput!) { ingestCaseEvents(input: $input) { ${PAYLOAD} } }`;

const storedCase = async () => {
  const [found] = await database.adminRows<Record<string, unknown>>(
    `select external_id as id, person_id as "personId", resolved_at as "resolvedAt", cardinality(reopened_at) as reopenings,
            customer_pauses::text as pauses, jsonb_array_length(assignments) as assignments
       from case_record where client_id = $1`,
    [bench.clientId],
  );
  return found;
};

test("a case comes with its reopenings, pauses and assignments", async () => {
  const row = {
    ...{ externalId: "case-1", service: "VOICE", person: "anna", openedAt: "2026-05-04T08:00:00Z" },
    resolvedAt: "2026-05-06T08:00:00Z",
    reopenings: [{ resolvedAt: "2026-05-04T10:00:00Z", reopenedAt: "2026-05-05T10:00:00Z" }],
    pauses: [{ from: "2026-05-04T09:00:00Z", until: "2026-05-04T09:30:00Z", reason: "CUSTOMER" }],
    assignments: [
      { person: "ben", assignedAt: "2026-05-04T08:05:00Z", respondedAt: "2026-05-04T08:50:00Z", response: "SOLUTION" },
    ],
  };

  const { data, errors } = await ask(CASES, { input: { source: "regia", rows: [row] } });

  expect(errors).toEqual([]);
  expect(data.ingestCases).toMatchObject({ import: { rowsAccepted: 1 }, rejects: [], errors: [] });
  expect(await storedCase()).toEqual({
    ...{ id: "case-1", personId: bench.people.get("anna"), reopenings: 1, assignments: 1 },
    ...{ resolvedAt: new Date("2026-05-06T08:00:00Z") },
    pauses: '{["2026-05-04 09:00:00+00","2026-05-04 09:30:00+00")}',
  });
});

test("cases that contradict themselves are told apart from good ones, with what to do", async () => {
  const row = { service: "VOICE", openedAt: "2026-05-04T08:00:00Z" };
  const rows = [
    { ...row, externalId: "good" },
    { ...row, externalId: "back", resolvedAt: "2026-05-03T08:00:00Z" },
    { ...row, externalId: "ahead", closedAt: "2027-05-04T08:00:00Z" },
    { ...row, externalId: "half", assignments: [{ assignedAt: "2026-05-04T09:00:00Z", response: "SOLUTION" }] },
    { ...row, externalId: "who", assignments: [{ assignedAt: "2026-05-04T09:00:00Z", person: "nobody" }] },
  ];

  const { data } = await ask(CASES, { input: { source: "regia", rows } });

  expect(data.ingestCases.import).toEqual({ rowsAccepted: 1, rowsReplaced: 0, rowsRejected: 4 });
  expect(data.ingestCases.rejects).toMatchObject([
    { line: 2, field: "resolvedAt", code: "WRONG_ORDER" },
    { line: 3, field: "closedAt", code: "IN_THE_FUTURE" },
    { line: 4, field: "assignments", code: "CONTRADICTION" },
    { line: 5, field: "assignments", code: "UNKNOWN_PERSON" },
  ]);
});

test("updates that arrive in any order are folded into one case", async () => {
  const row = { service: "VOICE", caseId: "case-7" };
  const updates = [
    { ...row, externalId: "u3", at: "2026-05-04T10:00:00Z", kind: "RESOLVED" },
    { ...row, externalId: "u1", at: "2026-05-04T08:00:00Z", kind: "OPENED", person: "ben" },
    { ...row, externalId: "u2", at: "2026-05-04T09:00:00Z", state: "WAITING_CUSTOMER" },
  ];
  for (const update of updates) await ask(EVENTS, { input: { source: "regia", rows: [update] } });

  expect(await storedCase()).toEqual({
    ...{ id: "case-7", personId: bench.people.get("ben"), reopenings: 0, assignments: 1 },
    ...{ resolvedAt: new Date("2026-05-04T10:00:00Z") },
    pauses: '{["2026-05-04 09:00:00+00","2026-05-04 10:00:00+00")}',
  });

  const { data } = await ask(EVENTS, {
    input: { source: "regia", rows: [{ ...row, externalId: "u4", at: "2026-05-04T11:00:00Z" }] },
  });
  expect(data.ingestCaseEvents.rejects).toMatchObject([{ field: "kind", code: "MISSING_VALUE" }]);
});

test("updates of one case that arrive side by side all count", async () => {
  const row = { service: "VOICE", caseId: "case-9", kind: "ESCALATED" };
  const batches = Array.from({ length: 8 }, (_, i) => ({ ...row, externalId: `u${i}`, at: `2026-05-04T08:0${i}:00Z` }));

  await Promise.all(batches.map((update) => ask(EVENTS, { input: { source: "regia", rows: [update] } })));

  const [found] = await database.adminRows<{ escalations: number }>(
    "select escalations from case_record where client_id = $1",
    [bench.clientId],
  );
  expect(found).toEqual({ escalations: 8 });
});
