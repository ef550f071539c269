import { anIngestBench, type IngestBench } from "../facts/ingest.builder";
import { resolveKpi } from "../kpis/kpi-in-use.rules";
import type { MeasuredFigure } from "../kpis/figure.rules";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import type { Day } from "../shared/day";
import { factsBehind, type CountedFact } from "./fact.queries";
import { inUse, measuredFigure, settleDays } from "../test-support/measured-figure.builder";

let database: TestDatabase;
let bench: IngestBench;
beforeAll(async () => (database = await createTestDatabase()));
beforeEach(async () => (bench = await anIngestBench({ db: database.db })));
afterAll(() => database.drop());

const DAY = { from: "2026-05-04", until: "2026-05-05" };
const KPIS = ["FORECAST_ACCURACY", "FORECAST_WAPE", "FORECAST_MAPE", "FORECAST_BIAS"];
const STAFFING = ["STAFFING_TO_FORECAST", "STAFFING_COVERED"];

const hour = (number: number): string => `2026-05-04T${String(6 + number).padStart(2, "0")}:00:00Z`;

interface Publication {
  readonly code?: string;
  readonly publishedAt?: string;
  readonly isLocked?: boolean;
  readonly required?: readonly (number | string)[];
}

/** One forecast for each hour from 6:00 UTC on. */
const forecasts = (volumes: readonly (number | string)[], more: Publication = {}): string =>
  [
    "external_id,service,interval_start,interval_end,publication,published_at,is_locked,volume,required_staff",
    ...volumes.map((volume, i) => {
      const code = more.code ?? "first";
      const { publishedAt = "2026-04-01T00:00:00Z", isLocked = true } = more;
      const interval = `${hour(i)},${hour(i + 1)}`;
      return `${code}-${i},VOICE,${interval},${code},${publishedAt},${isLocked ? "yes" : "no"},${volume},${more.required?.[i] ?? ""}`;
    }),
    "",
  ].join("\n");

const volumes = (offered: readonly number[]): string =>
  [
    "external_id,service,interval_start,interval_end,offered",
    ...offered.map((count, i) => `volume-${i},VOICE,${hour(i)},${hour(i + 1)},${count}`),
    "",
  ].join("\n");

async function taken(
  stream: "forecast" | "volume" | "work_time" | "contact" | "headcount",
  text: string,
): Promise<void> {
  const { state, rows, error } = await bench.send(text, { stream });
  expect({ state, error, rejected: rows.rejected }).toEqual({ state: "finished", error: null, rejected: 0 });
}

async function figures(): Promise<(code: string, dialect?: string) => Promise<MeasuredFigure>> {
  await inUse(
    database,
    bench.clientId,
    [...KPIS, ...STAFFING].map((kpiCode) => resolveKpi({ kpiCode })),
  );
  await settleDays(database, bench.clientId);
  return (kpiCode, dialect) =>
    measuredFigure(database, resolveKpi(dialect ? { kpiCode, dialect } : { kpiCode }), {
      ...DAY,
      clientId: bench.clientId,
    });
}

const shown = ({ value }: MeasuredFigure): string | null => value && (Number(value) * 100).toFixed(4);

