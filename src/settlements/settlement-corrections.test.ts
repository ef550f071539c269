import type { Viewer } from "../platform/viewer";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { aClause, MoneyHouse, SETTLED_AT, someTerms } from "./money-house.builder";
import { loadSettlementBook } from "./settlement-book.queries";
import { SettlementActsService } from "./settlement-acts.service";
import { wantedSettlements } from "./settlement-plan.rules";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const acting = {
  viewer: { id: "test", kind: "internal", name: "Vesna" } as unknown as Viewer,
  ...{ now: SETTLED_AT, requestId: null },
};

const acts = new SettlementActsService(() => Promise.resolve());

/** Issues everything that is proposed, oldest first. */
async function issueAll(at: MoneyHouse): Promise<void> {
  const sql = `select id from settlement where client_id = $1 and state = 'proposed' order by period_from, version`;
  for (const { id } of await at.sql<{ id: string }>(sql))
    await at.in((tx) => acts.issue(tx, { clientId: at.clientId, contractId: at.contractId, id }, null, acting));
}

const DOUBLED = aClause({ repeat: { multiplier: "2", within: 1 } });
const COUNTS = { below: "target", failures: 2, within: 3, consequence: "default", pays: null } as const;
const COUNTED = aClause({ code: "C9", when: "always", mechanism: { kind: "default_counter", ...COUNTS } });

test("a knock-on correction names the month that caused it, that month its restatement and the reason", async () => {
  const at = await MoneyHouse.open(database.asInternal, someTerms({ clauses: [DOUBLED] }));
  for (const month of ["2026-01", "2026-02", "2026-03"]) await at.month(month, { SL: [79, 100] });
  await at.settle();
  await issueAll(at);

  await at.restate("2026-02", { SL: [81, 100] });
  await at.settle();

  const told = await at.sql("select reason from settlement where client_id = $1 and version = 2 order by period_from");
  expect(told).toEqual([
    {
      reason:
        "Corrects the settlement of 2026-02, version 1: SL was restated from 79 % (79 of 100) to 81 % (81 of 100); " +
        "the period was restated on 2026-03-21, “Calls came late”.",
    },
    {
      reason: "Corrects the settlement of 2026-03, version 1: it depends on 2026-02, which was corrected since.",
    },
  ]);
});

describe("a default that corrected figures undo", () => {
  const notices = (at: MoneyHouse) =>
    at.sql(`select to_char(period_from, 'YYYY-MM') as month, withdrawn_by as by, withdrawal_reason as why
      from settlement_notice where client_id = $1 order by raised_at, period_from, withdrawn_at nulls last`);

  test("is withdrawn with the correction, by whoever issues it, and stays on record", async () => {
    const at = await MoneyHouse.open(database.asInternal, someTerms({ clauses: [aClause(), COUNTED] }));
    for (const month of ["2026-01", "2026-02"]) await at.month(month, { SL: [79, 100] });
    await at.settle();
    await issueAll(at);

    await at.restate("2026-02", { SL: [81, 100] });
    await at.settle();
    const early = await notices(at);
    await issueAll(at);

    expect(early).toEqual([{ month: "2026-02", by: null, why: null }]);
    const [withdrawn] = (await notices(at)) as { by: string; why: string }[];
    expect(withdrawn).toMatchObject({ month: "2026-02", by: "Vesna" });
    expect(withdrawn!.why).toMatch(
      /^Counted anew, there are 1 of 2 failures within 3 periods\. Corrects the settlement/,
    );
  });

  test("is withdrawn without one where no money changes, and arises again when figures do", async () => {
    const at = await MoneyHouse.open(database.asInternal, someTerms({ clauses: [COUNTED] }));
    for (const month of ["2026-01", "2026-02"]) await at.month(month, { SL: [79, 100] });
    await at.settle();
    await issueAll(at);

    await at.restate("2026-01", { SL: [81, 100] });
    await at.settle();
    const undone = await notices(at);
    await at.restate("2026-01", { SL: [78, 100] }, { version: 3, daysLater: 25 });
    await at.settle();

    const withdrawn = {
      month: "2026-02",
      by: "settlement",
      why: "Counted anew, there are 1 of 2 failures within 3 periods.",
    };
    expect(undone).toEqual([withdrawn]);
    expect(await notices(at)).toEqual([withdrawn, { month: "2026-02", by: null, why: null }]);
  });
});

test.each([1, 2, 3])("whatever is issued, restated and settled in between, lines add up (seed %i)", async (seed) => {
  const random = seeded(seed);
  const upTo = (count: number): number => Math.floor(random() * count);
  const held = aClause({
    ...{ code: "C2", objectives: ["FCR"], mechanism: { kind: "fixed", pays: "fee_share", amount: "0.00333" } },
    earnBack: { level: "target", periods: 2, mode: "average", of: "objective", expiresAfter: 3, settle: "returned" },
  });
  const at = await MoneyHouse.open(database.asInternal, someTerms({ clauses: [DOUBLED, held] }));
  const months = ["2026-01", "2026-02", "2026-03", "2026-04"];
  const figures = () => ({ SL: [76 + upTo(8), 100] as const, FCR: [76 + upTo(8), 100] as const });
  for (const month of months) await at.month(month, figures());
  for (let step = 0; step < 8; step += 1) {
    const charge = `insert into charge (client_id, id, contract_id, period_kind, period_from, period_until, amount, recorded_by,
      recorded_by_name, recorded_at) select $1, gen_random_uuid(), $2, 'month', $3::date, $3::date + interval '1 month', $4,
      'test', 'test', now() where not exists (select from charge where client_id = $1 and period_from = $3::date)`;
    const month = months[upTo(months.length)]!;
    if (step % 4 === 3) await at.sql(charge, at.contractId, `${month}-01`, 9_000_000 + upTo(999_999));
    else await at.restate(month, figures(), { version: 2 + step, daysLater: 1 + step });
    await at.settle();
    if (random() < 0.6) await issueAll(at);
  }

  const sums = await at.sql(`select s.period_from as "from", sum(l.amount)::text as net from settlement s
    join settlement_line l on l.client_id = s.client_id and l.settlement_id = s.id
   where s.client_id = $1 group by s.period_from having sum(l.amount) <> 0 order by 1`);
  const book = await at.in((tx) => loadSettlementBook(tx, at));
  const wanted = wantedSettlements(book).map(({ period, settled }) => ({ from: period.from, net: settled.totals.net }));
  expect(sums).toEqual(wanted.filter(({ net }) => net !== "0"));
});
