import { Refusals, type DomainError } from "../shared/errors";
import { checkCatalogue } from "./catalogue-check.rules";
import { KPIS } from "./catalogue/kpis";
import { MEASURES } from "./catalogue/measures";
import { LANGUAGES, type KpiDefinition } from "./kpi-definition";
import { dialectsOf, resolveKpi, type KpiReference } from "./kpi-in-use.rules";

const refusal = (reference: KpiReference): DomainError => {
  try {
    resolveKpi(reference);
  } catch (error) {
    return error as DomainError;
  }
  throw new Error("It was not refused.");
};

describe("the catalogue", () => {
  it("can be read, and its shares are parts of their wholes", () => {
    expect(() => checkCatalogue(KPIS)).not.toThrow();
  });

  it.each([
    ["answered_within + abandoned_within", "answered", "part of its whole"],
    ["answered - abandoned", "offered", "part of its whole"],
    ["answered", "handled", "different days"],
    ["rated_top", "offered", "different facts"],
    ["answred", "offered", "no measure"],
  ])("refuses the share %s ÷ %s: %s", (numerator, denominator, trouble) => {
    const dialects = [{ code: "BAD", description: "", numerator, denominator }];
    const kpi: KpiDefinition = { ...KPIS[0]!, dialects };

    expect(() => checkCatalogue([kpi])).toThrow(trouble);
  });

  it.each([
    ["complaints_justified", "complaints"],
    ["employee_rated_top", "employee_rated"],
  ])("proves the share %s ÷ %s", (numerator, denominator) => {
    const { parameters } = KPIS.find(({ code }) => code === "EMPLOYEE_SATISFACTION")!;
    const dialects = [{ code: "GOOD", description: "", numerator, denominator }];

    expect(() => checkCatalogue([{ ...KPIS[0]!, parameters, dialects, defaultDialect: "GOOD" }])).not.toThrow();
  });

  it("has each code once, and words in every language", () => {
    expect(new Set(KPIS.map((kpi) => kpi.code)).size).toBe(KPIS.length);
    expect(new Set(MEASURES.map((measure) => measure.code)).size).toBe(MEASURES.length);
    for (const kpi of KPIS)
      for (const language of LANGUAGES) {
        expect(kpi.names[language]).toMatch(/\S/);
        expect(kpi.descriptions[language]).toMatch(/\S/);
      }
  });

  it("has default dialects and default parameters that are allowed", () => {
    for (const kpi of KPIS) expect(() => resolveKpi({ kpiCode: kpi.code })).not.toThrow();
  });

  it("calls a ratio what is divided, and nothing else", () => {
    const misnamed = KPIS.filter(({ rollUp, dialects }) => {
      const isDivided = dialects.some(({ denominator }) => denominator !== null);
      return rollUp === "ratio" ? !isDivided : rollUp === "additive" && isDivided;
    });

    expect(misnamed.map(({ code }) => code)).toEqual([]);
  });

  it("judges nobody's own work by what the queue decides (K4)", () => {
    const ofPeople = KPIS.filter((kpi) => kpi.judges.includes("position")).map((kpi) => kpi.code);

    for (const ofQueue of ["SERVICE_LEVEL", "ABANDONMENT_RATE", "ANSWER_RATE"]) expect(ofPeople).not.toContain(ofQueue);
  });
});

describe("a KPI in use", () => {
  it("takes the catalogue's defaults for what is left out", () => {
    expect(resolveKpi({ kpiCode: "SERVICE_LEVEL", parameters: { thresholdSeconds: 30 } })).toEqual({
      kpiCode: "SERVICE_LEVEL",
      dialect: "SL-A",
      parameters: { thresholdSeconds: 30, shortAbandonSeconds: 5 },
    });
  });

  it("stands beside its other dialects with the same parameters", () => {
    const all = dialectsOf(resolveKpi({ kpiCode: "SERVICE_LEVEL", dialect: "SL-X" }));

    expect(all.map((one) => one.dialect)).toEqual(
      ["A", "B", "C", "D", "E", "F", "G", "H", "I", "X"].map((letter) => `SL-${letter}`),
    );
    expect(new Set(all.map((one) => JSON.stringify(one.parameters))).size).toBe(1);
  });

  it("stands beside no dialect that counts facts of another stream", () => {
    const codes = (dialect: string) => dialectsOf(resolveKpi({ kpiCode: "FCR", dialect })).map((one) => one.dialect);

    expect(codes("SURVEY")).toEqual(["SURVEY"]);
    expect(codes("OPERATIONAL")).toEqual(["OPERATIONAL"]);
  });

  it.each([
    [{ kpiCode: "SERVICE_LEVL" }, "UNKNOWN_KPI", "SERVICE_LEVEL"],
    [{ kpiCode: "SERVICE_LEVEL", dialect: "sl-a" }, "UNKNOWN_DIALECT", 'Did you mean "SL-A"?'],
    [{ kpiCode: "ASA", parameters: { thresholdSeconds: 20 } }, "UNKNOWN_PARAMETER", "It takes none."],
    [{ kpiCode: "FCR", parameters: { repeatday: 3 } }, "UNKNOWN_PARAMETER", 'Did you mean "repeatDays"?'],
    [{ kpiCode: "FCR", parameters: { repeatDays: 0 } }, "PARAMETER_OUT_OF_RANGE", "from 1 to 90"],
    [{ kpiCode: "FCR", parameters: { repeatDays: 2.5 } }, "PARAMETER_OUT_OF_RANGE", "whole number"],
    [{ kpiCode: "FCR", parameters: { repeatDays: "3" } }, "PARAMETER_OUT_OF_RANGE", "whole number"],
    [{ kpiCode: "DSAT", parameters: { bottomBoxes: 3 } }, "PARAMETER_OUT_OF_RANGE", "from 1 to 2"],
  ])("%j is refused: %s, %s", (reference, code, remedy) => {
    const refused = refusal(reference);

    expect(refused.code).toBe(code);
    expect(refused.remedy).toContain(remedy);
  });

  it("is refused for everything that is wrong at once", () => {
    const refused = refusal({ kpiCode: "SERVICE_LEVEL", dialect: "SL-Z", parameters: { thresholdSeconds: -1, x: 1 } });

    expect(refused).toBeInstanceOf(Refusals);
    expect((refused as Refusals).all.map((one) => one.code)).toEqual([
      "UNKNOWN_DIALECT",
      "PARAMETER_OUT_OF_RANGE",
      "UNKNOWN_PARAMETER",
    ]);
  });
});
