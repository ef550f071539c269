import type { IngestBench } from "../facts/ingest.builder";
import { KPIS } from "../kpis/catalogue/kpis";
import type { KpiInUse } from "../kpis/kpi-definition";
import { resolveKpi } from "../kpis/kpi-in-use.rules";
import { Decimal } from "../shared/decimal";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { dailySums, figureOf, rebuild, settleDays, type DailySums } from "../test-support/measured-figure.builder";
import { plainFigures } from "./plain-workforce";
import type { PlainSpan, PlainWorkforce } from "./plain-workforce.facts";
import {
  aWorkforceClient,
  csvOf,
  deliver,
  groundOf,
  RANDOM,
  rowOf,
  STREAM_OF,
  type Sent,
} from "../test-support/sent-workforce.builder";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const OURS = new Set([
  ...[
    "UTILISATION",
    "OCCUPANCY",
    "SHRINKAGE",
    "THROUGHPUT",
    "ADHERENCE",
    "CONFORMANCE",
    "ATTENDANCE",
    "VOLUME_OFFERED",
  ],
  ...["FORECAST_ACCURACY", "FORECAST_WAPE", "FORECAST_MAPE", "FORECAST_BIAS", "STAFFING_TO_FORECAST"],
  ...["STAFFING_COVERED", "ATTRITION", "CLIENT_CHURN", "HEADCOUNT", "HEADCOUNT_GAP"],
]);
const KPIS_IN_USE: KpiInUse[] = KPIS.filter(({ code }) => OURS.has(code)).flatMap(({ code, dialects }) =>
  dialects.filter((one) => one.percentile === undefined).map((one) => resolveKpi({ kpiCode: code, dialect: one.code })),
);

const prepared = (): Promise<IngestBench> => aWorkforceClient(database, KPIS_IN_USE);

const SPANS: readonly PlainSpan[] = [
  { from: "2026-02-01", until: "2026-07-01" },
  { from: "2026-03-01", until: "2026-04-01" },
  { from: "2026-03-08", until: "2026-03-09" },
  { from: "2026-03-29", until: "2026-03-30" },
  { from: "2026-04-01", until: "2026-05-01" },
];

function figuresOf(sums: DailySums, span: PlainSpan): Record<string, readonly string[]> {
  const all = KPIS_IN_USE.map((kpi): [string, string[]] => {
    const { numerator, denominator } = figureOf(sums, kpi, span);
    return [`${kpi.kpiCode}/${kpi.dialect}`, [numerator, denominator].map((side) => shown(side))];
  });
  return Object.fromEntries(all);
}

/** Nothing and nothing known look the same here. */
const shown = (side: string | Decimal | null): string =>
  side === null ? "0" : new Decimal(side).toSignificantDigits(25).toString();

const plainly = (sent: Sent, span: PlainSpan): Record<string, readonly string[]> => {
  const facts = Object.fromEntries(Object.entries(sent).map(([kind, all]) => [kind, [...all.values()]]));
  const figures = plainFigures(facts as unknown as PlainWorkforce, span);
  return Object.fromEntries([...figures].map(([key, sides]) => [key, sides.map((side) => shown(side))]));
};

describe("figures of the workforce by SQL and by plain code agree to the last digit", () => {
  it.each([1, 2, 3])(
    "for random facts that come, change, move and go (seed %d)",
    async (seed) => {
      const random = seeded(seed);
      const bench = await prepared();
      const sent: Sent = {
        work: new Map(),
        forecasts: new Map(),
        volumes: new Map(),
        calls: new Map(),
        headcounts: new Map(),
      };

      for (let round = 0; round < 4; round += 1) {
        for (const kind of Object.keys(STREAM_OF).sort(() => random() - 0.5)) {
          await deliver({ database, bench, random, sent }, kind as keyof PlainWorkforce);
          if (random() < 0.5) await settleDays(database, bench.clientId, () => 1 + Math.floor(random() * 8));
        }
      }
      await settleDays(database, bench.clientId, () => 5);

      const sums = await dailySums(database, bench.clientId);
      for (const span of SPANS) expect([span, figuresOf(sums, span)]).toEqual([span, plainly(sent, span)]);
      const spans = SPANS.map((span) => plainly(sent, span));
      const empty = Object.keys(spans[0]!).filter((key) => spans.every((figures) => figures[key]![0] === "0"));
      expect(empty).toEqual(["THROUGHPUT/CASES"]);

      const before = await stored(bench.clientId);
      await database.adminRows("delete from daily_measures where client_id = $1", [bench.clientId]);
      await rebuild(database, bench.clientId);
      await settleDays(database, bench.clientId, () => 3);
      expect(await stored(bench.clientId)).toEqual(before);
    },
    120_000,
  );
});

