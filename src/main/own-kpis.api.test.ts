import { applySetup } from "./commands/apply.command";
import { settle } from "./pipeline";
import { wireServices } from "./services";
import { aRandomContact, storeContacts } from "../measures/plain-facts.builder";
import { sampleSetup, setupFolder } from "../setup/sample-setup.builder";
import { readSetup } from "../setup/setup-files";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";

describe("KPIs of one's own in the graph", () => {
  let database: TestDatabase;
  let api: TestApi;
  let ours: Ask;
  let theirs: Ask;
  let clientId: string;
  const NOW = new Date("2026-06-15T10:00:00Z");
  const services = wireServices();

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await testApi(database);
    const files = { ...sampleSetup(), "other.yaml": "kind: Client\ncode: southwind\nname: Southwind\n" };
    await applySetup(services, database.db, { setup: readSetup(setupFolder(files)), now: NOW });
    const tenants = await database.adminRows<{ id: string; code: string }>("select client_id as id, code from tenant");
    const idOf = (code: string): string => tenants.find((one) => one.code === code)!.id;
    clientId = idOf("northwind");
    ours = api.as({ clientIds: tenants.map(({ id }) => id) }, NOW);
    theirs = api.as({ kind: "client", clientIds: [idOf("southwind")] }, NOW);
    await storeSome();
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  async function storeSome(): Promise<void> {
    const phone = await database.adminRows<{ id: string }>("select id from service where code = 'phone'");
    const random = seeded(77);
    const ground = {
      ...{ clientId, services: [{ id: phone[0]!.id, zone: "Europe/Rome" }], people: [] },
      instants: Array.from({ length: 500 }, (_, i) => Date.parse("2026-05-01T00:00:00Z") + i * 3_600_000),
    };
    const contacts = Array.from({ length: 400 }, (_, i) => ({
      ...aRandomContact(random, ground, `c-${i}`),
      personId: null,
      sight: null,
    }));
    await database.asInternal([clientId], (tx) => storeContacts(tx, clientId, contacts));
  }

  const MEASURE = `mutation ($input: DefineMeasureInput!) { defineMeasure(input: $input) {
    measure { code unit stream isOwn parameters } errors { code path message remedy } } }`;
  const KPI = `mutation ($input: DefineKpiInput!) { defineKpi(input: $input) {
    kpi { code isOwn client { code } untranslated rollUp channels name(language: IT) dialects { code formula validFrom } }
    errors { code path message remedy } } }`;
  const PREVIEW = `query ($input: PreviewKpiInput!) { previewKpi(input: $input) {
    points { from until value numerator denominator sample status } errors { code path message remedy } } }`;

  const late = {
    ...{ client: "northwind", code: "slow_answers", stream: "CONTACT", description: "Answered after the limit." },
    versions: [
      {
        where: [
          { field: "outcome", is: "EQUALS", text: "answered" },
          { field: "wait_seconds", is: "ABOVE", parameter: "limitSeconds" },
        ],
      },
    ],
  };
  const limit = { name: "limitSeconds", unit: "seconds", default: 20, minimum: 0, maximum: 600, description: "Limit." };
  const threshold = { ...limit, name: "thresholdSeconds", default: 33 };
  const slow = {
    ...{ client: "northwind", code: "SLOW_SHARE", names: { en: "Slow answers" }, family: "EFFICIENCY", unit: "SHARE" },
    ...{ descriptions: { en: "Share of answers after the limit." }, direction: "MINIMISE", parameters: [limit] },
    versions: [{ formula: "slow_answers / answered" }],
  };

  it("are defined, previewed on real facts, put to use, back-filled and found again as they were previewed", async () => {
    const measure = (await ours(MEASURE, { input: late })).data.defineMeasure;
    const preview = (
      await ours(PREVIEW, {
        input: {
          ...{ client: "northwind", formula: slow.versions[0]!.formula, unit: "SHARE", parameters: [limit] },
          ...{ from: "2026-05-01", until: "2026-06-01", by: "MONTH" },
        },
      })
    ).data.previewKpi;
    const defined = (await ours(KPI, { input: slow })).data.defineKpi;
    const used = await ours(
      `mutation { useKpi(input: { client: "northwind", contract: "care", kpi: "SLOW_SHARE", versions: [{}] }) {
         kpiUse { kpi { code usedBy { count kpisInUse { contract { code } } forums { code } } } } errors { message } } }`,
    );
    await settle(services, database.db, { now: NOW });
    const { backfills } = (await ours(`{ client(code: "northwind") { backfills { kind state done total } } }`)).data
      .client;
    const card =
      await ours(`{ contract(code: "care") { scorecards(period: { kind: MONTH, containing: "2026-05-10" }, first: 1) {
      nodes { items { figure { kpi { code } value numerator denominator definition { dialect } } } } } } }`);

    expect(measure).toEqual({
      measure: {
        ...{ code: "slow_answers", unit: "COUNT", stream: "CONTACT", isOwn: true },
        parameters: ["limitSeconds"],
      },
      errors: [],
    });
    expect(preview.errors).toEqual([]);
    expect(preview.points).toEqual([
      expect.objectContaining({
        from: "2026-05-01",
        until: "2026-06-01",
        status: "OK",
        value: expect.stringMatching(/^0\./),
      }),
    ]);
    expect(defined).toEqual({
      kpi: {
        ...{ code: "SLOW_SHARE", isOwn: true, client: { code: "northwind" }, untranslated: ["IT", "HR", "ZH"] },
        ...{ rollUp: "RATIO", channels: "ALL", name: "Slow answers" },
        dialects: [
          { code: "CURRENT", formula: "slow_answers ÷ answered", validFrom: null },
          { code: "V1", formula: "slow_answers ÷ answered", validFrom: "1900-01-01" },
        ],
      },
      errors: [],
    });
    expect(used.data.useKpi).toEqual({
      kpiUse: {
        kpi: {
          code: "SLOW_SHARE",
          usedBy: { count: 2, kpisInUse: [{ contract: { code: "care" } }], forums: [{ code: "monthly" }] },
        },
      },
      errors: [],
    });
    // everything was new when the facts came, so that the first settle fills nothing back
    expect(backfills).toEqual([]);
    const items = card.data.contract.scorecards.nodes[0].items as { figure: { kpi: { code: string } } }[];
    const { value, numerator, denominator } = preview.points[0];
    expect(items.find(({ figure }) => figure.kpi.code === "SLOW_SHARE")!.figure).toMatchObject({
      ...{ value, numerator, denominator, definition: { dialect: "V1" } },
    });
  });

  it("are refused with code, place, message and remedy, several at once, by preview and definition alike", async () => {
    const formula = "slow_anwers / offerd + talk_seconds / 0";
    const preview = await ours(PREVIEW, {
      input: { client: "northwind", formula, unit: "SHARE", from: "2026-05-01", until: "2026-06-01", by: "DAY" },
    });
    const defined = await ours(KPI, { input: { ...slow, code: "WRONG", versions: [{ formula }] } });

    const messages = (errors: { message: string }[]) => errors.map(({ message }) => message.split(", ").at(-1));
    const wrong = ['character 1: there is no measure "slow_anwers".', 'character 15: there is no measure "offerd".'];
    expect(messages(preview.data.previewKpi.errors)).toEqual(wrong);
    expect(messages(defined.data.defineKpi.errors)).toEqual(wrong);
    expect(defined.data.defineKpi.errors[1]).toMatchObject({
      ...{ code: "INVALID_FORMULA", path: ["versions", "0", "formula"], remedy: 'Did you mean "offered"?' },
    });
  });

  it("cannot be previewed on too many days, nor by other clients' people", async () => {
    const input = {
      client: "northwind",
      formula: "offered",
      unit: "COUNT",
      from: "2020-01-01",
      until: "2026-06-01",
      by: "DAY",
    };

    const large = await ours(PREVIEW, { input });
    const foreign = await theirs(PREVIEW, { input: { ...input, from: "2026-05-31" } });
    const seen = await theirs(`{ kpi(code: "SLOW_SHARE") { code } measures { code } }`);

    expect(large.data.previewKpi.errors).toMatchObject([{ code: "PREVIEW_TOO_LARGE", path: ["until"] }]);
    expect(foreign.data.previewKpi.errors).toMatchObject([{ code: "NOT_FOUND", path: ["client"] }]);
    expect(seen.data.kpi).toBeNull();
    expect((seen.data.measures as { code: string }[]).map(({ code }) => code)).not.toContain("slow_answers");
  });

  it("keep the results of days before a change of formula", async () => {
    const versions = [
      ...slow.versions,
      { validFrom: "2026-05-15", formula: "slow_answers / (offered + callbacks_within)" },
    ];
    const changed = await ours(KPI, { input: { ...slow, parameters: [limit, threshold], versions } });
    await settle(services, database.db, { now: NOW });

    const figureOn = async (day: string) => {
      const { data } =
        await ours(`{ contract(code: "care") { scorecards(period: { kind: DAY, containing: "${day}" }, first: 1) {
        nodes { items { figure { kpi { code } denominator definition { dialect } } } } } } }`);
      const items = data.contract.scorecards.nodes[0].items as { figure: { kpi: { code: string } } }[];
      return items.find(({ figure }) => figure.kpi.code === "SLOW_SHARE")!.figure;
    };
    const { backfills } = (await ours(`{ client(code: "northwind") { backfills { kind state done total } } }`)).data
      .client;
    expect(changed.data.defineKpi.errors).toEqual([]);
    expect(backfills).toEqual([
      { kind: "back-fill", state: "SUCCEEDED", done: expect.any(Number), total: expect.any(Number) },
    ]);
    expect(backfills[0].done).toBe(backfills[0].total);
    expect(await figureOn("2026-05-14")).toMatchObject({ definition: { dialect: "V1" } });
    expect(await figureOn("2026-05-15")).toMatchObject({ definition: { dialect: "V2" } });
  });
});