describe("the accuracy of forecasts", () => {
  test("X20: MAPE 14.00 %, WAPE 13.92 %, bias +8.86 %", async () => {
    await taken("volume", volumes([17, 25, 14, 23]));
    await taken("forecast", forecasts([18, 30, 17, 21]));

    const figure = await figures();

    // 58,823,529 + 200,000,000 + 214,285,714 + 86,956,522 thousand-millionths: exact to half of one, so 14.0016441… %
    expect(await figure("FORECAST_MAPE")).toMatchObject({
      numerator: "0.560065765",
      denominator: "4",
      value: "0.14001644125",
    });
    expect(shown(await figure("FORECAST_WAPE"))).toBe("13.9241");
    expect(shown(await figure("FORECAST_ACCURACY"))).toBe("86.0759");
    expect(shown(await figure("FORECAST_BIAS"))).toBe("8.8608");
    expect(shown(await figure("FORECAST_WAPE", "DAY"))).toBe("8.8608");
  });

  test("X21: MAPE 26.25 %, WAPE 2.74 %", async () => {
    await taken("volume", volumes([10, 2_000]));
    await taken("forecast", forecasts([15, 1_950]));

    const figure = await figures();

    expect(await figure("FORECAST_MAPE")).toMatchObject({ value: "0.2625" });
    expect(await figure("FORECAST_WAPE")).toMatchObject({ numerator: "55", denominator: "2010" });
    expect(shown(await figure("FORECAST_WAPE"))).toBe("2.7363");
  });

  test("single contacts count like volumes", async () => {
    const offered = [17, 25, 14, 23].flatMap((count, at) => Array.from({ length: count }, (_, i) => [at, i] as const));
    const rows = offered.map(
      ([at, i]) =>
        `call-${at}-${i},VOICE,phone,abandoned,${hour(at).replace(":00:00", `:${String(i * 2).padStart(2, "0")}:59`)}`,
    );
    await taken("contact", `external_id,service,channel,outcome,offered_at\n${rows.join("\n")}\n`);
    await taken("forecast", forecasts([18, 30, 17, 21]));

    const figure = await figures();

    expect(await figure("FORECAST_MAPE")).toMatchObject({ value: "0.14001644125" });
    expect(await figure("FORECAST_WAPE")).toMatchObject({ numerator: "11", denominator: "79" });
  });

  test("the locked publication that came last counts; others count for nothing", async () => {
    await taken("volume", volumes([10, 10, 0]));
    await taken(
      "forecast",
      forecasts([99, 99, 99], { code: "draft", isLocked: false, publishedAt: "2026-05-01T00:00:00Z" }),
    );
    await taken("forecast", forecasts([12, 12, 2]));
    await taken("forecast", forecasts([11], { code: "second", publishedAt: "2026-04-20T00:00:00Z" }));

    const figure = await figures();

    expect(await figure("FORECAST_WAPE")).toMatchObject({ numerator: "5", denominator: "20" });
    expect(await figure("FORECAST_MAPE")).toMatchObject({ numerator: "0.3", denominator: "2" });
  });

  test("what has not come yet is not compared", async () => {
    await taken("volume", volumes([10]));
    await taken("forecast", forecasts([12, 500]));

    const figure = await figures();
    const before = await figure("FORECAST_WAPE");
    await taken("volume", volumes([10, 400]));
    await settleDays(database, bench.clientId);
    const after = await figure("FORECAST_WAPE");

    expect(before).toMatchObject({ numerator: "2", denominator: "10" });
    expect(after).toMatchObject({ numerator: "102", denominator: "410" });
  });
});

describe("the facts behind a figure", () => {
  test("are the locked forecasts, each with its error; of a level, the changes", async () => {
    await taken("volume", volumes([10, 20]));
    await taken("forecast", forecasts([12, 20, 500]));
    await taken("headcount", "external_id,service,day,headcount\na,VOICE,2026-05-04,10\nb,VOICE,2026-05-06,8.5\n");
    await inUse(database, bench.clientId, [resolveKpi({ kpiCode: "FORECAST_WAPE" })]);
    await settleDays(database, bench.clientId);

    const behind = (kpiCode: string, until: string) =>
      database.asInternal([bench.clientId], (tx) =>
        factsBehind(
          tx,
          {
            ...{ clientId: bench.clientId, kpi: resolveKpi({ kpiCode }), part: "numerator" },
            sources: [{ serviceId: bench.voice.id, personId: null, from: DAY.from as Day, until: until as Day }],
          },
          { first: 10, after: null },
        ),
      );
    const told = (all: readonly CountedFact[]) => all.map(({ externalId, adds }) => [externalId, adds]);

    expect(told(await behind("FORECAST_WAPE", DAY.until))).toEqual([
      ["first-0", 200],
      ["first-1", 0],
    ]);
    expect(told(await behind("HEADCOUNT", "2026-05-07"))).toEqual([
      ["a", 1_000],
      ["b", -150],
    ]);
  });
});

describe("staff against the forecast", () => {
  const work = (rows: readonly string[]): string =>
    [
      "external_id,service,person,started_at,ended_at,available_seconds,handling_seconds,logged_seconds",
      ...rows,
      "",
    ].join("\n");

  test("is spread over intervals by the second; too many at one time help no other", async () => {
    await taken("forecast", forecasts([1, 1], { required: [2, "0.5"] }));
    await taken(
      "work_time",
      work([
        `a,VOICE,anna,${hour(0)},${hour(2)},1000,2601,7000`,
        `b,VOICE,ben,2026-05-04T07:30:00Z,2026-05-04T08:30:00Z,0,3600,3600`,
      ]),
    );

    const figure = await figures();

    // anna 1,800 and 1,801 of 3,601; ben 1,800 of 3,600; required 7,200 and 1,800
    expect(await figure("STAFFING_TO_FORECAST")).toMatchObject({ numerator: "5401", denominator: "9000", sample: 2 });
    expect(await figure("STAFFING_COVERED")).toMatchObject({ numerator: "360000", denominator: "900000" });
    expect(await figure("STAFFING_TO_FORECAST", "LOGGED")).toMatchObject({ numerator: "8800", denominator: "9000" });
  });

  test("is not known without work time, and then there is no figure", async () => {
    await taken("forecast", forecasts([1, 1], { required: [2, 2] }));

    const figure = await figures();

    expect(await figure("STAFFING_TO_FORECAST")).toMatchObject({ value: null, status: "NO_DATA" });
  });
});
