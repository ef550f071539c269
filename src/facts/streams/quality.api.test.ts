import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { anIngestBench, type IngestBench } from "../ingest.builder";

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

const PAYLOAD = "{ import { rowsAccepted } rejects { field code reason } errors { code } }";
const sent = (name: string) => `mutation ($input: I${name.slice(1)}Input!) { ${name}(input: $input) ${PAYLOAD} }`;
const TAKEN_IN = { import: { rowsAccepted: 1 }, rejects: [], errors: [] };
const AT = "2026-05-04T10:00:00Z";

test("an evaluation is sent with its questions and errors", async () => {
  const items = [
    { code: "greeting", section: "style", weight: "0.5", sectionWeight: "40", points: "3", maximum: "5" },
    { code: "identity", section: "security", sectionWeight: "60", points: "1", maximum: "1", autoFail: false },
    { code: "offer", section: "style", sectionWeight: "40", notApplicable: true },
  ];
  const errors = [{ kind: "PROCESS", rootCause: "TRAINING", rootCauseApproved: true }, { kind: "OTHER" }];
  const row = { externalId: "q-1", service: "VOICE", person: "anna", evaluator: "ben", evaluatedAt: AT, formCode: "F" };

  const { data, errors: broken } = await ask(sent("ingestEvaluations"), {
    input: { rows: [{ ...row, sectionScoring: "SECTIONS", items, errors }] },
  });

  expect(broken).toEqual([]);
  expect(data.ingestEvaluations).toEqual(TAKEN_IN);
  const stored = await database.adminRows(
    `select earned_millionths::int as earned, applicable_millionths::int as applicable, auto_failed,
            process_errors, other_errors, training_errors from evaluation where client_id = $1`,
    [bench.clientId],
  );
  expect(stored).toEqual([
    {
      ...{ earned: 84_000_000, applicable: 100_000_000, auto_failed: false },
      ...{ process_errors: 1, other_errors: 1, training_errors: 1 },
    },
  ]);
});

test.each([
  ["ingestCalibrations", { person: "ben", calibratedAt: AT, formCode: "F", score: "87.5", reference: "82" }],
  ["ingestCosts", { incurredOn: "2026-05-04", amount: "-12.50", unitKind: "HOUR", category: "wages" }],
  ["ingestComplaints", { receivedAt: AT, justified: true, severity: "high", channel: "phone" }],
  ["ingestEmployeeSurveys", { answeredAt: AT, rating: 4, recommend: 9 }],
])("%s takes in a row", async (name, row) => {
  const { data, errors } = await ask(sent(name), {
    input: { rows: [{ externalId: "row-1", service: "VOICE", ...row }] },
  });

  expect(errors).toEqual([]);
  expect(data[name]).toEqual(TAKEN_IN);
});

test("a customer's survey says which error it shows, and why", async () => {
  const said = { errorKind: "PRODUCT", rootCause: "KNOWLEDGE", rootCauseApproved: false };
  const row = { externalId: "s-1", service: "VOICE", channel: "phone", surveyedAt: AT, rating: 1, ...said };

  const { data, errors } = await ask(
    `mutation ($input: IngestSurveysInput!) { ingestSurveys(input: $input) ${PAYLOAD} }`,
    { input: { rows: [row] } },
  );

  expect(errors).toEqual([]);
  expect(data.ingestSurveys).toEqual(TAKEN_IN);
  const stored = await database.adminRows(
    "select error_kind, root_cause, root_cause_approved from survey where client_id = $1",
    [bench.clientId],
  );
  expect(stored).toEqual([{ error_kind: "product", root_cause: "knowledge", root_cause_approved: false }]);
});