describe("figures of the workforce", () => {
  it("do not depend on the order and repetition of facts, nor on batches", async () => {
    const random = seeded(7);
    const ground = groundOf(await prepared());
    const facts = (Object.keys(STREAM_OF) as (keyof PlainWorkforce)[]).flatMap((kind) =>
      Array.from({ length: 60 }, (_, i) => [kind, RANDOM[kind](random, ground, `${kind}-${100 + i}`)] as const),
    );

    const all = await Promise.all(
      [0, 0.3, 0.6].map(async (repeated) => {
        const bench = await prepared();
        const order = [...facts, ...facts.filter(() => random() < repeated)].sort(() =>
          repeated ? random() - 0.5 : 0,
        );
        for (let at = 0; at < order.length; at += repeated ? 97 : 1_000) {
          const some = order.slice(at, at + (repeated ? 97 : 1_000));
          for (const kind of Object.keys(STREAM_OF) as (keyof PlainWorkforce)[]) {
            const rows = some.filter((one) => one[0] === kind).map(([, fact]) => rowOf(kind, fact));
            await bench.send(csvOf(STREAM_OF[kind], rows), { stream: STREAM_OF[kind] });
          }
          if (repeated) await settleDays(database, bench.clientId, () => 9);
        }
        await settleDays(database, bench.clientId);
        return dailySums(database, bench.clientId);
      }),
    );

    for (const other of all.slice(1)) expect(other).toEqual(all[0]);
    expect(all[0]!.size).toBeGreaterThan(40);
  }, 60_000);

  it("of two parts of a period add up to the whole, where they add up at all", async () => {
    const random = seeded(11);
    const bench = await prepared();
    const sent: Sent = {
      ...{ work: new Map(), forecasts: new Map(), volumes: new Map() },
      ...{ calls: new Map(), headcounts: new Map() },
    };
    for (const kind of Object.keys(STREAM_OF))
      await deliver({ database, bench, random, sent }, kind as keyof PlainWorkforce);
    await settleDays(database, bench.clientId);
    const sums = await dailySums(database, bench.clientId);
    const additive = KPIS_IN_USE.filter(
      ({ kpiCode }) => !["HEADCOUNT", "HEADCOUNT_GAP", "ATTRITION", "CLIENT_CHURN"].includes(kpiCode),
    );

    for (const cut of ["2026-03-01", "2026-03-08", "2026-03-29", "2026-03-30", "2026-04-01"])
      for (const kpi of additive) {
        const [whole, before, after] = [
          { from: "2026-02-01", until: "2026-07-01" },
          { from: "2026-02-01", until: cut },
          { from: cut, until: "2026-07-01" },
        ].map((span) => figureOf(sums, kpi, span));
        for (const side of ["numerator", "denominator"] as const)
          expect(new Decimal(before![side] ?? 0).plus(after![side] ?? 0).toString()).toBe(
            new Decimal(whole![side] ?? 0).toString(),
          );
      }
  }, 60_000);
});

const stored = (clientId: string): Promise<object[]> =>
  database.adminRows(
    "select stream, service_id, day, channel, person_id, sums from daily_measures where client_id = $1 order by 1, 2, 3, 4, 5",
    [clientId],
  );
