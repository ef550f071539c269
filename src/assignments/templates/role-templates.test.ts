import { KPIS } from "../../kpis/catalogue/kpis";
import { requireKpi } from "../../kpis/kpi-in-use.rules";
import { JUDGED } from "../kpi-assignment.service";
import { templateDocument } from "./role-template.rules";
import { requireTemplate, ROLE_TEMPLATES } from "./role-templates";

const scored = (code: string): string[] =>
  requireTemplate(code)
    .kpis.filter(({ weight }) => weight > 0)
    .map(({ kpi }) => kpi);

describe("role templates", () => {
  /** K5 of the source documents, word for word. */
  it.each([
    ["agent", "own", ["THROUGHPUT", "QUALITY", "CSAT"]],
    ["team-lead", "team", ["THROUGHPUT", "QUALITY", "CSAT", "TAT", "TRT", "AHT"]],
    ["quality-specialist", "own", ["QUALITY_VARIANCE", "CALIBRATION_AGREEMENT"]],
    ["trainer", "trained", ["TRAINING_ERROR_SHARE"]],
  ])("measure a %s by what its requirement lists, in scope %s", (code, scope, kpis) => {
    expect(requireTemplate(code).scope).toBe(scope);
    expect(scored(code)).toEqual(kpis);
  });

  it("trace a trainer's errors in evaluations and in customers' words", () => {
    expect(requireTemplate("trainer").kpis[0]).toMatchObject({ kpi: "TRAINING_ERROR_SHARE", dialect: "ALL" });
  });

  it("give operations managers every KPI there is", () => {
    const kpis = requireTemplate("operations-manager").kpis.map(({ kpi }) => kpi);

    expect(kpis).toEqual(KPIS.map(({ code }) => code));
  });

  it("are eight, from the floor upwards", () => {
    expect(ROLE_TEMPLATES.map(({ code, scope }) => `${code} ${scope}`)).toEqual([
      ...["agent own", "team-lead team", "quality-specialist own", "trainer trained", "operations-manager contract"],
      ...["service-delivery-director all", "process-analyst service", "control-room-manager contract"],
    ]);
  });

  it.each(ROLE_TEMPLATES)("let $code be judged by each of its KPIs, once, with weights of 100", ({ scope, kpis }) => {
    const unfit = kpis.filter(({ kpi }) => !requireKpi(kpi).judges.includes(JUDGED[scope]));

    expect(unfit).toEqual([]);
    expect(new Set(kpis.map(({ kpi }) => kpi)).size).toBe(kpis.length);
    expect(kpis.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    expect(kpis.every(({ source }) => source.length > 0)).toBe(true);
  });

  it.each(ROLE_TEMPLATES)(
    "never hold the work of people ($code) against a queue's service level",
    ({ scope, kpis }) => {
      const isOfPeople = ["own", "team", "trained"].includes(scope);

      expect(isOfPeople && kpis.some(({ kpi }) => kpi === "SERVICE_LEVEL")).toBe(false);
    },
  );

  it("name each role in every language", () => {
    const texts = ROLE_TEMPLATES.flatMap(({ names, descriptions }) => [names, descriptions]);

    expect(texts.flatMap((one) => Object.values(one)).every((text) => text.trim().length > 1)).toBe(true);
    expect(texts.every((one) => Object.keys(one).join() === "en,it,hr,zh")).toBe(true);
  });

  it("refuse a code that is not one of theirs, with the nearest", () => {
    expect(() => requireTemplate("teamlead")).toThrow('There is no role template "teamlead".');
  });

  it("become a document for a setup folder", () => {
    const document = templateDocument(requireTemplate("agent"), { client: "northwind", validFrom: "2026-01-01" });

    expect(document).toMatchObject({
      ...{ kind: "Role", code: "agent", name: "Agent", scope: "own" },
      kpiSets: [{ client: "northwind", validFrom: "2026-01-01", weights: "whole" }],
      kpiAssignments: [
        { kpi: "THROUGHPUT", client: "northwind", validFrom: "2026-01-01", weight: 30 },
        { kpi: "QUALITY", weight: 35 },
        { kpi: "CSAT", weight: 35 },
      ],
    });
  });
});
