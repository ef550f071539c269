import { Decimal } from "../shared/decimal";
import { evaluate, type MeasuredFigure } from "./figure.rules";
import { valueOf } from "./formula-value.rules";
import { formulaOf } from "./kpi-formula.rules";
import { resolveKpi, type KpiReference } from "./kpi-in-use.rules";

type Sums = Readonly<Record<string, number>>;

/** A KPI over sums of measures; what is not named is nothing. */
function figure(reference: KpiReference, sums: Sums): MeasuredFigure {
  const { numerator, denominator, sample } = formulaOf(resolveKpi(reference));
  const side = (of: typeof numerator): Decimal => valueOf(of, ({ measure }) => sums[measure.code] ?? 0, 1)!;
  return evaluate({
    ...{ numerator: side(numerator), denominator: denominator && side(denominator), sample: side(sample) },
    ...{ hasDenominator: denominator !== null, isComplete: true },
  });
}

/** Evaluator and reference: both pass, only the evaluator passes, only the reference passes, both fail. */
const verdicts = ([a, b, c, d]: readonly number[]): Sums => ({
  ...{ verdicts_pass_pass: a!, verdicts_pass_fail: b!, verdicts_fail_pass: c!, verdicts_fail_fail: d! },
});

const kappa = (counts: readonly number[]): MeasuredFigure => figure({ kpiCode: "CALIBRATION_KAPPA" }, verdicts(counts));

describe("Cohen's kappa", () => {
  it.each([
    ["Wikipedia, grant proposals", [20, 5, 10, 15], "0.4000"],
    ["Wikipedia, same agreement, first table", [45, 15, 25, 15], "0.1304"],
    ["Wikipedia, same agreement, second table", [25, 35, 5, 35], "0.2593"],
    ["easycalculation.com, two doctors (published 0.21)", [12, 2, 4, 2], "0.2105"],
    ["perfect agreement", [7, 0, 0, 3], "1.0000"],
    ["perfect disagreement, half each", [0, 5, 5, 0], "-1.0000"],
    ["independent verdicts", [6, 4, 6, 4], "0.0000"],
  ])("agrees with %s", (_source, counts, expected) => {
    const result = kappa(counts);

    expect(new Decimal(result.value!).toFixed(4)).toBe(expected);
    expect(result.sample).toBe(counts.reduce((sum, one) => sum + one, 0));
  });

  it.each([[[9, 0, 0, 0]], [[0, 0, 0, 9]], [[0, 0, 0, 0]]])(
    "says nothing where chance alone agrees always: %j",
    (counts) => {
      expect(kappa(counts)).toMatchObject({ value: null, status: "NO_DATA" });
    },
  );

  it("stands beside the plain share of equal verdicts: 35 of 50 in the grant proposals", () => {
    const reference = { kpiCode: "CALIBRATION_AGREEMENT", dialect: "VERDICT" };

    expect(figure(reference, verdicts([20, 5, 10, 15]))).toMatchObject({ value: "0.7", sample: 50 });
  });
});

describe("quality", () => {
  /** Three forms of 100 points: 90; 80 but failed; 20 and failed. */
  const failed = { quality_applicable: 300e6, evaluations: 3 };

  it.each([
    ["FAIL_ZERO", { quality_earned: 90e6 }, "0.3"],
    ["FAIL_IGNORED", { quality_earned_ignoring_fail: 190e6 }, "0.6333333333333333333333333333333333"],
    [
      "FAIL_CAPPED",
      { quality_earned_within_cap: 110e6, quality_capped_percent: 50 * 100e6 },
      "0.5333333333333333333333333333333333",
    ],
  ])("by %s", (dialect, sums, value) => {
    const result = figure(
      { kpiCode: "QUALITY", dialect, parameters: { autoFailCapPercent: 50 } },
      { ...failed, ...sums },
    );

    expect(result).toMatchObject({ value, sample: 3 });
  });

  it("is unknown where nothing was applicable", () => {
    expect(figure({ kpiCode: "QUALITY" }, {}).status).toBe("NO_DATA");
  });
});

describe("evaluators", () => {
  it("are as far from the reference as the mean of the distances, and biased by the mean of the differences", () => {
    // 85 for 90, 70 for 60, 100 for 100
    const sums = { calibrations: 3, calibration_distance: 1_500, calibration_difference: 500 };

    expect(figure({ kpiCode: "QUALITY_VARIANCE" }, sums).value).toBe("5");
    expect(new Decimal(figure({ kpiCode: "CALIBRATION_BIAS" }, sums).value!).toFixed(4)).toBe("1.6667");
  });
});

describe("costs", () => {
  it.each([
    ["PER_CONTACT_HANDLED", { cost_of_contacts: 1_000_000, handled: 2_380 }, "420.1681"],
    ["PER_CASE_RESOLVED", { cost_of_cases: 1_000_000, cases_resolved: 800 }, "1250.0000"],
    ["PER_PRODUCTIVE_HOUR", { cost_of_hours: 1_000_000, productive_seconds: 1_440_000 }, "2500.0000"],
  ])("%s are divided once, in minor units", (dialect, sums, value) => {
    const result = figure({ kpiCode: "COST_PER_UNIT", dialect }, sums);

    expect(new Decimal(result.value!).toFixed(4)).toBe(value);
  });

  it("of no unit at all are unknown, never zero", () => {
    expect(figure({ kpiCode: "COST_PER_UNIT" }, { cost_of_contacts: 5 })).toMatchObject({
      value: null,
      status: "NO_DATA",
    });
  });

  it("may be less than nothing where credits are more", () => {
    expect(figure({ kpiCode: "TOTAL_COST" }, { cost_total: -1_250 })).toMatchObject({ value: "-1250", status: "OK" });
  });
});

test("errors traced to training are a share of those analysed, in evaluations and customers' words together", () => {
  const sums = {
    ...{
      evaluation_traced_errors: 8,
      evaluation_training_errors: 2,
      survey_traced_errors: 2,
      survey_training_errors: 1,
    },
    ...{ evaluation_product_errors: 7, evaluation_process_errors: 3, survey_errors: 5 },
  };

  expect(figure({ kpiCode: "TRAINING_ERROR_SHARE" }, sums)).toMatchObject({ value: "0.3", sample: 10 });
  expect(figure({ kpiCode: "RCA_COVERAGE" }, sums)).toMatchObject({ numerator: "10", denominator: "15" });
  expect(formulaOf(resolveKpi({ kpiCode: "TRAINING_ERROR_SHARE" })).requires).toMatchObject({ atLeastPercent: 80 });
});

test("employees' net promoter score is from −100 to 100 %", () => {
  const sums = { enps_answers: 10, enps_promoters: 2, enps_detractors: 5 };

  expect(figure({ kpiCode: "ENPS" }, sums).value).toBe("-0.3");
});
