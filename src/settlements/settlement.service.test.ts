import type { Viewer } from "../platform/viewer";
import { day } from "../shared/day";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { aClause, MoneyHouse, someTerms } from "./money-house.builder";
import { raiseTargets } from "./ratchet-targets";
import { SettlementActsService } from "./settlement-acts.service";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

describe("settling closed periods", () => {
  test("each once, in order, and nothing when nothing changed", async () => {
    const at = await MoneyHouse.open(database.asInternal);
    await at.month("2026-01", { SL: [79, 100] });
    await at.month("2026-02", { SL: [80, 100] });
    await at.month("2026-03", { SL: [60, 100] });

    const first = await at.settle({ limit: 2 });
    const second = await at.settle({ limit: 2 });
    const third = await at.settle();

    expect(first).toEqual({ settled: 2, followed: 0, corrected: 0, remain: true });
    expect(second).toEqual({ settled: 1, followed: 0, corrected: 0, remain: false });
    expect(third).toEqual({ settled: 0, followed: 0, corrected: 0, remain: false });
    expect(await at.told()).toEqual([
      "2026-01 v1 proposed: C1 SL credit 100000",
      "2026-02 v1 proposed: –",
      "2026-03 v1 proposed: C1 SL credit 100000",
    ]);
  });

  test("a proposal follows a restatement and the terms; the next period follows what it depends on", async () => {
    const doubled = aClause({ repeat: { multiplier: "2", within: 1 } });
    const at = await MoneyHouse.open(database.asInternal, someTerms({ clauses: [doubled] }));
    await at.month("2026-01", { SL: [79, 100] });
    await at.month("2026-02", { SL: [79, 100] });
    await at.settle();
    const before = await at.told();

    await at.restate("2026-01", { SL: [81, 100] });
    const report = await at.settle();

    expect(before).toEqual(["2026-01 v1 proposed: C1 SL credit 100000", "2026-02 v1 proposed: C1 SL credit 200000"]);
    expect(report).toMatchObject({ followed: 2, corrected: 0 });
    expect(await at.told()).toEqual(["2026-01 v1 proposed: –", "2026-02 v1 proposed: C1 SL credit 100000"]);
  });
});

const acting = {
  viewer: { id: "test", kind: "internal", name: "Vesna" } as unknown as Viewer,
  now: new Date("2026-07-10T10:00:00Z"),
  requestId: null,
};

const issue = async (at: MoneyHouse, month: string): Promise<void> => {
  const key = { clientId: at.clientId, contractId: at.contractId, id: await at.idOf(month) };
  await at.in((tx) => new SettlementActsService(raiseTargets).issue(tx, key, null, acting));
};

describe("what follows from an issued settlement", () => {
  test("a target that rises is a version of the objective from the next period on", async () => {
    const ratchet = aClause({ when: "always", mechanism: { kind: "ratchet", periods: 2, share: "0.5", most: null } });
    const at = await MoneyHouse.open(database.asInternal, someTerms({ clauses: [ratchet] }));
    await at.month("2026-01", { SL: [90, 100] });
    await at.month("2026-02", { SL: [90, 100] });
    await at.settle();

    await issue(at, "2026-01");
    await issue(at, "2026-02");

    const versions = await at.sql(
      `select target, valid_from as "from", valid_until as until from objective_version
        where client_id = $1 and objective_id = $2 and superseded_at is null order by valid_from`,
      at.objectiveId("SL"),
    );
    expect(versions).toEqual([
      { target: "0.8", from: "2020-01-01", until: "2026-03-01" },
      { target: "0.85", from: "2026-03-01", until: null },
    ]);
  });

  test("a counter that is reached is told once", async () => {
    const counted = aClause({
      when: "always",
      mechanism: {
        kind: "default_counter",
        below: "target",
        failures: 2,
        within: 3,
        consequence: "default",
        pays: null,
      },
    });
    const at = await MoneyHouse.open(database.asInternal, someTerms({ clauses: [counted] }));
    for (const month of ["2026-01", "2026-02", "2026-03"]) await at.month(month, { SL: [79, 100] });
    await at.settle();

    for (const month of ["2026-01", "2026-02", "2026-03"]) await issue(at, month);

    const notices = await at.sql(
      `select clause, cites, objective_code as objective, consequence, failures, period_from as "from"
         from settlement_notice where client_id = $1`,
    );
    expect(notices).toEqual([
      {
        ...{ clause: "C1", cites: "Schedule 3, § 2.1", objective: "SL", consequence: "default", failures: 2 },
        from: "2026-02-01",
      },
    ]);
  });

  test("a restated month that an issued one depends on gives both a correction", async () => {
    const doubled = aClause({ repeat: { multiplier: "2", within: 1 } });
    const at = await MoneyHouse.open(database.asInternal, someTerms({ clauses: [doubled] }));
    await at.month("2026-01", { SL: [79, 100] });
    await at.month("2026-02", { SL: [79, 100] });
    await at.settle();
    await issue(at, "2026-01");
    await issue(at, "2026-02");

    await at.restate("2026-01", { SL: [81, 100] });
    const first = await at.settle();
    await at.restate("2026-02", { SL: [80, 100] });
    const second = await at.settle();

    expect([first.corrected, second.followed]).toEqual([2, 1]);
    expect(await at.told()).toEqual([
      "2026-01 v1 issued: C1 SL credit 100000",
      "2026-01 v2 proposed: C1 SL credit -100000",
      "2026-02 v1 issued: C1 SL credit 200000",
      "2026-02 v2 proposed: C1 SL credit -200000",
    ]);
  });

  test("a correction that is none any more is dropped", async () => {
    const at = await MoneyHouse.open(database.asInternal);
    await at.month("2026-01", { SL: [79, 100] });
    await at.settle();
    await issue(at, "2026-01");
    await at.restate("2026-01", { SL: [81, 100] });
    await at.settle();

    await at.restate("2026-01", { SL: [78, 100] }, { version: 3, daysLater: 30 });
    await at.settle();

    expect(await at.told()).toEqual(["2026-01 v1 issued: C1 SL credit 100000"]);
  });
});

test("terms that an amendment changes within a month count by their days", async () => {
  const at = await MoneyHouse.open(database.asInternal);
  await at.amend(
    day("2026-01-11"),
    someTerms({ clauses: [aClause({ mechanism: { kind: "fixed", pays: "money", amount: "310000" } })] }),
  );
  await at.month("2026-01", { SL: [79, 100] });

  await at.settle();

  // 10 of 31 days € 1,000.00 = 32258.06…; 21 of 31 days € 3,100.00 = 210000
  expect(await at.told()).toEqual(["2026-01 v1 proposed: C1 SL credit 32258, C1 SL credit 210000"]);
});
