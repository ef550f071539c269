import { BatchIngestService, type IngestedRows } from "../batch-ingest.service";
import { anIngestBench, type IngestBench } from "../ingest.builder";
import type { Stream } from "../../shared/stream";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";

let database: TestDatabase;
let bench: IngestBench;
beforeAll(async () => (database = await createTestDatabase()));
beforeEach(async () => (bench = await anIngestBench({ db: database.db })));
afterAll(() => database.drop());

const NOW = new Date("2026-07-01T12:00:00Z");
const AT = "2026-05-04T10:00:00Z";

const send = (stream: Stream, ...rows: object[]): Promise<IngestedRows> =>
  database.asInternal([bench.clientId], (tx) =>
    new BatchIngestService().append(tx, {
      ...{ stream, client: null, source: "regia", by: bench.viewer, now: NOW },
      rows: rows.map((row, at) => ({ externalId: `row-${at}`, service: "VOICE", ...row })),
    }),
  );

const aForm = (parts: object = {}): object => ({
  ...{ evaluatedAt: AT, formCode: "F", earnedPoints: "8", applicablePoints: "10" },
  ...parts,
});
const withItems = (...items: object[]): object => ({
  evaluatedAt: AT,
  formCode: "F",
  items: items.map((item, at) => ({ code: `q${at}`, points: "1", maximum: "1", ...item })),
});

describe("a row that contradicts itself is refused, with its field", () => {
  it.each<[string, Stream, object, string, string]>([
    ["no score", "evaluation", { evaluatedAt: AT, formCode: "F" }, "items", "MISSING_VALUE"],
    ["half a score", "evaluation", aForm({ earnedPoints: null }), "earnedPoints", "MISSING_VALUE"],
    ["two scores", "evaluation", { ...aForm(), ...withItems({}) }, "earnedPoints", "CONTRADICTION"],
    ["more than all points", "evaluation", aForm({ earnedPoints: "10.01" }), "earnedPoints", "OUT_OF_RANGE"],
    ["less than no points", "evaluation", aForm({ earnedPoints: "-1" }), "earnedPoints", "OUT_OF_RANGE"],
    ["seven decimals", "evaluation", aForm({ earnedPoints: "0.0000001" }), "earnedPoints", "NOT_A_NUMBER"],
    ["a form of millions", "evaluation", aForm({ applicablePoints: "1000000.1" }), "applicablePoints", "OUT_OF_RANGE"],
    ["a question above its maximum", "evaluation", withItems({ points: "2" }), "items", "OUT_OF_RANGE"],
    ["a question without points", "evaluation", withItems({ points: null }), "items", "MISSING_VALUE"],
    ["three decimals", "evaluation", withItems({ weight: "0.125" }), "items", "NOT_A_LIST"],
    ["a question twice", "evaluation", withItems({ code: "a" }, { code: "a" }), "items", "CONTRADICTION"],
    [
      ...(["a section of two weights", "evaluation"] as const),
      ...([withItems({ section: "s", sectionWeight: 1 }, { section: "s", sectionWeight: 2 }), "items"] as const),
      "CONTRADICTION",
    ],
    ["an unknown error", "evaluation", aForm({ errors: [{ kind: "typo" }] }), "errors", "NOT_A_LIST"],
    ["an unknown evaluator", "evaluation", aForm({ evaluator: "zoe" }), "evaluator", "UNKNOWN_PERSON"],
    [
      "a score without reference",
      "calibration",
      { calibratedAt: AT, formCode: "F", score: "90" },
      "reference",
      "MISSING_VALUE",
    ],
    ["nothing compared", "calibration", { calibratedAt: AT, formCode: "F" }, "score", "MISSING_VALUE"],
    [
      "above 100",
      "calibration",
      { calibratedAt: AT, formCode: "F", score: "101", reference: "1" },
      "score",
      "OUT_OF_RANGE",
    ],
    [
      "dollars without a rate",
      "cost",
      { incurredOn: "2026-05-04", amount: "1", currency: "USD" },
      "currency",
      "WRONG_CURRENCY",
    ],
    [
      "no currency at all",
      "cost",
      { incurredOn: "2026-05-04", amount: "1", currency: "EURO" },
      "currency",
      "WRONG_CURRENCY",
    ],
    [
      "euro at a rate",
      "cost",
      { incurredOn: "2026-05-04", amount: "1", exchangeRate: "2" },
      "exchangeRate",
      "CONTRADICTION",
    ],
    [
      ...(["a rate of nothing", "cost"] as const),
      { incurredOn: "2026-05-04", amount: "1", currency: "USD", exchangeRate: "0", rateDate: "2026-05-04" },
      ...(["exchangeRate", "OUT_OF_RANGE"] as const),
    ],
    ["too much", "cost", { incurredOn: "2026-05-04", amount: "10000000000.01" }, "amount", "OUT_OF_RANGE"],
    ["tomorrow", "cost", { incurredOn: "2026-07-03", amount: "1" }, "incurredOn", "IN_THE_FUTURE"],
    [
      "settled too soon",
      "complaint",
      { receivedAt: AT, resolvedAt: "2026-05-04T09:00:00Z" },
      "resolvedAt",
      "WRONG_ORDER",
    ],
    [
      "an anonymous name",
      "employee_survey",
      { answeredAt: AT, rating: 4, anonymous: true, person: "anna" },
      "anonymous",
      "CONTRADICTION",
    ],
    ["no answer", "employee_survey", { answeredAt: AT }, "rating", "NO_ANSWERS"],
    ["off the scale", "employee_survey", { answeredAt: AT, rating: 6 }, "rating", "NOT_A_RATING"],
    ["eleven of ten", "employee_survey", { answeredAt: AT, recommend: 11 }, "recommend", "NOT_A_NUMBER"],
    [
      "a rumour",
      "survey",
      { channel: "phone", surveyedAt: AT, rating: 1, errorKind: "rumour" },
      "errorKind",
      "UNKNOWN_VALUE",
    ],
  ])("%s (%s)", async (_what, stream, row, field, code) => {
    const { rejects, import: told } = await send(stream, row);

    expect(rejects.map((one) => [one.field, one.code])).toEqual([[field, code]]);
    expect(rejects[0]!.reason).toMatch(/[.?]$/);
    expect(told.rowsAccepted).toBe(0);
  });
});

