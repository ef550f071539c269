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

const CONTACTS = `mutation ($input: IngestContactsInput!) { ingestContacts(input: $input) {
  import { id state rowsAccepted rowsReplaced rowsUnchanged rowsRejected startedAt client { code } }
  rejects { line field value code day } errors { code path message remedy } } }`;

const aContact = (parts: object = {}) => ({
  externalId: "call-1",
  service: "VOICE",
  channel: "phone",
  person: "anna",
  outcome: "ANSWERED",
  offeredAt: "2026-05-04T10:00:00Z",
  waitSeconds: 12,
  talkSeconds: 100,
  ...parts,
});

test("good rows of a batch are taken in beside bad ones", async () => {
  const rows = [
    aContact({ person: "pbx-anna" }),
    aContact({ externalId: "call-2", person: "pbx-ben", waitSeconds: -1 }),
    aContact({ externalId: "call-3", person: "anna" }),
  ];

  const { data, errors } = await ask(CONTACTS, { input: { source: "pbx", rows } });

  expect(errors).toEqual([]);
  expect(data.ingestContacts).toMatchObject({
    import: { state: "FINISHED", rowsAccepted: 1, rowsRejected: 2, client: { code: bench.clientCode } },
    rejects: [
      { line: 2, field: "waitSeconds", value: "-1", code: "NEGATIVE_DURATION" },
      { line: 3, field: "person", value: "anna", code: "UNKNOWN_PERSON", day: "2026-05-04" },
    ],
    errors: [],
  });
});

test("a repeated idempotency key gives the first answer, and two batches in one request do not mix", async () => {
  const input = { rows: [aContact()], idempotencyKey: "batch-0001" };
  const first = await ask(CONTACTS, { input });

  const again = await ask(CONTACTS, { input });
  const both = await ask(
    `mutation ($a: IngestContactsInput!, $b: IngestContactsInput!) {
       one: ingestContacts(input: $a) { import { rowsAccepted rowsReplaced rowsUnchanged } }
       two: ingestContacts(input: $b) { import { rowsAccepted rowsReplaced rowsUnchanged } } }`,
    { a: { rows: [aContact({ waitSeconds: 13 })] }, b: { rows: [aContact({ externalId: "other" })] } },
  );

  expect(again.data).toEqual(first.data);
  expect(both.data).toMatchObject({
    one: { import: { rowsAccepted: 0, rowsReplaced: 1, rowsUnchanged: 0 } },
    two: { import: { rowsAccepted: 1, rowsReplaced: 0, rowsUnchanged: 0 } },
  });
});

test("surveys", async () => {
  const survey = { externalId: "s-1", service: "VOICE", channel: "phone", surveyedAt: "2026-05-04T10:00:00Z" };
  const rows = [
    { ...survey, rating: 9, ratingScale: 10 },
    { ...survey, externalId: "s-2" },
    { ...survey, externalId: "s-3", rating: 6 },
  ];

  const { data } = await ask(
    `mutation ($input: IngestSurveysInput!) { ingestSurveys(input: $input) {
       import { rowsAccepted } rejects { line code } errors { code } } }`,
    { input: { rows } },
  );

  expect(data.ingestSurveys).toEqual({
    import: { rowsAccepted: 1 },
    rejects: [
      { line: 2, code: "NO_ANSWERS" },
      { line: 3, code: "NOT_A_RATING" },
    ],
    errors: [],
  });
});

test("imports are listed newest first, each with its rejected rows, in a bounded number of statements", async () => {
  for (const name of ["a.csv", "b.csv", "c.csv"])
    await bench.send("external_id,service,channel,outcome,offered_at\nx,,,,\ny,,,,\n", { fileName: name });
  const query = `{ imports(first: 2) { totalCount pageInfo { endCursor hasNextPage }
    nodes { fileName rowsRejected rejects(first: 1) { totalCount nodes { line code } pageInfo { endCursor } } } } }`;

  const { data, statements } = await ask(query);
  const next = await ask(
    `{ imports(first: 2, after: "${data.imports.pageInfo.endCursor}") { nodes { id fileName } } }`,
  );
  const [{ id }] = next.data.imports.nodes;
  const after = data.imports.nodes[0].rejects.pageInfo.endCursor as string;
  const one = await ask(
    `{ node(id: "${id}") { ... on Import { fileName rejects(after: "${after}") { nodes { line } } } } }`,
  );

  expect(data.imports).toMatchObject({
    totalCount: 3,
    nodes: [
      { fileName: "c.csv", rowsRejected: 2, rejects: { totalCount: 2, nodes: [{ line: 2, code: "MISSING_VALUE" }] } },
      { fileName: "b.csv" },
    ],
  });
  expect(statements).toBeLessThanOrEqual(6);
  expect(next.data.imports.nodes).toMatchObject([{ fileName: "a.csv" }]);
  expect(one.data.node).toEqual({ fileName: "a.csv", rejects: { nodes: [{ line: 3 }] } });
});

test("too many rows, an unknown client, and a missing right", async () => {
  const rows = Array.from({ length: 1_001 }, (_, i) => aContact({ externalId: `c${i}` }));

  const many = await ask(CONTACTS, { input: { rows } });
  const unknown = await ask(CONTACTS, { input: { client: "nobody", rows: [aContact()] } });
  const powerless = await api.as({ clientIds: [bench.clientId], rights: new Set() })(CONTACTS, {
    input: { rows: [aContact()] },
  });
  const sightless = await api.as({ clientIds: [bench.clientId], rights: new Set() })("{ imports { totalCount } }");

  expect(many.data.ingestContacts).toMatchObject({ import: null, errors: [{ code: "TOO_MANY_ROWS", path: ["rows"] }] });
  expect(unknown.data.ingestContacts).toMatchObject({ import: null, errors: [{ code: "NOT_FOUND" }] });
  expect([powerless.errors[0]?.code, sightless.errors[0]?.code]).toEqual(["FORBIDDEN", "FORBIDDEN"]);
});
