import { rows } from "../platform/database";
import { june, saveContacts, saveHouse, type House } from "../scorecards/scorecard-house.builder";
import { addDays } from "../shared/day";
import { newId } from "../shared/ids";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { summary } from "./commands/settle.command";
import { settle, type SettleOptions, type SettleReport } from "./pipeline";
import { wireServices } from "./services";

const NOW = new Date("2026-07-10T10:00:00Z");
const services = wireServices();

let database: TestDatabase;
let house: House;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => {
  const clientId = newId();
  house = await database.asInternal([clientId], (tx) => saveHouse(tx, clientId));
});
afterAll(() => database.drop());

const settleHouse = (options: Partial<SettleOptions> = {}): Promise<SettleReport> =>
  settle(services, database.db, { now: NOW, clientIds: [house.clientId], ...options });

/** A few contacts on each of `days` days, and their entries on the log. */
async function ingest(days: number): Promise<void> {
  const { clientId, agents, phone, post } = house;
  const contacts = Array.from({ length: days * 4 }, (_, index) => ({
    serviceId: index < days ? post.id : phone.id,
    day: addDays(june(1), index % days),
    personId: Object.values(agents)[index % 4]!.personId,
    waitSeconds: (index * 7) % 60,
  }));
  await database.asInternal([clientId], async (tx) => {
    await saveContacts(tx, clientId, contacts);
    await services.measures.rebuild(tx, clientId);
  });
}

/** Everything derived, without the ids and instants of its computation. */
const derived = async (): Promise<unknown[]> =>
  Promise.all(
    ["daily_measures", "scorecard", "objective_result"].map((table) =>
      database.adminRows(
        `select to_jsonb(t) - 'id' - 'computed_at' as row from ${table} t where client_id = $1 order by 1`,
        [house.clientId],
      ),
    ),
  );

const removeDerived = async (): Promise<void> => {
  for (const table of ["daily_measures", "scorecard", "objective_result"])
    await database.adminRows(`delete from ${table} where client_id = $1`, [house.clientId]);
};

const logged = (): Promise<object[]> =>
  database.adminRows(
    `select 1 from touched_day where client_id = $1 union all select 1 from touched_period where client_id = $1`,
    [house.clientId],
  );

