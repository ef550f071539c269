import { day } from "../shared/day";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { statementCount } from "../platform/database";
import { june } from "./scorecard-house.builder";
import { PeriodClosingService, type ClosedCounts } from "./period-closing.service";
import { SettledHouse } from "./settled-house.builder";

/** Rome; five grace days: June is due on 5 July. */
const BEFORE = new Date("2026-07-05T21:59:59Z");
const DUE = new Date("2026-07-05T22:00:00Z");

const closings = new PeriodClosingService();

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  await at.oneMorning();
});
afterAll(() => database.drop());

const closeDue = (
  now: Date,
  parts: { quietSince?: Date; limit?: number } = {},
): Promise<ClosedCounts & { statements: number }> =>
  at.in(async (tx) => {
    const { clientId, contractId } = at;
    const closed = await closings.closeDue(tx, { clientId, contractId, now, limit: 1_000, closedBy: "test", ...parts });
    return { ...closed, statements: statementCount(tx) };
  });

const closedPeriods = async (kind: string): Promise<string[]> => {
  const found = await at.sql<{ from: string }>(
    `select period_from as "from" from period_closing where client_id = $1 and period_kind = $2 order by 1`,
    kind,
  );
  return found.map(({ from }) => from);
};

interface Row {
  readonly table: string;
  readonly row: object;
}
/** Everything published, to the last digit. */
const published = (): Promise<Row[]> =>
  at.sql(
    `select 'scorecard' as table, to_jsonb(s) as row from scorecard s where client_id = $1 and state = 'final'
      union all
     select 'objective_result', to_jsonb(r) from objective_result r where client_id = $1 and state = 'final'
      order by 1, 2`,
  );

describe("when", () => {
  it("is when a month's grace days have passed where the contract is, and not a second before", async () => {
    await at.settle(BEFORE);
    await closeDue(BEFORE);
    const early = await closedPeriods("month");
    await closeDue(DUE);

    expect(early).toEqual([]);
    expect(await closedPeriods("month")).toEqual(["2026-06-01"]);
    expect(await closedPeriods("quarter")).toEqual(["2026-04-01"]);
    expect(await closedPeriods("year")).toEqual([]);
    expect(await closedPeriods("day")).toHaveLength(30);
    expect((await at.card(at.contractId))?.state).toBe("final");
    expect((await at.card(at.contractId, "year", day("2026-01-01")))?.state).toBe("provisional");
  });

  it("is not before the first fact, and a month without facts is closed like any other", async () => {
    await at.calls([{ day: day("2026-03-31") }]);
    await at.settle(DUE);
    await closeDue(DUE);

    expect(await closedPeriods("month")).toEqual(["2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"]);
    expect(await closedPeriods("day")).toHaveLength(1 + 30 + 31 + 30);
  });

  it("is not outside the term of the contract", async () => {
    await at.sql("update contract set starts_on = '2026-06-02', ends_on = '2026-06-05' where client_id = $1");
    await at.settle(DUE);
    await closeDue(DUE);

    expect(await closedPeriods("day")).toEqual(["2026-06-02", "2026-06-03", "2026-06-04"]);
    expect(await closedPeriods("month")).toEqual(["2026-06-01"]);
  });

  it("is not while a log has something that would move it", async () => {
    await at.settle(DUE);
    await at.sql(
      "insert into touched_day (client_id, stream, service_id, day) values ($1, 'contact', $2, $3)",
      ...[at.house.phone.id, june(20)],
    );
    await at.sql(
      "insert into touched_period (client_id, contract_id, period_kind, period_from) values ($1, $2, 'day', $3)",
      ...[at.contractId, june(3)],
    );
    await closeDue(DUE);

    expect(await closedPeriods("month")).toEqual([]);
    const days = await closedPeriods("day");
    expect(days).toHaveLength(18);
    expect(days).not.toContain(june(3));
    expect(days.at(-1)).toBe(june(19));
  });

  it("is not within the hour in which its figures moved, nor is a gap beside them closed, when one waits for quiet", async () => {
    await at.settle(DUE);
    const quietSince = new Date(DUE.getTime() - 3_600_000);
    await closeDue(DUE, { quietSince });
    const busy = await closedPeriods("day");
    const later = new Date(DUE.getTime() + 3_600_000);
    await closeDue(later, { quietSince: DUE });

    expect(busy).toEqual([]);
    expect(await closedPeriods("day")).toHaveLength(30);
  });

  it("comes in bounded steps, oldest first, and each costs the same number of statements", async () => {
    await at.settle(DUE);
    const first = await closeDue(DUE, { limit: 3 });
    const closed = await closedPeriods("day");
    const others = await closeDue(DUE);

    expect(closed).toEqual([june(1), june(2), june(3)]);
    expect(others.periods).toBe(30 - 3 + 4 + 1 + 1);
    expect(others.statements).toBe(first.statements);
    expect(await closeDue(DUE)).toMatchObject({ periods: 0, scorecards: 0 });
  });

  it("computes once more what was last looked at before the period was over", async () => {
    await at.sql("update contract set grace_days = 0 where client_id = $1");
    await at.settle(new Date("2026-06-20T10:00:00Z"));
    const open = await at.card(at.contractId);
    await closeDue(new Date("2026-06-30T22:00:00Z"));

    expect(open?.dataQuality.days).toBe(19);
    expect((await at.card(at.contractId))?.dataQuality.days).toBe(30);
  });
});

