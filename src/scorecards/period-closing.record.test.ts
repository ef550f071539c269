import { saveFeed } from "../facts/feed.builder";
import { day } from "../shared/day";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { inputsFingerprints } from "./fingerprint.queries";
import type { ClosingDefinitions } from "./period-closing.rules";
import { PeriodClosingService } from "./period-closing.service";
import { june } from "./scorecard-house.builder";
import { SettledHouse } from "./settled-house.builder";

const DUE = new Date("2026-07-05T22:00:00Z");

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  await at.oneMorning();
});
afterAll(() => database.drop());

const closeDue = (now: Date) =>
  at.in((tx) =>
    new PeriodClosingService().closeDue(tx, {
      ...{ clientId: at.clientId, contractId: at.contractId },
      ...{ now, limit: 1_000, closedBy: "test" },
    }),
  );

const printsOf = async (kind = "month", from = june(1)) => {
  const [found] = await at.sql<{ inputs: string; results: string; watermark: object; definitions: object }>(
    `select inputs_fingerprint as inputs, results_fingerprint as results, watermark, definitions
       from period_closing where client_id = $1 and period_kind = $2 and period_from = $3`,
    kind,
    from,
  );
  return found;
};

/** June's inputs as they are now, read as they were at closing. */
async function inputsNow(): Promise<string | undefined> {
  const { definitions } = (await printsOf())!;
  const periods = [{ kind: "month", from: june(1), until: day("2026-07-01") } as const];
  const [print] = await at.in((tx) =>
    inputsFingerprints(tx, { clientId: at.clientId, ...(definitions as ClosingDefinitions), periods }),
  );
  return print;
}

describe("the record of a closing", () => {
  it("has the fingerprint of the facts in any order, another when one differs, and the same when it is gone", async () => {
    await at.settle(DUE);
    await closeDue(DUE);
    const closed = (await printsOf())?.inputs;
    await at.sql("delete from daily_measures where client_id = $1 and day = $2", june(1));
    await at.settle(DUE);
    const again = await inputsNow();
    await at.calls([{ by: "dario", day: june(29) }]);
    await at.settle(DUE);
    const other = await inputsNow();
    await at.sql("delete from contact where client_id = $1 and offered_day = $2", june(29));
    await at.settle(DUE);

    expect(closed).toMatch(/^[0-9a-f]{64}$/);
    expect(again).toBe(closed);
    expect(other).not.toBe(closed);
    expect(await inputsNow()).toBe(closed);
    expect((await printsOf("day", june(1)))?.inputs).not.toBe(closed);
  });

  it("does not change when a measure is added that was in no figure", async () => {
    await at.settle(DUE);
    await closeDue(DUE);
    const cardinality = () =>
      at.sql<{ n: number }>("select max(cardinality(sums)) as n from daily_measures where client_id = $1");
    const [before] = await cardinality();
    await at.use("ESCALATION_RATE");
    await at.settle(DUE);
    const [after] = await cardinality();

    expect(after!.n).toBeGreaterThan(before!.n);
    expect(await inputsNow()).toBe((await printsOf())?.inputs);
  });

  it("says how far the feeds reached, and by which terms and versions figures were made", async () => {
    const serviceIds = [at.house.phone.id];
    const observedThrough = new Date("2026-06-30T20:00:00Z");
    await at.in((tx) => saveFeed(tx, { clientId: at.clientId, serviceIds, observedThrough }));
    await at.settle(DUE);
    await closeDue(DUE);
    const record = await printsOf();

    expect(record?.watermark).toMatchObject({
      isDeclared: false,
      coversPeriod: false,
      feeds: [{ stream: "contact", source: "pbx", through: observedThrough.toISOString(), isDeclared: false }],
    });
    expect(record?.definitions).toMatchObject({
      contract: { startsOn: "2020-01-01", endsOn: null, timeZone: "Europe/Rome", graceDays: 5 },
      serviceIds: [at.house.phone.id, at.house.post.id].sort(),
      scopeByRole: { agent: "own", "team-lead": "team" },
      calendars: [{ id: at.house.contract.calendarId, version: 1 }],
      kpis: { ASA: expect.any(Number), SERVICE_LEVEL: expect.any(Number) },
    });
  });
});
