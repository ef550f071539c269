import { givenContract } from "../setup/setup.builder";
import { globalId, parseGlobalId } from "../shared/ids";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";

let database: TestDatabase;
let api: TestApi;
let ask: Ask;
let id: string;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  const { clientId, calendar } = await givenContract(database);
  ask = api.as({ kind: "client", clientIds: [clientId] });
  id = globalId("Calendar", calendar.id);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

/** Monday to Friday, 09:00 to 18:00 in Rome. */
const asked = async (fields: string) => {
  const { data, errors, statements } = await ask(`{ node(id: "${id}") { ... on Calendar { ${fields} } } }`);
  return { answer: data?.node, errors, statements };
};

test("working time and time on the wall clock stand side by side", async () => {
  const { answer, errors, statements } = await asked(`
    businessTime(from: "2026-03-06T16:00:00Z", until: "2026-03-09T09:00:00Z", allowedSeconds: 7200,
                 pauses: [{ from: "2026-03-09T08:30:00Z" }]) {
      businessSeconds elapsedSeconds businessShare elapsedShare }`);

  expect(errors).toEqual([]);
  expect(answer.businessTime).toEqual({
    ...{ businessSeconds: 5_400, businessShare: "0.75" },
    ...{ elapsedSeconds: 64.5 * 3600, elapsedShare: "32.25" },
  });
  expect(statements).toBe(4);
});

test("a deadline waits for opening and for the end of pauses, and warns before", async () => {
  const { answer, errors } = await asked(`
    plain: deadline(from: "2026-03-07T12:00:00Z", seconds: 32400, warnSecondsBefore: 3600) { dueAt warnAt }
    paused: deadline(from: "2026-03-09T08:00:00Z", seconds: 3600, pauses: [{ from: "2026-03-09T08:30:00Z",
                     until: "2026-03-09T16:45:01Z" }]) { dueAt }
    open: deadline(from: "2026-03-09T08:00:00Z", seconds: 3600, pauses: [{ from: "2026-03-09T08:30:00Z" }]) {
      dueAt warnAt }
    businessDayEnd(at: "2026-03-06T17:00:00Z")`);

  expect(errors).toEqual([]);
  expect(answer).toEqual({
    plain: { dueAt: new Date("2026-03-09T17:00:00Z"), warnAt: new Date("2026-03-09T16:00:00Z") },
    paused: { dueAt: new Date("2026-03-10T08:15:01Z") },
    open: { dueAt: null, warnAt: null },
    businessDayEnd: new Date("2026-03-09T17:00:00Z"),
  });
});

test.each([
  ["an end before the beginning", `businessTime(from: "2026-03-07T12:00:00Z", until: "2026-03-07T11:00:00Z")`],
  [
    "a pause that ends before it begins",
    `businessTime(from: "2026-03-07T12:00:00Z", until: "2026-03-08T11:00:00Z",
       pauses: [{ from: "2026-03-07T12:00:00Z", until: "2026-03-07T11:00:00Z" }])`,
  ],
])("%s is refused", async (_, field) => {
  const { answer, errors } = await asked(`${field} { businessSeconds }`);

  expect(answer).toEqual({ businessTime: null });
  expect(errors.map(({ code }) => code)).toEqual(["ENDS_BEFORE_IT_STARTS"]);
});

test.each([
  [
    "more than ten years",
    "TOO_MUCH_WORKING_TIME",
    `businessTime(from: "2006-03-07T12:00:00Z", until: "2026-03-08T11:00:00Z")`,
  ],
  [
    "seconds of more than a year",
    "TOO_MUCH_WORKING_TIME",
    `businessTime: deadline(from: "2026-03-07T12:00:00Z", seconds: 40000000)`,
  ],
  [
    "less than nothing",
    "GRAPHQL_VALIDATION_FAILED",
    `businessTime: deadline(from: "2026-03-07T12:00:00Z", seconds: -1)`,
  ],
])("%s is refused", async (_, code, field) => {
  const { errors } = await asked(`${field} { __typename }`);

  expect(errors.map((one) => one.code)).toEqual([code]);
});

test("many long questions at once are refused before they are answered", async () => {
  const span = `businessTime(from: "2017-03-07T12:00:00Z", until: "2026-03-08T11:00:00Z") { businessSeconds }`;
  const { errors } = await asked(Array.from({ length: 20 }, (_, at) => `a${at}: ${span}`).join("\n"));

  expect(errors.map((one) => one.code)).toEqual(["COST_LIMIT"]);
});

test("a calendar that never opens has no deadline, and no business day", async () => {
  await database.adminRows(`update calendar_version set windows = '[]' where calendar_id = $1`, [parseGlobalId(id).id]);

  const { answer, errors } = await asked(`
    deadline(from: "2026-03-07T12:00:00Z", seconds: 1) { dueAt } businessDayEnd(at: "2026-03-06T17:00:00Z")`);

  expect(answer).toEqual({ deadline: null, businessDayEnd: null });
  expect(errors.map(({ code }) => code).sort()).toEqual(["NO_BUSINESS_DAY", "NO_WORKING_TIME"]);
});
