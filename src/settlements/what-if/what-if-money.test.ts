import { readFileSync } from "node:fs";
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

const CITED = `code: "C1", name: "Credit", cites: "Appendix 3, § 2.1"`;
const AIMS_99 = `aims: { target: "0.99", minimum: "0.95" }`;
const MONEY = `money: { fee: "100000.00 EUR", atRisk: "10 %" }`;
const POINTS = `clause: { ${CITED}, objectives: ["SL"], repeat: { multiplier: "2" }, mechanism: { bands: { pays: POINTS,
  reading: { kind: TRUNCATE, decimals: 1 }, bands: [
    { from: "99 %", pays: "0" }, { from: "98.0 %", to: "98.9 %", pays: "1" }, { from: "97.0 %", to: "97.9 %", pays: "2" },
    { from: "96.0 %", to: "96.9 %", pays: "3" }, { to: "95.9 %", pays: "4" }] } } }`;

test("a charge of 100,000, 10 % at risk, 50 % allocated, 40 % critical: 2,000 (Texas DIR, X56)", async () => {
  const { answer, errors, statements } = await asked(`creditOfClause(clause: { ${CITED}, objectives: ["SL"],
      mechanism: { allocation: { allocation: "50 %", criticality: "40 %" } } }
      ${AIMS_99} figure: { numerator: 985, denominator: 1000 } ${MONEY}) {
    totals { credits { value currency } net { value } }
    clauses { clause objective isTriggered isFailure steps { stage rule inputs { name value } output cites } }
    lines { kind clause objective amount { value } reason } }`);

  expect(errors).toEqual([]);
  expect(answer.creditOfClause).toMatchObject({
    totals: { credits: { value: "2000.00", currency: "EUR" }, net: { value: "2000.00" } },
    clauses: [{ clause: "C1", objective: "SL", isTriggered: true, isFailure: true }],
    lines: [{ kind: "CREDIT", clause: "C1", objective: "SL", amount: { value: "2000.00" } }],
  });
  const amount = answer.creditOfClause.clauses[0].steps.find(({ stage }: { stage: string }) => stage === "AMOUNT");
  expect(amount.rule).toBe("Fee × share at risk × allocation × criticality is due: 20 % of the amount at risk.");
  expect(amount.cites).toBe("Appendix 3, § 2.1");
  expect(statements).toBeLessThanOrEqual(3);
});

test.each([
  [`["0.985", "0.965"]`, ["1", "6"]],
  [`["0.965", "0.985", "0.965"]`, ["3", "2", "6"]],
  [`["0.985", "0.99", "0.965"]`, ["1", "0", "3"]],
])("months of %s are worth %j points (UK model services agreement, X57)", async (values, points) => {
  const { answer, errors } = await asked(`pointsOfMonths(${POINTS} ${AIMS_99} values: ${values})`);

  expect(errors).toEqual([]);
  expect(answer.pointsOfMonths).toEqual(points);
});

test.each([
  ["47", "8500.00"],
  ["29.9", "0.00"],
  ["15", "0.00"],
  ["14", "-500.00"],
])("an answer after %s s is worth %s (Redwood City, X59)", async (value, net) => {
  const { answer, errors } =
    await asked(`creditOfClause(clause: { ${CITED}, objectives: ["ASA"], mechanism: { bonusMalus: {
      pays: MONEY, malusBeyond: "30", bonusBeyond: "15", step: "1", malusRate: "500.00 EUR", bonusRate: "500.00 EUR" } } }
      aims: { unit: SECONDS, direction: MINIMISE, target: "30" } figure: { numerator: "${value}" }
      money: { fee: "100000.00 EUR" }) { totals { net { value } } }`);

  expect(errors).toEqual([]);
  expect(answer.creditOfClause.totals.net.value).toBe(net);
});

test("a ladder pays the highest rung that points reach (TELUS, X63)", async () => {
  const rungs = [
    [5, 0],
    [10, 2],
    [15, 4],
    [20, 6],
    [25, 8],
    [30, 10],
  ].map(([points, pays]) => `{ points: "${points}", pays: "${pays} %" }`);
  const points = [4, 5, 10, 15, 20, 25, 30, 42];
  const fields = points.map(
    (one) => `p${one}: ladder(ladder: { pays: FEE_SHARE, rungs: [${rungs.join()}] }, points: ${one}, ${MONEY}) {
      amount money { value } }`,
  );

  const { answer, errors } = await asked(fields.join("\n"));

  expect(errors).toEqual([]);
  expect(points.map((one) => answer[`p${one}`].amount)).toEqual([
    "0",
    "0",
    "0.02",
    "0.04",
    "0.06",
    "0.08",
    "0.1",
    "0.1",
  ]);
  expect(answer.p42.money.value).toBe("10000.00");
});

test("twelve good months raise a target half way to their mean, but not too far", async () => {
  const values = JSON.stringify(Array.from({ length: 12 }, () => "0.99"));

  const { answer, errors } = await asked(`
    free: ratchet(ratchet: { periods: 12, share: "50 %" }, aims: { target: "0.95" }, values: ${values})
    capped: ratchet(ratchet: { periods: 12, share: "50 %", most: "20 %" }, aims: { target: "0.95" }, values: ${values})
    early: ratchet(ratchet: { periods: 13, share: "50 %" }, aims: { target: "0.95" }, values: ${values})`);

  expect(errors).toEqual([]);
  expect(answer).toEqual({ free: "0.97", capped: "0.96", early: null });
});