describe("what is final", () => {
  beforeEach(async () => {
    await at.settle(DUE);
    await closeDue(DUE);
  });
  const TOMORROW = new Date(DUE.getTime() + 86_400_000);

  it("stays to the last digit when facts come late, while what is open follows", async () => {
    const before = await published();
    const yearBefore = await at.card(at.contractId, "year", day("2026-01-01"));
    await at.calls([{ by: "anna", waitSeconds: 300 }, { by: "bruno" }]);
    await at.surveys("carla", [1, 1, 1]);
    await at.settle(TOMORROW);

    expect(await published()).toEqual(before);
    expect((await at.card(at.contractId, "year", day("2026-01-01")))?.items).not.toEqual(yearBefore?.items);
  });

  it("stays when definitions change and people move, while what is open follows", async () => {
    const before = await published();
    const yearBefore = await at.card(at.house.agents.anna.id, "year", day("2026-01-01"));
    await at.sql("update kpi_assignment set target = '5', weight = '10' where client_id = $1 and kpi_code = 'ASA'");
    await at.sql("update objective_version set target = '0.4' where client_id = $1");
    await at.sql(
      "update position set team_id = $2 where client_id = $1 and id = $3",
      at.house.blue.id,
      at.house.agents.anna.id,
    );
    await at.touchPeriods(day("2020-01-01"));
    await at.rescore(TOMORROW);

    expect(await published()).toEqual(before);
    const yearAfter = await at.card(at.house.agents.anna.id, "year", day("2026-01-01"));
    expect(yearAfter?.teamId).toBe(at.house.blue.id);
    expect(yearAfter?.score).not.toBe(yearBefore?.score);
  });

  it("stays when everything provisional and every daily measure is deleted and computed again", async () => {
    const before = await published();
    const all = () =>
      at.sql(
        "select to_jsonb(s) - 'id' - 'computed_at' - 'recorded_at' as row from scorecard s where client_id = $1 order by 1",
      );
    const whole = await all();
    await at.sql("delete from scorecard where client_id = $1 and state = 'provisional'");
    await at.sql("delete from objective_result where client_id = $1 and state = 'provisional'");
    await at.sql("delete from daily_measures where client_id = $1");
    await at.settle(DUE);

    expect(await published()).toEqual(before);
    expect(await all()).toEqual(whole);
  });
});
