import { join } from "node:path";
import { EXPECTED_LINES } from "../test-support/contract-year/expected-lines.builder";
import { BUYER, ContractYear, OPERATIONS } from "../test-support/contract-year/contract-year.builder";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { startTypescript, type TypescriptProcess } from "../test-support/typescript-process";
import { pause, until } from "../test-support/waiting";
import { settlementsNamed, traceOf, csvOf } from "./commands/settlement.command";
import { settleMoney } from "./settle-money";

const SEED = 20_260_331;
const KILLS = 3;
/** Issued one after the other; April stays a proposal. */
const ISSUED = ["2025-01", "2025-02", "2025-03"];

/** Facts of four months of the contract with forty clauses, and nothing computed yet. */
describe(`\`regia settle\`, killed in the middle (seed ${SEED})`, () => {
  const random = seeded(SEED);
  let database: TestDatabase;
  let year: ContractYear;
  beforeAll(async () => {
    database = await createTestDatabase();
    year = await ContractYear.open(database);
    await year.month("2025-01", { callQuality: 188 });
    await year.month("2025-02");
    await year.month("2025-03", { calls: "158/30/12", callQuality: 190 });
    await year.month("2025-04", { calls: "160/26/14", waits: [8, 45], callQuality: 184 });
  }, 120_000);
  afterAll(async () => {
    await year.house.api.stop();
    await database.drop();
  });

  it("computes, closes and settles in one run; killed and repeated, it comes to the same once", async () => {
    let killedWhileWriting = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const run = start();
      const ended = run.ended.then(() => true);
      const isOver = await Promise.race([ended, until(isWriting, 60_000).then(() => false)]);
      if (!isOver) await pause(random() * 400);
      if (await isWriting()) killedWhileWriting += 1;
      run.child.kill("SIGKILL");
      await run.ended;
    }
    const last = start();
    expect(await last.ended).toEqual({ code: 0, signal: null });
    const again = start();
    await again.ended;

    expect(killedWhileWriting).toBeGreaterThan(0);
    expect(again.output()).toContain("Nothing was due");
    for (const month of ISSUED) {
      const versions = await year.settlements(month, OPERATIONS);
      expect(versions.map(({ version, state }) => `${version} ${state}`)).toEqual(["1 PROPOSED"]);
      await year.issue(month);
      expect([month, await year.lines(month)]).toEqual([month, EXPECTED_LINES[month]]);
    }
    expect(await year.settlements("2025-04", BUYER)).toEqual([]);
  }, 300_000);

  it("two workers at once settle each month once, and a third finds nothing to write", async () => {
    await database.adminRows("update settlement_run set fingerprint = ''");
    await database.adminRows("delete from settlement where state = 'proposed'");
    await database.adminRows("update settlement set chain = ''");
    const { services, clock } = year.house;
    const run = () => settleMoney(services, database.db, { now: clock.now() });

    const [one, two] = await Promise.all([run(), run()]);
    const before = await rowVersions();
    const third = await run();

    expect([one!.failures, two!.failures]).toEqual([[], []]);
    expect(one!.settled + two!.settled).toBe(before.filter((text) => text.includes("proposed")).length);
    expect(third).toMatchObject({ settled: 0, followed: 0, corrected: 0 });
    expect(await rowVersions()).toEqual(before);
  });

  it("whoever runs the house reads how a month came about, and its lines", async () => {
    const [march, ...others] = await settlementsNamed(database.db, { contract: "harbour-care", month: "2025-03" });

    expect(others).toEqual([]);
    expect(traceOf(march!).join("\n")).toContain("€ 2,400.00");
    const [header, line] = csvOf([march!]).split("\r\n");
    expect(header).toContain("settlement,contract,period,");
    expect(line).toContain(",harbour-care,2025-03,2025-03-01,2025-04-01,1,1,credit,SL-CREDIT,");
    expect(line).toContain(",2400.00,EUR,");
    await expect(settlementsNamed(database.db, { contract: "harbour-care", month: "2024-03" })).rejects.toThrow(
      'There is no settlement "harbour-care 2024-03".',
    );
  });

  const start = (): TypescriptProcess =>
    startTypescript(join(__dirname, "cli.ts"), {
      arguments: ["settle"],
      environment: { DATABASE_URL: database.appUrl, LOG_LEVEL: "warn" },
    });

  async function isWriting(): Promise<boolean> {
    const found = await database.adminRows(
      `select from pg_stat_activity where datname = current_database() and application_name = 'regia' and backend_xid is not null`,
    );
    return found.length > 0;
  }

  /** Another for every row that is written. */
  const rowVersions = async (): Promise<string[]> =>
    (
      await database.adminRows<{ said: string }>(
        `select concat_ws('/', id, state, xmin) as said from settlement
          union all select concat_ws('/', settlement_id, no, xmin) from settlement_line order by 1`,
      )
    ).map(({ said }) => said);
});
