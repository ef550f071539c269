import { KpiService } from "../kpis/kpi.service";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import { givenContract, type GivenContract } from "../setup/setup.builder";
import { DomainError } from "../shared/errors";
import { refusalsIn } from "../shared/gathering";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { loadObjectiveReferences } from "./objective-references";
import { objectiveRecord } from "./objective-record";
import type { ObjectiveInput } from "./objective.schema";
import { currentObjectiveVersions, ObjectiveService } from "./objective.service";

describe("an objective", () => {
  let database: TestDatabase;
  let given: GivenContract;
  const service = new ObjectiveService(() => Promise.resolve());
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.asInternal([], (tx) => new KpiService().syncCatalogue(tx, new Date("2020-01-01T00:00:00Z")));
  });
  beforeEach(async () => (given = await givenContract(database)));
  afterAll(() => database.drop());

  const define = (code: string, ...versions: object[]) =>
    database.asInternal([given.clientId], (tx) => {
      const context: DefinitionContext = {
        ...{ actor: "test", now: new Date("2026-05-01T08:00:00Z"), requestId: null },
        ...{ clientIds: [given.clientId], internal: true },
      };
      const place = { client: given.client.code, contract: given.contract.code, code };
      return service.define(tx, context, { ...place, name: code, clause: "§ 1", versions } as ObjectiveInput);
    });

  /** What was defined, as its document says it. */
  const defined = async (code: string, ...versions: object[]) => {
    const { thing } = await define(code, ...versions);
    return database.asInternal([given.clientId], async (tx) => {
      const { codeOf } = await loadObjectiveReferences(tx, given.contract);
      const [first] = objectiveRecord(thing, await currentObjectiveVersions(tx, thing), codeOf).versions;
      return Object.fromEntries(Object.entries(first!).filter(([, value]) => value !== null));
    });
  };

  const refusals = (...versions: object[]): Promise<string[]> =>
    define("BAD", ...versions).then(
      () => [],
      (error: DomainError) => refusalsIn(error).map((one) => `${one.code} ${one.path.slice(2).join(".")}`),
    );

  const SHARE = { kpi: "SERVICE_LEVEL", target: "80 %", measuredBy: "month" };
  const WAIT = { kpi: "ASA", target: 30, measuredBy: "month" };
  const QUESTION = { question: "Do they own the call?", scale: { from: 1, to: 5 }, assessors: "both" };

  it("keeps every level and way of comparing, and says them again as they were written", async () => {
    const calendar = given.calendar.code;
    const written = {
      ...{ ...SHARE, minimum: "70 %", expected: "75 %", rounding: { mode: "half_up", decimals: 1 }, weight: 2 },
      ...{ rolling: 3, calendar, exclusionsAllowed: [], minSample: 30 },
      relief: { tolerance: "10 %", effect: "adjust_target", adjustedTarget: "75 %" },
    };

    expect(await defined("SL", written)).toEqual({
      ...{ validFrom: "2020-01-01", dialect: "SL-A", parameters: { thresholdSeconds: 20, shortAbandonSeconds: 5 } },
      ...written,
    });
  });

  it("works its target out from a baseline (24 h, a quarter better, is 18 h)", async () => {
    const baseline = { value: "86400", improveBy: "25 %", measured: "2025-Q4" };

    expect(await defined("ART", { kpi: "ASA", baseline, measuredBy: "month" })).toMatchObject({ baseline });
    const [row] = await database.adminRows(
      "select target from objective_version v join objective o on o.id = v.objective_id where o.code = 'ART'",
    );
    expect(row).toEqual({ target: "64800" });
  });

  it("is put together from others, or assessed", async () => {
    await define("SL", SHARE);
    await define("OWN", { target: "80 %", measuredBy: "month", question: QUESTION });
    const parts = [
      { objective: "SL", weight: 60 },
      { objective: "OWN", weight: 40 },
    ];
    const composite = { rule: "share_met", parts };

    expect(await defined("ALL", { target: "100 %", measuredBy: "month", composite })).toEqual({
      ...{ validFrom: "2020-01-01", target: "100 %", measuredBy: "month", minSample: 0, composite },
    });
    expect(await defined("OWN", { target: "80 %", measuredBy: "month", question: QUESTION })).toMatchObject({
      question: { ...QUESTION, evidenceRequired: false, cadence: "month" },
    });
  });

  it.each([
    [{ ...SHARE, minimum: "85 %" }, "INVALID_TARGET minimum"],
    [{ ...SHARE, minimum: "70 %", expected: "65 %" }, "INVALID_TARGET expected"],
    [{ ...WAIT, minimum: 60, expected: 90 }, "INVALID_TARGET expected"],
    [{ kpi: "SERVICE_LEVEL", measuredBy: "month" }, "INVALID_TARGET target"],
    [{ ...SHARE, rounding: { mode: "half_up", decimals: 9 } }, "INVALID_FIELD rounding.decimals"],
    [
      { ...SHARE, kpi: "CASES_RESOLVED", target: 5, rounding: { mode: "truncate", decimals: 0 } },
      "INVALID_COMPARISON rounding",
    ],
    [{ ...SHARE, weight: -1 }, "INVALID_FIELD weight"],
    [{ ...SHARE, rolling: 25 }, "INVALID_FIELD rolling"],
    [{ ...SHARE, calendar: "nowhere" }, "NOT_FOUND calendar"],
    [{ ...SHARE, amendment: "A9" }, "NOT_FOUND amendment"],
    [{ ...SHARE, exclusionsAllowed: ["bad_weather"] }, "INVALID_FIELD exclusionsAllowed.0"],
    [{ ...SHARE, baseline: { value: "60 %", improveBy: "10 %", measured: "2025" } }, "INVALID_BASELINE baseline"],
    [{ ...SHARE, relief: { tolerance: "10 %", effect: "adjust_target" } }, "INVALID_RELIEF relief.adjustedTarget"],
    [{ ...SHARE, relief: { tolerance: "10", effect: "exclude" } }, "INVALID_RELIEF relief.tolerance"],
    [
      { ...SHARE, relief: { tolerance: "10 %", effect: "adjust_target", adjustedTarget: "90 %" } },
      "INVALID_RELIEF relief.adjustedTarget",
    ],
    [{ target: "80 %", measuredBy: "month" }, "NOT_FOR_THIS_KIND target"],
    [{ ...SHARE, kpi: "ASSESSMENT" }, "KPI_NOT_MEASURED kpi"],
    [{ ...SHARE, question: QUESTION }, "NOT_FOR_THIS_KIND kpi"],
    [
      { target: "80 %", measuredBy: "month", question: { ...QUESTION, scale: { from: 5, to: 1 } } },
      "INVALID_QUESTION question.scale",
    ],
    [
      { target: "80 %", measuredBy: "month", question: { ...QUESTION, cadence: "week" } },
      "INVALID_QUESTION question.cadence",
    ],
    [
      { target: "80 %", measuredBy: "month", composite: { rule: "all_met", parts: [{ objective: "NONE" }] } },
      "NOT_FOUND composite.parts.0.objective",
    ],
  ])("is refused: %j", async (version, refusal) => {
    expect(await refusals(version)).toEqual([refusal]);
  });

  it("is not a part of itself, by whatever way, and has no part that is judged by other periods", async () => {
    const whole = (...codes: string[]) => ({
      ...{ target: "80 %", measuredBy: "month" },
      composite: { rule: "all_met", parts: codes.map((objective) => ({ objective })) },
    });
    await define("SL", SHARE);
    await define("WEEKLY", { ...SHARE, measuredBy: "week" });
    await define("BAD", whole("SL"));
    await define("OUTER", whole("BAD"));

    expect(await refusals(whole("SL", "OUTER"))).toEqual(["INVALID_COMPOSITE composite.parts"]);
    expect(await refusals(whole("BAD"))).toEqual(["INVALID_COMPOSITE composite.parts"]);
    expect(await refusals(whole("WEEKLY"))).toEqual(["INVALID_COMPOSITE composite.parts.0.objective"]);
    await expect(define("SL", { ...SHARE, measuredBy: "quarter" })).rejects.toMatchObject({
      ...{ code: "INVALID_COMPOSITE", path: ["versions", "0", "measuredBy"] },
    });
  });

  it("keeps its kind for good", async () => {
    await define("SL", SHARE);
    const assessed = { target: "80 %", measuredBy: "month", question: QUESTION };

    await expect(define("SL", assessed)).rejects.toMatchObject({ code: "OBJECTIVE_KIND_CHANGED" });
    expect(await refusals(SHARE, { ...assessed, validFrom: "2021-01-01" })).toEqual(["OBJECTIVE_KIND_CHANGED "]);
  });
});