test("a credit is earned back, or let go when it is not", async () => {
  const earnBack = (values: string) => `earnBack(credit: "5000.00 EUR", earnBack: { periods: 2 }, ${AIMS_99}
    values: ${values}) { totals { held { value } released { value } returned { value } net { value } } }`;

  const { answer, errors } = await asked(`back: ${earnBack(`["0.98", "0.99", "0.995"]`)}
    gone: ${earnBack(`["0.98", "0.99", "0.9899"]`)}`);

  expect(errors).toEqual([]);
  const nets = (name: string) =>
    answer[name].map(({ totals }: { totals: { net: { value: string } } }) => totals.net.value);
  expect(answer.back[0].totals.held.value).toBe("5000.00");
  expect(nets("back")).toEqual(["0.00", "0.00", "0.00"]);
  expect(nets("gone").slice(0, 2)).toEqual(["0.00", "0.00"]);
  expect(answer.gone[2].totals.released.value).toBe("5000.00");
});

test("points of a year climb a ladder, and failures count towards a default", async () => {
  const { answer, errors } = await asked(`settledPeriods(
      terms: { fee: "100000.00 EUR", atRisk: "15 %", clauses: [
        { ${CITED}, objectives: ["SL"], when: MISSED, mechanism: { fixed: { pays: POINTS, amount: "6" } } }
        { code: "C2", name: "Ladder", cites: "§ 3", mechanism: { pointsLadder: { pays: FEE_SHARE, overPeriods: 2, rungs: [
          { points: "5", pays: "0" } { points: "10", pays: "2 %" }] } } }
        { code: "C3", name: "Default", cites: "§ 4", objectives: ["SL"], mechanism: { defaultCounter: {
          below: TARGET, failures: 2, within: 12, consequence: DEFAULT } } } ] }
      objectives: [{ code: "SL", ${AIMS_99}, figures: [
        { numerator: 98, denominator: 100 } { numerator: 97, denominator: 100 } { numerator: 100, denominator: 100 } ] }]) {
    number points totals { credits { value } } counters { failures limit mayStillFail isReached } }`);

  expect(errors).toEqual([]);
  expect(answer.settledPeriods).toMatchObject([
    { number: 1, points: "6", totals: { credits: { value: "0.00" } }, counters: [{ failures: 1, isReached: false }] },
    { number: 2, points: "6", totals: { credits: { value: "2000.00" } }, counters: [{ failures: 2, isReached: true }] },
    { number: 3, points: "0", totals: { credits: { value: "0.00" } }, counters: [{ failures: 2, isReached: true }] },
  ]);
});

test.each([
  [
    "bands with a gap",
    `creditOfClause(clause: { ${CITED}, objectives: ["SL"], mechanism: { bands: { pays: FEE_SHARE, bands: [
       { from: "99 %", pays: "0" }, { to: "98.9 %", pays: "5 %" }] } } }
     ${AIMS_99} figure: { numerator: 985, denominator: 1000 } ${MONEY}) { points }`,
    "BANDS_GAP",
  ],
  [
    "two mechanisms at once",
    `pointsOfMonths(clause: { ${CITED}, objectives: ["SL"], mechanism: { fixed: { pays: POINTS, amount: "1" },
       allocation: { allocation: "10 %" } } } ${AIMS_99} values: [0.98])`,
    "INVALID_CLAUSE",
  ],
  [
    "more periods than anybody looks at",
    `pointsOfMonths(${POINTS} ${AIMS_99} values: ${JSON.stringify(Array.from({ length: 61 }, () => "0.98"))})`,
    "BAD_USER_INPUT",
  ],
  [
    "a test of more events than anybody waits for",
    `creditOfClause(clause: { ${CITED}, objectives: ["SL"], guards: [{ binomial: { alpha: "5 %" } }],
       mechanism: { fixed: { pays: FEE_SHARE, amount: "1 %" } } }
     ${AIMS_99} figure: { numerator: "98000000000000", denominator: "100000000000000" } ${MONEY}) { points }`,
    "BAD_USER_INPUT",
  ],
])("%s is refused", async (_name, field, code) => {
  const { errors } = await asked(field);

  expect(errors.map((one) => one.code)).toEqual([code]);
});

test.each([
  [6, "0.00", "the shortfall may be chance"],
  [7, "1000.00", "the shortfall is more than chance"],
])(
  "%d of 30 missed at a target of 90 %% cost %s where only a significant deficit counts",
  async (missed, credit, said) => {
    const { answer, errors } = await asked(`creditOfClause(clause: { ${CITED}, objectives: ["SL"],
      guards: [{ binomial: { alpha: "5 %" } }], mechanism: { fixed: { pays: FEE_SHARE, amount: "1 %" } } }
    aims: { target: "0.9" } figure: { numerator: ${30 - missed}, denominator: 30 } ${MONEY}) {
      totals { credits { value } } clauses { steps { stage output } } }`);

    expect(errors).toEqual([]);
    expect(answer.creditOfClause.totals.credits.value).toBe(credit);
    expect(answer.creditOfClause.clauses[0].steps).toContainEqual({ stage: "GUARDS", output: said });
  },
);

test("the documented query runs as it stands", async () => {
  const { data, errors } = await ask(readFileSync("docs/queries/what-if.graphql", "utf8"));

  expect(errors).toEqual([]);
  expect(data?.whatIf).toMatchObject({
    calendar: {
      // half an hour on the 23rd, three hours on Christmas Eve, half an hour on Christmas Day, a Friday
      deadline: { dueAt: new Date("2026-12-25T08:30:00Z"), warnAt: new Date("2026-12-24T10:30:00Z") },
      businessTime: { businessSeconds: 13 * 3600 - 1800 },
    },
    missesAllowed: 3,
    objectiveOutcome: { outcome: "MISSED", shortfall: "0.005", missesAllowed: 10, confidence: "UNDETERMINED" },
    creditOfClause: { totals: { net: { value: "8500.00", currency: "EUR" } } },
    pointsOfMonths: ["3", "2", "6"],
  });
});
