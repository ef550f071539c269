import { testApi, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { aClause, MoneyHouse, someTerms } from "./money-house.builder";

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

test("a settlement tells in sentences how each line came about", async () => {
  const at = await MoneyHouse.open(database.asInternal, someTerms({ clauses: [aClause()] }));
  await at.month("2026-01", { SL: [79, 100] });
  await at.settle();

  const { data, errors, statements } = await api.as({ clientIds: [at.clientId] })(
    `{ contract(code: "care") { settlement(period: { kind: MONTH, containing: "2026-01-10" }) { trace } } }`,
  );

  expect(errors).toEqual([]);
  expect(data.contract.settlement.trace).toMatchInlineSnapshot(`
    [
      "Settlement of January 2026: the fee is € 100,000.00, of which € 20,000.00 is at risk.",
      "1. Credit of € 1,000.00. Service credit (Schedule 3, § 2.1): Service level came to 79 % (79 of 100) in January 2026; the target is 80 %.",
      "   The value is compared as it is, without rounding. (measured: 79 % (79 of 100); target: 80 %; minimum: 70 %) → 79 % is compared",
      "   The clause applies when the target is missed. (Service level: the target was missed, the minimum was reached) → the clause applies",
      "   Whenever the clause applies, it brings € 1,000.00. → € 1,000.00",
      "   Rounded once, half up, to the smallest unit of the currency. → a credit of € 1,000.00",
      "All credits of a month together do not exceed the amount at risk. (together: € 1,000.00; at most: € 20,000.00) → within the limit",
      "In total € 1,000.00 is due in the client's favour.",
    ]
  `);
  expect(statements).toBeLessThanOrEqual(8);
});
