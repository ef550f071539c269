import { testApi, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { aClause, MoneyHouse, someTerms } from "../money-house.builder";

let database: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const COUNTS = { below: "target", failures: 4, within: 12, consequence: "termination", pays: null } as const;
const COUNTED = aClause({ code: "C9", when: "always", mechanism: { kind: "default_counter", ...COUNTS } });

const WINDOW = `periods judged misses belowMinimum met atMinimum credits { value } fees { value } creditShare notices
  grade gradeReason objectives { code judged misses }`;
const RATING = `{ contract(code: "care") { rating(asOf: "2026-01-31") {
  six { ${WINDOW} } twelve { ${WINDOW} }
  counters { clause objective failures limit within mayStillFail isReached } } } }`;

/** Service level is missed in July, solutions fall below their minimum in December; the others are met. */
test("the last six and twelve months, worked out by hand, with what may still fail before a termination", async () => {
  const at = await MoneyHouse.open(database.asInternal, someTerms({ clauses: [aClause(), COUNTED] }));
  for (const month of ["2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12", "2026-01"])
    await at.month(month, { SL: [month === "2025-07" ? 79 : 90, 100], FCR: [month === "2025-12" ? 60 : 85, 100] });
  await at.settle();

  const { data, errors, statements } = await api.as({ clientIds: [at.clientId] })(RATING);
  const client = await api.as({ kind: "client", clientIds: [at.clientId] })(RATING);

  expect(errors).toEqual([]);
  const { six, twelve, counters } = data.contract.rating;
  // August to January: 11 of 12 met, and 11 of 12 at their minimum: 91.7 %
  expect(six).toMatchObject({
    ...{ periods: 6, judged: 12, misses: 1, belowMinimum: 1, notices: 0, grade: "D" },
    ...{ credits: { value: "0.00" }, fees: { value: "600000.00" } },
    gradeReason: "For C 95 % of weighted results must be at their minimum.",
  });
  expect(Number(six.met)).toBeCloseTo(11 / 12, 9);
  // with July 12 of 14 met, 13 of 14 at their minimum; one credit of 1,000.00 in 700,000.00
  expect(twelve).toMatchObject({
    ...{ periods: 7, judged: 14, misses: 2, belowMinimum: 1, grade: "D" },
    ...{ credits: { value: "1000.00" }, fees: { value: "700000.00" } },
    objectives: [
      { code: "FCR", judged: 7, misses: 1 },
      { code: "SL", judged: 7, misses: 1 },
    ],
  });
  expect(Number(twelve.met)).toBeCloseTo(12 / 14, 9);
  expect(Number(twelve.atMinimum)).toBeCloseTo(13 / 14, 9);
  expect(Number(twelve.creditShare)).toBeCloseTo(1 / 700, 9);
  // 1 of 4: two more may fail, the third ends the contract
  expect(counters).toEqual([
    { clause: "C9", objective: "SL", failures: 1, limit: 4, within: 12, mayStillFail: 2, isReached: false },
  ]);
  expect(client.data.contract.rating).toBeNull();
  expect(statements).toBeLessThanOrEqual(6);
});
