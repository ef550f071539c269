import type { Clause } from "../objectives/clauses/clause";
import { statementCount } from "../platform/database";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { aClause, MoneyHouse, SETTLED_AT, someTerms } from "./money-house.builder";
import { SettlementService, type SettlementReport } from "./settlement.service";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

/** 2023-01 to 2025-12. */
const MONTHS = Array.from(
  { length: 36 },
  (_, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
);

const fixed = (at: number) => ({ kind: "fixed", pays: "money", amount: String(1000 + at) }) as const;

/** Ten each of clauses that double, are earned back, count, and simply pay. */
const CLAUSES = Array.from({ length: 40 }, (_, at): Clause => {
  const of = { code: `C${at}`, objectives: [at % 8 < 4 ? "SL" : "FCR"], mechanism: fixed(at) };
  if (at % 4 === 0) return aClause({ ...of, repeat: { multiplier: "2", within: 3 } });
  if (at % 4 === 1)
    return aClause({
      ...of,
      earnBack: { level: "target", periods: 2, mode: "average", of: "objective", expiresAfter: 3, settle: "returned" },
    });
  if (at % 4 === 3) return aClause(of);
  const counts = { below: "target", failures: 4, within: 12, consequence: "default", pays: null } as const;
  return aClause({ ...of, when: "always", mechanism: { kind: "default_counter", ...counts } });
});

/** What a run does, and the statements it takes. */
const run = (at: MoneyHouse): Promise<SettlementReport & { statements: number }> =>
  at.in(async (tx) => {
    const before = statementCount(tx);
    const place = { clientId: at.clientId, contractId: at.contractId };
    const report = await new SettlementService().settleDue(tx, { ...place, now: SETTLED_AT, limit: 100 });
    return { ...report, statements: statementCount(tx) - before };
  });

test("three years of forty clauses: a change settles its month and those after it again, and no other", async () => {
  const at = await MoneyHouse.open(database.asInternal, someTerms({ clauses: CLAUSES }));
  for (const [index, month] of MONTHS.entries())
    await at.month(month, { SL: [75 + ((index * 7) % 11), 100], FCR: [73 + ((index * 5) % 13), 100] });

  const first = await run(at);
  const nothing = await run(at);
  await at.restate("2025-12", { SL: [50, 100] });
  const last = await run(at);
  await at.restate("2025-11", { SL: [50, 100] });
  const two = await run(at);
  const told = await at.told();
  await at.sql("update settlement_run set fingerprint = '' where client_id = $1");
  await at.sql("update settlement set chain = '' where client_id = $1");
  const anew = await run(at);

  expect(first).toMatchObject({ settled: 36, remain: false });
  expect(nothing).toMatchObject({ settled: 0, followed: 0, corrected: 0, statements: 3 });
  expect(last).toMatchObject({ settled: 0, followed: 1, corrected: 0 });
  expect(two.followed).toBe(2);
  // what does not depend on the length of the contract, and three for each month
  expect([last.statements, two.statements]).toEqual([17, 20]);
  expect(anew).toMatchObject({ settled: 0, followed: 0, corrected: 0 });
  expect(await at.told()).toEqual(told);
});
