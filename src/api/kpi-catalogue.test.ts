import { graphql } from "graphql";
import { apiSchema } from "./schema";
import { statementCount } from "../platform/database";
import { ApiContext } from "../platform/graphql/context";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { KPIS } from "../kpis/catalogue/kpis";
import { KpiService } from "../kpis/kpi.service";

const now = new Date("2026-03-02T08:00:00Z");
const viewer = {
  kind: "client",
  id: "",
  name: "",
  personId: null,
  sight: null,
  clientIds: [],
  rights: new Set<never>(),
} as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.asInternal([], (tx) => new KpiService().syncCatalogue(tx, now));
});
afterAll(() => database.drop());

const ask = (source: string) =>
  database.asClient([], async (tx) => {
    const before = statementCount(tx);
    const contextValue = new ApiContext({ tx, viewer, now, requestId: "test", services: new Map() });
    const result = await graphql({ schema: apiSchema(), source, contextValue });
    return { ...JSON.parse(JSON.stringify(result)), statements: statementCount(tx) - before } as {
      data: Record<string, unknown>;
      statements: number;
    };
  });

it("shows a KPI in the language asked for, with its dialects and parameters", async () => {
  const { data } = await ask(`{ kpi(code: "SERVICE_LEVEL") {
    name inItalian: name(language: IT) inCroatian: name(language: HR) inChinese: name(language: ZH)
    unit direction isLiveOnly judges defaultDialect
    dialects { code formula } parameters { name default minimum maximum unit } } nothing: kpi(code: "PROFIT") { code } }`);

  expect(data.nothing).toBeNull();
  expect(data.kpi).toMatchObject({
    name: "Service level",
    inItalian: "Livello di servizio",
    inCroatian: "Razina usluge",
    inChinese: "服务水平",
    ...{ unit: "SHARE", direction: "MAXIMISE", isLiveOnly: true, judges: ["CONTRACT", "SERVICE"] },
    defaultDialect: "SL-A",
    parameters: [
      { name: "thresholdSeconds", default: 20, minimum: 1, maximum: 86_400, unit: "seconds" },
      { name: "shortAbandonSeconds", default: 5, minimum: 0, maximum: 3_600, unit: "seconds" },
    ],
  });
  expect((data.kpi as { dialects: unknown[] }).dialects).toContainEqual({
    code: "SL-E",
    formula: "answered_within ÷ (answered + abandoned - short_abandoned)",
  });
});

it("lists the whole catalogue with its versions in one statement", async () => {
  const { data, statements } = await ask("{ kpis { code versions { version recordedAt contentHash } } }");

  expect((data.kpis as { code: string }[]).map(({ code }) => code)).toEqual(KPIS.map(({ code }) => code));
  expect(data.kpis).toContainEqual({
    code: "ASA",
    versions: [{ version: 1, recordedAt: now.toISOString(), contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
  });
  expect(statements).toBe(1);
});
