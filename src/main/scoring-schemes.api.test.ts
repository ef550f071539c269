import { rmSync } from "node:fs";
import { sampleSetup, setupFolder } from "../setup/sample-setup.builder";
import { readSetup } from "../setup/setup-files";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { applySetup } from "./commands/apply.command";
import { wireServices } from "./services";

describe("schemes and sets in the graph", () => {
  let database: TestDatabase;
  let api: TestApi;
  let ours: Ask;
  const NOW = new Date("2026-05-15T10:00:00Z");

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await testApi(database);
    const folder = setupFolder(sampleSetup());
    await applySetup(wireServices(), database.db, { setup: readSetup(folder), now: NOW });
    rmSync(folder, { recursive: true });
    const [client] = await database.adminRows<{ id: string }>("select client_id as id from tenant");
    ours = api.as({ clientIds: [client!.id], rights: new Set(["setup:write"]) }, NOW);
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  const ASSIGN = `mutation ($version: KpiAssignmentVersionInput!, $kpi: String!) {
    assignKpi(input: { role: "agent", client: "northwind", contract: "care", kpi: $kpi, versions: [$version] }) {
      errors { code path message }
      kpiAssignment { inForce { target onMissing gate { atLeast cap } baseline { value improveBy measured }
        scheme { __typename
          ... on LevelsScheme { meets rounding { kind decimals } levels { level score from } }
          ... on WorstBestScheme { worst best } } } } } }`;

  const assign = async (kpi: string, terms: object) =>
    (await ours(ASSIGN, { kpi, version: { weight: "10", ...terms } })).data.assignKpi;

  it("keeps a scheme, its gate, and a target worked out from a baseline", async () => {
    const answer = await assign("TRT", {
      scheme: { worstBest: { worst: "172800", best: "36000" } },
      onMissing: "CARRY",
      gate: { atLeast: "259200", cap: "50" },
      baseline: { value: "86400", improveBy: "25 %", measured: "2025" },
    });

    expect(answer).toEqual({
      errors: [],
      kpiAssignment: {
        inForce: {
          ...{ target: "64800", onMissing: "CARRY", gate: { atLeast: "259200", cap: "50" } },
          baseline: { value: "86400", improveBy: "0.25", measured: "2025" },
          scheme: { __typename: "WorstBestScheme", worst: "172800", best: "36000" },
        },
      },
    });
  });

  it("shows levels as bounds", async () => {
    const levels = [
      { level: "Poor", score: "0", to: "84.9 %" },
      { level: "Good", score: "100", from: "85 %" },
    ];
    const rounding = { kind: "HALF_UP", decimals: 1 };

    const answer = await assign("QUALITY", { scheme: { levels: { levels, rounding, meets: "Good" } } });

    expect(answer.errors).toEqual([]);
    expect(answer.kpiAssignment.inForce.scheme).toEqual({
      ...{ __typename: "LevelsScheme", meets: "Good", rounding },
      levels: [
        { level: "Poor", score: "0", from: null },
        { level: "Good", score: "100", from: "0.85" },
      ],
    });
  });

  it.each([
    ["two schemes at once", { percentage: true, attainment: true }, "INVALID_SCHEME", []],
    ["no scheme", { attainment: false }, "INVALID_SCHEME", []],
    ["what the KPI cannot be scored by", { around: { tolerance: "1 %", limit: "2 %" } }, "INVALID_SCHEME", ["around"]],
    [
      "a gap, where it stands",
      {
        levels: {
          meets: "Good",
          levels: [
            { level: "Poor", score: "0", to: "84.9 %" },
            { level: "Good", score: "1", from: "85 %" },
          ],
        },
      },
      "BANDS_GAP",
      ["levels", "levels", "1", "from"],
    ],
  ])("refuses %s", async (_what, scheme, code, path) => {
    const { errors } = await assign("CSAT", { scheme });

    expect(errors).toMatchObject([{ code, path: ["versions", "0", "scheme", ...path] }]);
  });

  it("refuses a target beside a baseline", async () => {
    const baseline = { value: "80 %", improveBy: "10 %", measured: "2025" };

    const { errors } = await assign("CSAT", { target: "90 %", baseline });

    expect(errors).toMatchObject([{ code: "INVALID_BASELINE", path: ["versions", "0", "baseline"] }]);
  });

  const DEFINE = `mutation ($versions: [KpiSetVersionInput!]!) {
    defineKpiSet(input: { role: "agent", client: "northwind", contract: "care", versions: $versions }) {
      errors { code path } kpiSet { id contract { code } versions { weights anonymousUnder levels { name colour from } } } } }`;

  it("defines a set, finds it again, and takes it back", async () => {
    const levels = [
      { name: "Below", colour: "Red", from: "0" },
      { name: "Ahead", colour: "#00AA55", from: "80" },
    ];
    const defined = (await ours(DEFINE, { versions: [{ weights: "WHOLE", levels }] })).data.defineKpiSet;
    const id = defined.kpiSet.id;
    const found = await ours(
      `query ($id: ID!) { node(id: $id) { ... on KpiSet { role { code } client { code } service { code } inForce { weights } } }
         kpiSets(role: "agent", first: 5) { totalCount nodes { id } } }`,
      { id },
    );
    const withdrawn = await ours(DEFINE, { versions: [] });

    expect(defined).toEqual({
      errors: [],
      kpiSet: {
        ...{ id, contract: { code: "care" } },
        versions: [
          {
            ...{ weights: "WHOLE", anonymousUnder: 5 },
            levels: [
              { name: "Below", colour: "#a61b1b", from: "0" },
              { name: "Ahead", colour: "#00aa55", from: "80" },
            ],
          },
        ],
      },
    });
    expect(found.data).toEqual({
      node: { role: { code: "agent" }, client: { code: "northwind" }, service: null, inForce: { weights: "WHOLE" } },
      kpiSets: { totalCount: 1, nodes: [{ id }] },
    });
    expect(withdrawn.data.defineKpiSet).toEqual({ errors: [], kpiSet: null });
  });

  it.each([
    ["from", [{ name: "Below", colour: "red", from: "50" }]],
    ["colour", [{ name: "Below", colour: "rouge", from: "0" }]],
  ])("refuses levels with a wrong %s", async (field, levels) => {
    const { data } = await ours(DEFINE, { versions: [{ levels }] });

    expect(data.defineKpiSet.errors).toEqual([
      { code: "INVALID_LEVELS", path: ["versions", "0", "levels", "0", field] },
    ]);
  });
});
