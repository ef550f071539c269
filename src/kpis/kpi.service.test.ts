import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { RELEASED_KPIS } from "./catalogue/kpis";
import { KpiService } from "./kpi.service";
import type { KpiDefinition } from "./kpi-definition";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const versionsOf = (code: string) =>
  database.adminRows<{ version: number; definition: KpiDefinition }>(
    "select version, definition from kpi_version where kpi_code = $1 order by version",
    [code],
  );

it("records the catalogue once, and a changed KPI as a further version", async () => {
  const monday = new Date("2026-03-02T08:00:00Z");
  const tuesday = new Date("2026-03-03T08:00:00Z");
  const [first, ...others] = RELEASED_KPIS as [KpiDefinition, ...KpiDefinition[]];
  const changed: KpiDefinition = { ...first, precision: 2 };

  const recorded = await database.asInternal([], (tx) => new KpiService().syncCatalogue(tx, monday));
  const again = await database.asInternal([], (tx) => new KpiService().syncCatalogue(tx, tuesday));
  const later = await database.asInternal([], (tx) => new KpiService([changed, ...others]).syncCatalogue(tx, tuesday));

  expect(recorded).toEqual(RELEASED_KPIS.map((kpi) => kpi.code).sort());
  expect(again).toEqual([]);
  expect(later).toEqual([first.code]);
  expect(await versionsOf(first.code)).toEqual([
    { version: 1, definition: first },
    { version: 2, definition: changed },
  ]);
  expect(await versionsOf("ASA")).toHaveLength(1);
});
