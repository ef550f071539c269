import { join } from "node:path";
import { hurry } from "../facts/settle.jobs";
import { rows } from "../platform/database";
import { quietLog } from "../platform/log";
import { openQueue } from "../platform/queue";
import { saveContacts, saveHouse, type House } from "../scorecards/scorecard-house.builder";
import { addDays, day, type Day } from "../shared/day";
import { newId } from "../shared/ids";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { startTypescript, type TypescriptProcess } from "../test-support/typescript-process";
import { pause, until } from "../test-support/waiting";
import { settle } from "./pipeline";
import { wireServices } from "./services";

const SEED = 20_260_329;
const KILLS = 6;
const DAYS = 240;

const missing = (all: readonly string[], among: readonly string[]): string[] => {
  const present = new Set(among);
  return all.filter((one) => !present.has(one));
};

/** `regia work`, killed again and again while it settles, and the same facts settled in peace. */
describe(`a worker killed in the middle of a settle (seed ${SEED})`, () => {
  const services = wireServices();
  const random = seeded(SEED);
  const clientId = newId();
  let database: TestDatabase;
  let house: House;
  let answeredContacts = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
    house = await database.asInternal([clientId], (tx) => saveHouse(tx, clientId));
    await database.asInternal([clientId], (tx) => services.slots.ensureSlots(tx, clientId));
  });
  afterAll(() => database.drop());

  it("loses nothing and doubles nothing", async () => {
    await ingest(DAYS);
    let killedWhileWriting = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const worker = await startWorker();
      await until(async () => (await isWriting()) || (await isQuiet()), 60_000);
      // By turns right at the beginning, among the days, and later, among the periods.
      await pause(random() * (kill % 2 === 0 ? 40 : 900));
      if (await isWriting()) killedWhileWriting += 1;
      worker.child.kill("SIGKILL");
      await worker.ended;
      await ingest(20);
    }
    const survivor = await startWorker();
    await until(isQuiet, 120_000);
    await stop(survivor);

    expect(killedWhileWriting).toBeGreaterThanOrEqual(KILLS / 2);
    const disturbed = await results();
    await settleInPeace();
    const peaceful = await results();
    expect(missing(peaceful, disturbed).slice(0, 3)).toEqual([]);
    expect(missing(disturbed, peaceful).slice(0, 3)).toEqual([]);
    expect(disturbed.length).toBe(peaceful.length);
    expect(await answered()).toBe(answeredContacts);
  }, 400_000);

  /** A few contacts on each of the last days of 2025, on both desks; their days go on the log with them. */
  async function ingest(days: number): Promise<void> {
    const agents = Object.values(house.agents);
    const services = [house.phone.id, house.post.id];
    const rowsOf = (date: Day) =>
      Array.from({ length: 3 }, () => ({
        serviceId: pick(services),
        day: date,
        personId: pick(agents).personId,
        waitSeconds: Math.floor(random() * 60),
        outcome: random() < 0.8 ? ("answered" as const) : ("abandoned" as const),
      }));
    const dates = Array.from({ length: days }, (_, index) => addDays(day("2025-12-31"), -index));
    const batch = dates.flatMap(rowsOf);
    answeredContacts += batch.filter((one) => one.outcome === "answered").length;
    await database.asInternal([clientId], async (tx) => {
      await saveContacts(tx, clientId, batch);
      const touched = `insert into touched_day (client_id, stream, service_id, day)
        select distinct $1::uuid, 'contact', s, d from unnest($2::uuid[], $3::date[]) as t(s, d)`;
      await rows(tx, touched, [clientId, batch.map((one) => one.serviceId), batch.map((one) => one.day)]);
    });
    const queue = await openQueue({ url: database.appUrl, log: quietLog });
    await hurry(queue, clientId, "ingest");
    await queue.close();
  }

  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

  async function startWorker(): Promise<TypescriptProcess> {
    const environment = { DATABASE_URL: database.appUrl, SETTLE_EVERY_SECONDS: "1", LOG_LEVEL: "warn" };
    const worker = startTypescript(join(__dirname, "cli.ts"), { arguments: ["work"], environment });
    await worker.line("Working.");
    return worker;
  }

  async function stop(worker: TypescriptProcess): Promise<void> {
    worker.child.kill("SIGTERM");
    expect(await worker.ended).toEqual({ code: 0, signal: null });
  }

  /** Whether one of the worker's transactions has written something and is not committed yet. */
  async function isWriting(): Promise<boolean> {
    const found = await database.adminRows(
      `select from pg_stat_activity where datname = current_database() and application_name = 'regia' and backend_xid is not null`,
    );
    return found.length > 0;
  }

  async function isQuiet(): Promise<boolean> {
    const found = await database.adminRows(
      `select from touched_day where client_id = $1 union all select from touched_period where client_id = $1 limit 1`,
      [clientId],
    );
    return found.length === 0;
  }

  async function settleInPeace(): Promise<void> {
    for (const table of ["daily_measures", "scorecard", "objective_result"])
      await database.adminRows(`delete from ${table} where client_id = $1`, [clientId]);
    await database.asInternal([clientId], (tx) => services.measures.rebuild(tx, clientId));
    await settle(services, database.db, { now: new Date(), clientIds: [clientId] });
  }

  /** Everything derived, a line for each row, without the ids and instants of its computation. */
  async function results(): Promise<string[]> {
    const lines = await Promise.all(
      ["daily_measures", "scorecard", "objective_result"].map((table) =>
        database.adminRows<{ line: string }>(
          `select '${table} ' || (to_jsonb(t) - 'id' - 'computed_at' - 'recorded_at')::text as line from ${table} t where client_id = $1`,
          [clientId],
        ),
      ),
    );
    return lines.flat().map((one) => one.line);
  }

  async function answered(): Promise<number | undefined> {
    const [found] = await database.adminRows<{ sum: number }>(
      `select sum(d.sums[s.slot])::integer as sum from daily_measures d
         join measure_slot s on s.stream = d.stream and s.measure = 'answered' where d.client_id = $1`,
      [clientId],
    );
    return found?.sum;
  }
});
