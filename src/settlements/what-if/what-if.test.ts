import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";

let database: TestDatabase;
let api: TestApi;
let ask: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  ask = api.as({ kind: "client", clientIds: [] });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const asked = async (fields: string) => {
  const { data, errors, statements } = await ask(`{ whatIf { ${fields} } }`);
  return { answer: data?.whatIf, errors, statements };
};

describe("working time of a plain calendar", () => {
  const weekdays = (hours: string): string =>
    `calendar(timeZone: "Europe/Rome", windows: [{ weekdays: "monday-friday", windows: ["${hours}"] }])`;

  test("1 h 30 of 8 h have passed on Monday morning, and 60 h 30 on any clock (ServiceNow, X24)", async () => {
    const { answer, errors } = await asked(`${weekdays("08:00-17:00")} {
      businessTime(from: "2025-12-12T20:00:00Z", until: "2025-12-15T08:30:00Z", allowedSeconds: 28800)
        { businessSeconds elapsedSeconds businessShare elapsedShare } }`);

    expect(errors).toEqual([]);
    expect(answer.calendar.businessTime).toEqual({
      ...{ businessSeconds: 5_400, elapsedSeconds: 217_800 },
      ...{ businessShare: "0.1875", elapsedShare: "7.5625" },
    });
  });

  test("72 h of a calendar of 8 h a day fall due twelve days later (frappe, X33)", async () => {
    const { answer, errors } = await asked(`${weekdays("10:00-18:00")} {
      deadline(from: "2026-03-07T14:00:00Z", seconds: 259200, warnSecondsBefore: 3600) { dueAt warnAt } }`);

    expect(errors).toEqual([]);
    expect(answer.calendar.deadline).toEqual({
      dueAt: new Date("2026-03-19T17:00:00Z"),
      warnAt: new Date("2026-03-19T16:00:00Z"),
    });
  });

  test("holidays and half-days are closed as they say", async () => {
    const { answer, errors } = await asked(`calendar(timeZone: "Europe/Rome",
        windows: [{ weekdays: "monday", windows: ["09:00-13:00"] }, { weekdays: "monday", windows: ["14:00-18:00"] }],
        holidays: [{ on: "2026-03-09", name: "Fair", windows: ["09:00-10:00"] }, { on: "2026-03-16", name: "Feast" }]) {
      businessDayEnd(at: "2026-03-10T08:00:00Z")
      businessTime(from: "2026-03-08T00:00:00Z", until: "2026-03-24T00:00:00Z") { businessSeconds businessShare } }`);

    expect(errors).toEqual([]);
    expect(answer.calendar).toEqual({
      businessDayEnd: new Date("2026-03-23T17:00:00Z"),
      businessTime: { businessSeconds: 9 * 3600, businessShare: null },
    });
  });

  test("a calendar that means nothing is refused with every reason", async () => {
    const { answer, errors } = await asked(`calendar(timeZone: "Europe/Rom",
      windows: [{ weekdays: "mondays", windows: ["09:00"] }]) { businessDayEnd(at: "2026-03-10T08:00:00Z") }`);

    expect(answer).toEqual({ calendar: null });
    expect(errors.map(({ code }) => code)).toEqual(["REFUSED"]);
  });
});

