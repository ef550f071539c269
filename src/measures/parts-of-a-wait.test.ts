import { anIngestBench, type IngestBench } from "../facts/ingest.builder";
import { resolveKpi } from "../kpis/kpi-in-use.rules";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { inUse, measuredFigure, settleDays } from "../test-support/measured-figure.builder";

let database: TestDatabase;
let bench: IngestBench;
beforeAll(async () => (database = await createTestDatabase()));
beforeEach(async () => (bench = await anIngestBench({ db: database.db })));
afterAll(() => database.drop());

const HEADER =
  "external_id,service,channel,outcome,offered_at,wait_seconds,ring_seconds,whisper_seconds,talk_seconds,hold_seconds";
const call = (id: number, cells: string): string => `call-${id},VOICE,phone,answered,2026-05-04T10:00:00Z,${cells}`;

test("ASA with and without ringing and whisper leaves out, on both sides, what is not known", async () => {
  const rows = [call(1, "20,5,3,60,"), call(2, "30,0,,60,"), call(3, "10,,2,60,")];
  await bench.send([HEADER, ...rows, ""].join("\n"));
  await inUse(database, bench.clientId, [resolveKpi({ kpiCode: "ASA" })]);
  await settleDays(database, bench.clientId);

  const asa = (dialect: string) =>
    measuredFigure(database, resolveKpi({ kpiCode: "ASA", dialect }), {
      ...{ clientId: bench.clientId, from: "2026-05-04", until: "2026-05-05" },
    });

  expect(await asa("MEAN")).toMatchObject({ numerator: "60", denominator: "3" });
  expect(await asa("WITHOUT_RING")).toMatchObject({ numerator: "45", denominator: "2" });
  expect(await asa("WITH_WHISPER")).toMatchObject({ numerator: "35", denominator: "2" });
});

test("average hold divides by contacts held, the hold part of AHT by contacts handled", async () => {
  const rows = [call(1, "20,,,60,30"), call(2, "30,,,60,0"), call(3, "10,,,60,10"), call(4, "10,,,60,")];
  await bench.send([HEADER, ...rows, ""].join("\n"));
  await inUse(
    database,
    bench.clientId,
    ["AVERAGE_HOLD", "AHT"].map((kpiCode) => resolveKpi({ kpiCode })),
  );
  await settleDays(database, bench.clientId);

  const figure = (kpiCode: string, dialect: string) =>
    measuredFigure(database, resolveKpi({ kpiCode, dialect }), {
      ...{ clientId: bench.clientId, from: "2026-05-04", until: "2026-05-05" },
    });

  expect(await figure("AVERAGE_HOLD", "HELD")).toMatchObject({ numerator: "40", denominator: "2" });
  expect(await figure("AHT", "HOLD")).toMatchObject({ numerator: "40", denominator: "4" });
});

test("ringing is a part of the wait", async () => {
  const report = await bench.send([HEADER, call(1, "5,9,,60,"), ""].join("\n"));

  expect(report.rows).toMatchObject({ accepted: 0, rejected: 1 });
  const [reject] = await database.adminRows<object>(
    "select field, code, value from import_reject where import_id = $1",
    [report.importId],
  );
  expect(reject).toEqual({ field: "ring_seconds", code: "CONTRADICTION", value: "9" });
});
