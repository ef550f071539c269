import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { anIngestBench, type IngestBench } from "../facts/ingest.builder";
import { resolveKpi } from "../kpis/kpi-in-use.rules";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { dailySums, inUse, measuredFigure, rebuild, settleDays } from "../test-support/measured-figure.builder";

/** Real calls of a bank by five minutes; not part of the repository. */
const FILE = join(process.cwd(), "..", "shared", "data", "bank-calls-5min", "calls.csv");
const ifThere = existsSync(FILE) ? describe : describe.skip;
if (!existsSync(FILE)) console.warn("Skipped: the calls of the bank are not there.");

/** The times are those of the bank's clocks, summer and winter, whatever the source calls them. */
const place = { externalId: "interval_start", service: { constant: "DESK" }, intervalSeconds: { constant: "300" } };
const start = { column: "interval_start", format: "yyyy-MM-dd'T'HH:mm:ss", timeZone: "America/New_York" };
const VOLUMES = { source: "bank", fields: { ...place, intervalStart: start, handled: "calls" } };
const FORECASTS = {
  source: "planner",
  fields: {
    ...place,
    intervalStart: start,
    publication: { constant: "week before" },
    publishedAt: { constant: "2003-03-01T00:00:00Z" },
    isLocked: { constant: "yes" },
    volume: "calls",
  },
};

const KPIS = ["FORECAST_ACCURACY", "FORECAST_WAPE", "FORECAST_MAPE", "FORECAST_BIAS"];

interface Interval {
  readonly start: string;
  readonly calls: number;
}

const weekLater = (start: string): string =>
  new Date(Date.parse(`${start}Z`) + 7 * 86_400_000).toISOString().slice(0, 19);

const csv = (all: readonly Interval[]): string =>
  `interval_start,calls\n${all.map((one) => `${one.start},${one.calls}`).join("\n")}\n`;

ifThere("forecasts of a bank's calls, each as many as a week before", () => {
  let database: TestDatabase;
  let bench: IngestBench;
  const actual: Interval[] = existsSync(FILE)
    ? readFileSync(FILE, "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => ({ start: line.slice(0, 19), calls: Number(line.slice(20)) }))
    : [];
  const naive = actual.map(({ start, calls }) => ({ start: weekLater(start), calls }));
  const took: Record<string, number> = {};

  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const result = await work();
    took[name] = Math.round(performance.now() - begun);
    return result;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    bench = await anIngestBench({ db: database.db, startsOn: "2003-01-01" });
    await bench.saveProfile("bank", VOLUMES, "volume" as never);
    await bench.saveProfile("planner", FORECASTS, "forecast" as never);
    await inUse(
      database,
      bench.clientId,
      [...KPIS.map((kpiCode) => ({ kpiCode })), { kpiCode: "VOLUME_OFFERED", dialect: "VOLUMES" }].map(resolveKpi),
    );
    const volumes = await timed("volumes", () => bench.send(readFileSync(FILE), { stream: "volume", profile: "bank" }));
    const forecasts = await timed("forecasts", () =>
      bench.send(csv(naive), { stream: "forecast", profile: "planner" }),
    );
    expect([volumes.rows, forecasts.rows]).toEqual(
      [27_716, 27_716].map((accepted) => ({ accepted, replaced: 0, unchanged: 0, rejected: 0, skipped: 0 })),
    );
    await timed("settled", () => settleDays(database, bench.clientId));
    console.info("milliseconds", took);
  }, 120_000);
  afterAll(() => database.drop());

  /** Written apart: the pairs of intervals that have both, and those that have a forecast only while calls were known. */
  function plain(): Record<string, number> {
    const calls = new Map(actual.map((one) => [one.start, one.calls]));
    const last = actual.at(-1)!.start;
    const pairs = naive
      .filter((one) => one.start <= last)
      .map((one) => ({ day: one.start.slice(0, 10), forecast: one.calls, calls: calls.get(one.start) ?? 0 }));
    const total = (of: (one: (typeof pairs)[number]) => number): number => pairs.reduce((sum, one) => sum + of(one), 0);
    const volume = total((one) => one.calls);
    const days = new Map<string, number>();
    for (const one of pairs) days.set(one.day, (days.get(one.day) ?? 0) + one.forecast - one.calls);
    const busy = pairs.filter((one) => one.calls > 0);
    return {
      wape: total((one) => Math.abs(one.forecast - one.calls)) / volume,
      wapeOfDays: [...days.values()].reduce((sum, one) => sum + Math.abs(one), 0) / volume,
      mape: busy.reduce((sum, one) => sum + Math.abs(one.forecast - one.calls) / one.calls, 0) / busy.length,
      bias: total((one) => one.forecast - one.calls) / volume,
      busy: busy.length,
    };
  }

  const whole = { from: "2003-03-01", until: "2003-12-01" };
  const figure = (kpiCode: string, dialect?: string) =>
    measuredFigure(database, resolveKpi(dialect ? { kpiCode, dialect } : { kpiCode }), {
      ...whole,
      clientId: bench.clientId,
    });

  test("agree with a plain computation", async () => {
    const expected = plain();

    const near = async (value: number, kpiCode: string, dialect?: string): Promise<void> => {
      expect(Number((await figure(kpiCode, dialect)).value)).toBeCloseTo(value, 8);
    };
    await near(expected.wape!, "FORECAST_WAPE");
    await near(expected.wapeOfDays!, "FORECAST_WAPE", "DAY");
    await near(expected.mape!, "FORECAST_MAPE");
    await near(expected.bias!, "FORECAST_BIAS");
    await near(1 - expected.wape!, "FORECAST_ACCURACY");
    expect(await figure("FORECAST_MAPE")).toMatchObject({ denominator: String(expected.busy) });
    console.info(expected);
  });

  test("count each call on its day, also around the change to summer time", async () => {
    const byDay = new Map<string, number>();
    for (const { start, calls } of actual) byDay.set(start.slice(0, 10), (byDay.get(start.slice(0, 10)) ?? 0) + calls);

    const stored = (await dailySums(database, bench.clientId)).get("volume/volume_offered");

    expect(stored).toEqual([...byDay].map(([day, sum]) => ({ day, sum })));
    expect(stored).toHaveLength(164);
  });

  test("come out the same when everything is computed again", async () => {
    const before = await database.adminRows(
      "select * from daily_measures where client_id = $1 order by 1, 2, 3, 4, 5, 6",
      [bench.clientId],
    );
    await database.adminRows("delete from daily_measures where client_id = $1", [bench.clientId]);

    await rebuild(database, bench.clientId);
    await settleDays(database, bench.clientId, () => 13);

    const after = await database.adminRows(
      "select * from daily_measures where client_id = $1 order by 1, 2, 3, 4, 5, 6",
      [bench.clientId],
    );
    expect(after).toEqual(before);
  }, 60_000);
});