describe("fairness", () => {
  test("of 30 tickets none may miss at 99 %, three at 90 % (X70)", async () => {
    const { answer, errors, statements } = await asked(
      `high: missesAllowed(events: 30, target: "0.99") low: missesAllowed(events: 30, target: "0.9")`,
    );

    expect(errors).toEqual([]);
    expect(answer).toEqual({ high: 0, low: 3 });
    expect(statements).toBeLessThanOrEqual(3);
  });

  test("29 of 30 miss 99 %, but chance alone could explain it", async () => {
    const { answer, errors } = await asked(`objectiveOutcome(
        aims: { target: "0.99", minimum: "0.95", expected: "0.999" } figure: { numerator: "29", denominator: "30" }) {
      value status outcome isExpectedMet shortfall missesAllowed missesLeft confidence interval { lower upper } }`);

    expect(errors).toEqual([]);
    expect(answer.objectiveOutcome).toMatchObject({
      ...{ value: "0.9666666666666666666666666666666667", status: "OK", outcome: "MISSED", isExpectedMet: false },
      ...{ shortfall: "0.02333333333333333333333333333333333", missesAllowed: 0, missesLeft: 0 },
      confidence: "UNDETERMINED",
    });
    expect(Number(answer.objectiveOutcome.interval.upper)).toBeCloseTo(0.9941, 4);
  });

  test.each([
    [
      "a wait of exactly its target",
      `aims: { unit: SECONDS, direction: MINIMISE, target: "30" }`,
      `"3000", denominator: "100"`,
      "MET",
    ],
    ["99.951 % of 100 %", `aims: { target: "1" }`, `"99951", denominator: "100000"`, "MISSED"],
    [
      "99.951 % of 100 %, rounded by contract",
      `aims: { target: "1", rounding: { mode: HALF_UP, decimals: 1 } }`,
      `"99951", denominator: "100000"`,
      "MET",
    ],
    ["too few facts", `aims: { target: "0.9" }`, `"3", denominator: "4", minSample: 30`, "UNDETERMINED"],
    ["no facts", `aims: { target: "0.9" }`, `"0", denominator: "0"`, "NOT_MEASURED"],
    ["less than the minimum", `aims: { target: "0.9", minimum: "0.8" }`, `"79", denominator: "100"`, "BELOW_MINIMUM"],
  ])("%s", async (_name, aims, figure, outcome) => {
    const { answer, errors } = await asked(`objectiveOutcome(${aims} figure: { numerator: ${figure} }) { outcome }`);

    expect(errors).toEqual([]);
    expect(answer.objectiveOutcome).toEqual({ outcome });
  });

  test("intervals, half-widths and both parties' risks", async () => {
    const { answer, errors } = await asked(`wilsonInterval(numerator: 81, sample: 263) { lower upper }
      samplingHalfWidth(sample: 1067)
      acceptanceSampling(sample: 132, missesAccepted: 3, goodMissRate: "0.01", badMissRate: "0.05") {
        providersRisk clientsRisk }`);

    expect(errors).toEqual([]);
    expect(Number(answer.wilsonInterval.lower)).toBeCloseTo(0.2553, 4);
    expect(Number(answer.wilsonInterval.upper)).toBeCloseTo(0.3662, 4);
    expect(Number(answer.samplingHalfWidth)).toBeCloseTo(0.03, 4);
    expect(answer.acceptanceSampling).toEqual({ providersRisk: "0.0442525", clientsRisk: "0.0992283" });
  });

  test.each([
    ["a target over 100 %", `missesAllowed(events: 30, target: "99")`, ["target"]],
    ["a share of nothing", `samplingHalfWidth(sample: 0)`, ["sample"]],
    ["a numerator outside its denominator", `wilsonInterval(numerator: 9, sample: 8) { lower }`, ["numerator"]],
    [
      "a share above 100 %",
      `objectiveOutcome(aims: { target: "0.9" } figure: { numerator: 9, denominator: 8 }) { outcome }`,
      ["figure", "numerator"],
    ],
    [
      "a plan by which bad service is better than good",
      `acceptanceSampling(sample: 30, missesAccepted: 1, goodMissRate: "0.1", badMissRate: "0.05") { clientsRisk }`,
      ["badMissRate"],
    ],
  ])("%s is refused", async (_name, field, path) => {
    const { errors } = await asked(field);

    expect(errors).toMatchObject([
      { code: "BAD_USER_INPUT", message: expect.stringContaining(`"${path.at(-1)}" cannot be`) },
    ]);
  });
});