test("words in lists are read whatever their case, and no text is no cause", async () => {
  const errors = [
    { kind: "Product", rootCause: "TRAINING", rootCauseApproved: true },
    { kind: "process", rootCause: "" },
  ];

  const { rejects } = await send("evaluation", aForm({ errors }));

  expect(rejects).toEqual([]);
  const sql = "select product_errors, process_errors, training_errors from evaluation where client_id = $1";
  expect(await database.adminRows(sql, [bench.clientId])).toEqual([
    { product_errors: 1, process_errors: 1, training_errors: 1 },
  ]);
});

test("a rating is on the scale that its row says", async () => {
  await send("employee_survey", { answeredAt: AT, rating: 9, ratingScale: 10 }, { answeredAt: AT, rating: 3 });

  const stored = await database.adminRows(
    "select rating, rating_scale, anonymous from employee_survey where client_id = $1 order by external_id",
    [bench.clientId],
  );
  expect(stored).toEqual([
    { rating: 9, rating_scale: 10, anonymous: true },
    { rating: 3, rating_scale: 5, anonymous: true },
  ]);
});

test("a cost is kept in the contract's currency, rounded once, beside what was sent", async () => {
  const dollars = { currency: "usd", exchangeRate: "0.91875", rateDate: "2026-05-04", category: "licences" };

  await send(
    "cost",
    { incurredOn: "2026-05-05", amount: "100.005", ...dollars },
    { incurredOn: "2026-05-05", amount: "-3" },
  );

  const stored = await database.adminRows(
    "select amount_minor::int, amount_given::text, currency, unit_kind, day from cost where client_id = $1 order by external_id",
    [bench.clientId],
  );
  expect(stored).toEqual([
    { amount_minor: 9_188, amount_given: "100.005", currency: "USD", unit_kind: "all", day: "2026-05-05" },
    { amount_minor: -300, amount_given: "-3", currency: "EUR", unit_kind: "all", day: "2026-05-05" },
  ]);
});

test("questions of a form are read from a cell of CSV as from a program", async () => {
  const items = `[{""code"":""q1"",""points"":3,""maximum"":""5"",""weight"":0.5},{""code"":""q2"",""notApplicable"":true}]`;
  const file = `external_id,service,evaluated_at,form_code,evaluator,items\ne-1,VOICE,${AT},F,ben,"${items}"\n`;

  const report = await bench.send(file, { stream: "evaluation" });

  expect(report.rows).toMatchObject({ accepted: 1, rejected: 0 });
  const stored = await database.adminRows(
    "select earned_millionths::int as earned, applicable_millionths::int as applicable, evaluator_id from evaluation where client_id = $1",
    [bench.clientId],
  );
  expect(stored).toEqual([{ earned: 1_500_000, applicable: 2_500_000, evaluator_id: bench.people.get("ben") }]);
});
