import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { givenPhoneNow, type PhoneNow } from "./phonenow.builder";
import { callsOf, correctedCopies, csvOf, shuffled, type Call } from "./phonenow.calls";
import { expectedFigures, type Expected } from "./phonenow.expected";
import { measuredFigures } from "./phonenow.measured";
import { createTestDatabase, type TestDatabase } from "./test-database";

const FILE = join(process.cwd(), "..", "shared", "data", "pwc-phonenow-calls", "calls.csv");
const here = existsSync(FILE);
if (!here) console.warn("skipped: the PhoneNow calls are not on this machine (../shared/data/pwc-phonenow-calls)");

/** An independent computation over the raw rows, against what files, jobs and graph give, row by row. */
(here ? describe : describe.skip)("PhoneNow, 5,000 calls of a quarter", () => {
  const text = here ? readFileSync(FILE, "utf8") : "";
  let database: TestDatabase;
  beforeAll(async () => void (database = await createTestDatabase()));
  afterAll(() => database.drop());

  async function sent(files: readonly string[][]): Promise<PhoneNow> {
    const phoneNow = await givenPhoneNow(database);
    for (const together of files) await Promise.all(together.map((file) => phoneNow.send(file)));
    await phoneNow.settle();
    return phoneNow;
  }

  async function expectFigures(phoneNow: PhoneNow, calls: readonly Call[]): Promise<Expected[]> {
    const expected = expectedFigures(calls);
    expect(await measuredFigures(phoneNow)).toEqual(expected);
    return expected;
  }

  it("gives each month and each agent the figures worked out by hand", async () => {
    const calls = callsOf(text);

    const phoneNow = await sent([[text]]);

    const expected = await expectFigures(phoneNow, calls);
    expect(expected).toHaveLength(3 * (1 + 8));
    expect(new Set(expected.map((one) => one.agent)).size).toBe(9);
  });

  it("gives the same when the file comes twice, shuffled", async () => {
    const calls = callsOf(text);

    const phoneNow = await sent([[text], [csvOf(shuffled(calls))]]);

    await expectFigures(phoneNow, calls);
    expect(phoneNow.reports.at(-1)).toMatchObject({
      accepted: 0,
      replaced: 0,
      unchanged: expect.any(Number),
      rejected: 0,
    });
  });

  it("gives the same when four parts come at once", async () => {
    const calls = callsOf(text);
    const parts = [0, 1, 2, 3].map((part) => csvOf(calls.filter((_, i) => i % 4 === part)));

    const phoneNow = await sent([parts]);

    await expectFigures(phoneNow, calls);
  });

  it("moves exactly the days concerned when fifty rows are corrected", async () => {
    const calls = callsOf(text);
    const phoneNow = await sent([[text]]);
    const before = await phoneNow.dailySums();
    const corrected = correctedCopies(calls, 50);

    await phoneNow.send(csvOf(corrected.map(({ now }) => now)));
    await phoneNow.settle();

    const now = calls.map((call) => corrected.find((one) => one.now.id === call.id)?.now ?? call);
    await expectFigures(phoneNow, now);
    const concerned = new Set(corrected.flatMap((one) => [one.before.date, one.now.date]));
    const after = await phoneNow.dailySums();
    const moved = [...after.keys()].filter((day) => after.get(day) !== before.get(day));
    expect(moved.filter((day) => !concerned.has(day))).toEqual([]);
    expect(moved.length).toBeGreaterThan(20);
  });
});
