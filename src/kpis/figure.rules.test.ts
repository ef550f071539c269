import fc from "fast-check";
import { Decimal } from "../shared/decimal";
import { evaluate, type MeasuredFigure } from "./figure.rules";
import { resolveKpi, type KpiReference } from "./kpi-in-use.rules";
import { valueOf } from "./formula-value.rules";
import type { BoundExpression } from "./bound-expression";
import { formulaOf } from "./kpi-formula.rules";

type Sums = Readonly<Record<string, number>>;

const total = (side: BoundExpression, sums: Sums): number =>
  valueOf(side, ({ measure }) => sums[measure.code] ?? 0, 1)!.toNumber();

function figure(reference: KpiReference, sums: Sums, minSample = 0): MeasuredFigure {
  const { numerator, denominator } = formulaOf(resolveKpi(reference));
  return evaluate(
    {
      numerator: total(numerator, sums),
      denominator: denominator && total(denominator, sums),
      hasDenominator: denominator !== null,
      isComplete: true,
    },
    minSample,
  );
}

const percent = ({ value }: MeasuredFigure): string => new Decimal(value!).times(100).toFixed(2);

describe("a figure", () => {
  const K2 = { answered: 1000, abandoned: 60, answered_within: 860, abandoned_within: 20, short_abandoned: 10 };

  it.each([
    ["X01", "SL-C", "880", "1060", "83.02"],
    ["X02", "SL-B", "860", "1000", "86.00"],
    ["X03", "SL-A", "860", "1060", "81.13"],
    ["X04", "SL-D", "860", "1040", "82.69"],
    ["X05", "SL-I", "870", "1060", "82.08"],
    ["SL-E", "SL-E", "860", "1050", "81.90"],
  ])("agrees with worked example %s: %s", (...[, dialect, numerator, denominator, shown]) => {
    const result = figure({ kpiCode: "SERVICE_LEVEL", dialect }, K2);

    expect(result).toMatchObject({ numerator, denominator, sample: Number(denominator), status: "OK" });
    expect(percent(result)).toBe(shown);
  });

  it("counts events of SL-X without short abandons on either side", () => {
    const result = figure({ kpiCode: "SERVICE_LEVEL", dialect: "SL-X" }, { ...K2, abandoned_within_not_short: 10 });

    expect(result).toMatchObject({ numerator: "870", denominator: "1050" });
  });

  it("divides the sums of three intervals once (X11)", () => {
    const intervals = [
      { answers_timed: 300, wait_seconds: 9_000 },
      { answers_timed: 500, wait_seconds: 20_000 },
      { answers_timed: 200, wait_seconds: 5_000 },
    ];
    const together = { answers_timed: 1_000, wait_seconds: intervals.reduce((sum, one) => sum + one.wait_seconds, 0) };

    expect(figure({ kpiCode: "ASA" }, together).value).toBe("34");
  });

  it("agrees with worked example X14: satisfied and dissatisfied", () => {
    const answers = { rated: 107, rated_top: 42 + 32 };

    expect(percent(figure({ kpiCode: "CSAT" }, answers))).toBe("69.16");
    expect(percent(figure({ kpiCode: "DSAT" }, { rated: 107, rated_bottom: 14 + 9 }))).toBe("21.50");
    expect(percent(figure({ kpiCode: "DSAT" }, { rated: 107, rated_bottom: 14 }))).toBe("13.08");
  });

  it.each([
    [{ numerator: 0, denominator: 0, hasDenominator: true, isComplete: true }, 0, null, "NO_DATA"],
    [{ numerator: null, denominator: null, hasDenominator: true, isComplete: true }, 0, null, "NO_DATA"],
    [{ numerator: null, denominator: null, hasDenominator: false, isComplete: true }, 0, null, "NO_DATA"],
    [{ numerator: null, denominator: null, hasDenominator: true, isComplete: false }, 0, null, "PARTIAL"],
    [{ numerator: 1, denominator: 4, hasDenominator: true, isComplete: false }, 0, "0.25", "PARTIAL"],
    [{ numerator: 29, denominator: 29, hasDenominator: true, isComplete: true }, 30, null, "INSUFFICIENT_DATA"],
    [{ numerator: 30, denominator: 30, hasDenominator: true, isComplete: true }, 30, "1", "OK"],
    [{ numerator: 0, denominator: null, hasDenominator: false, isComplete: true }, 0, "0", "OK"],
    [{ numerator: 7, denominator: null, hasDenominator: false, isComplete: true }, 8, null, "INSUFFICIENT_DATA"],
  ])("of %j with a least sample of %d is %s, %s", (sums, minSample, value, status) => {
    expect(evaluate(sums, minSample)).toMatchObject({ value, status });
  });

  it("keeps 34 digits of a quotient that does not end", () => {
    const result = evaluate({ numerator: 860, denominator: 1060, hasDenominator: true, isComplete: true });

    expect(result.value).toBe("0.8113207547169811320754716981132075");
  });

  it("of a share lies between 0 and 1, whatever the sums", () => {
    const parts = fc.nat(1e15).chain((whole) => fc.tuple(fc.nat(whole), fc.constant(whole)));

    fc.assert(
      fc.property(parts, ([numerator, denominator]) => {
        const { value } = evaluate({ numerator, denominator, hasDenominator: true, isComplete: true });
        return value === null ? denominator === 0 : new Decimal(value).gte(0) && new Decimal(value).lte(1);
      }),
    );
  });
});
