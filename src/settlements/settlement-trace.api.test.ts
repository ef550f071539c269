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
      "Settlement of 2026-01: the fee is € 100,000.00, of which € 20,000.00 is at risk.",
      "1. Credit of € 1,000.00. Service credit (Schedule 3, § 2.1): Service level (SL) came to 79.0 % (79 of 100); the target is 80.0 %.",
      "   The value is compared as it is, not rounded. (measured: 79.0 % (79 of 100); target: 80.0 %; minimum: 70.0 %) → 79.0 % is compared",
      "   The clause applies when the target is missed. (SL: target missed) → the clause applies",
      "   The clause pays € 1,000.00 whenever it is set off. → € 1,000.00",
      "   Rounded once to whole minor units (half up). → credit of € 1,000.00",
      "All credits of a period together reach the amount at risk at most. (together: € 1,000.00; cap: € 20,000.00) → within the cap",
      "Together € 1,000.00 in the client's favour.",
    ]
  `);
  expect(statements).toBeLessThanOrEqual(8);
});