describe("settle", () => {
  it("does everything that is due, and nothing the second time", async () => {
    await ingest(30);
    const first = await settleHouse();
    const again = await settleHouse();

    expect(first).toMatchObject({ clients: 1, days: 60, objectiveResults: first.periods });
    expect(first.scorecards).toBeGreaterThan(first.periods * 4);
    expect(again).toMatchObject({ days: 0, periods: 0, scorecards: 0 });
    expect(await logged()).toEqual([]);
  });

  it("takes each day off the log once, however many lanes are at it", async () => {
    await ingest(250);
    const stopping = new AbortController();
    const seen: number[] = [];
    const report = await settleHouse({
      signal: stopping.signal,
      onProgress: ({ days, periods }) => void (periods > 0 ? stopping.abort() : seen.push(days)),
    });

    expect(report.days).toBe(500);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    const [left] = await database.adminRows("select from touched_day where client_id = $1", [house.clientId]);
    expect(left).toBeUndefined();
  });

  it("gives the same to the last digit when everything derived is deleted", async () => {
    await ingest(30);
    await settleHouse();
    const before = await derived();
    await removeDerived();
    await database.asInternal([house.clientId], (tx) => services.measures.rebuild(tx, house.clientId));
    await settleHouse();

    expect(await derived()).toEqual(before);
    expect((before[1] as unknown[]).length).toBeGreaterThan(100);
  });

  it("loses and doubles nothing when several run at once", async () => {
    await ingest(45);
    await Promise.all([settleHouse(), settleHouse(), settleHouse()]);
    const together = await derived();
    await removeDerived();
    await database.asInternal([house.clientId], (tx) => services.measures.rebuild(tx, house.clientId));
    await settleHouse();

    expect(await logged()).toEqual([]);
    expect(together).toEqual(await derived());
  });

  it("keeps up with facts that arrive meanwhile", async () => {
    await ingest(20);
    const arriving = async (): Promise<void> => {
      for (let batch = 0; batch < 4; batch += 1) await ingest(5);
    };
    await Promise.all([settleHouse(), arriving(), settleHouse()]);
    await settleHouse();
    const gradually = await derived();
    await removeDerived();
    await database.asInternal([house.clientId], (tx) => services.measures.rebuild(tx, house.clientId));
    await settleHouse();

    expect(gradually).toEqual(await derived());
  });

  it("stops between two steps when told to, and goes on later", async () => {
    await ingest(30);
    const stopping = new AbortController();
    const stopped = await settleHouse({ signal: stopping.signal, onProgress: () => stopping.abort() });

    expect(stopped.periods).toBe(0);
    expect(await logged()).not.toEqual([]);
    expect((await settleHouse()).periods).toBeGreaterThan(0);
    expect(await logged()).toEqual([]);
  });

  it("touches only the clients it is asked for", async () => {
    await ingest(3);
    const elsewhere = await settle(services, database.db, { now: NOW, clientIds: [] });

    expect(elsewhere).toMatchObject({ clients: 0, days: 0 });
    expect(await logged()).not.toEqual([]);
    expect((await settle(services, database.db, { now: NOW })).days).toBeGreaterThanOrEqual(6);
  });

  it("settles the other clients when one cannot be settled, and says which trouble there was", async () => {
    const { clientId } = house;
    const troubled = newId();
    const other = await database.asInternal([troubled], (tx) => saveHouse(tx, troubled));
    await database.adminRows(
      "update kpi_use set dialect = 'SL-?' where client_id = $1 and kpi_code = 'SERVICE_LEVEL'",
      [other.clientId],
    );
    await ingest(3);

    await expect(settleHouse({ clientIds: [troubled, clientId] })).rejects.toThrow('no dialect "SL-?"');
    expect(await logged()).toEqual([]);
    await database.adminRows("update kpi_use set dialect = null where client_id = $1", [troubled]);
  });

  it("records the catalogue, so that figures name the version of their KPI", async () => {
    await settleHouse();
    const [recorded] = await database.asInternal([], (tx) =>
      rows<{ version: number }>(tx, "select version from kpi_version where kpi_code = 'SERVICE_LEVEL'"),
    );

    expect(recorded?.version).toBe(1);
  });
});

describe("the summary of a settle", () => {
  const nothing = { days: 0, periods: 0, scorecards: 0, objectiveResults: 0, daysMs: 0, periodsMs: 0, closed: null };
  const money = { settled: 0, followed: 0, corrected: 0, ms: 0 };
  const report = { ...nothing, money, clients: 1 };

  it("says what was done", () => {
    const busy = { ...report, clients: 2, days: 1, periods: 1_234, scorecards: 9, daysMs: 1_250, periodsMs: 90 };

    expect(summary(busy)).toEqual([
      "Settled 2 clients.",
      "  1 touched day recomputed from facts in 1.3 s",
      "  1,234 periods scored in 0.1 s: 9 scorecards, 0 objective results",
    ]);
  });

  it("says what was closed", () => {
    const closed = { periods: 2, scorecards: 1_100, objectiveResults: 1, ms: 400 };

    expect(summary({ ...report, closed }).at(-1)).toBe(
      "  2 periods closed in 0.4 s: 1,100 scorecards, 1 objective result are final",
    );
  });

  it("says what was settled", () => {
    const settled = { ...report, money: { settled: 12, followed: 1, corrected: 1, ms: 300 } };

    expect(summary(settled).at(-1)).toBe("  12 settlements proposed, 1 brought up to date, 1 correction in 0.3 s");
  });

  it("says when there was nothing to do", () => {
    expect(summary(report)).toEqual(["Nothing was due: every figure is up to date."]);
  });
});
