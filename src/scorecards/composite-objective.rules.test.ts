import fc from "fast-check";
import type { MeasuredFigure } from "../kpis/figure.rules";
import type { Aims, Composite, CompositeRule } from "../objectives/objective-terms";
import { Decimal } from "../shared/decimal";
import { attainment, compositeFigure, partOf } from "./composite-objective.rules";
import type { Demand } from "./objective-outcome.rules";

const aims = (target: string): Aims => ({ target, minimum: null, expected: null, rounding: null, weight: "1" });
const high = (target: string): Demand => ({ kpi: { unit: "share", direction: "maximise" }, aims: aims(target) });
const fast = (target: string): Demand => ({ kpi: { unit: "seconds", direction: "minimise" }, aims: aims(target) });

const figure = (numerator: number, denominator: number): MeasuredFigure => ({
  ...{ numerator: String(numerator), denominator: String(denominator), sample: denominator, status: "OK" },
  value: new Decimal(numerator).div(denominator).toString(),
});
const none: MeasuredFigure = { numerator: "0", denominator: "0", sample: 0, value: null, status: "NO_DATA" };

const composite = (rule: CompositeRule, ...weights: number[]): Composite => ({
  rule,
  parts: weights.map((weight, index) => ({ objectiveId: String(index), weight: String(weight) })),
});

describe("attainment", () => {
  it.each([
    [figure(60, 100), high("0.8"), 0.75],
    [figure(90, 100), high("0.8"), 1],
    [figure(400, 10), fast("30"), 0.75],
    [figure(200, 10), fast("30"), 1],
    [figure(1, 10), fast("0"), 0],
    [figure(0, 10), high("0"), 1],
  ] as const)("of case %# is %s", (value, demand, expected) => {
    const { top, bottom } = attainment(value, demand)!;

    expect(top.div(bottom).toNumber()).toBe(expected);
  });

  it("is unknown where nothing was judged", () => {
    expect(attainment(none, high("0.8"))).toBeNull();
  });
});

describe("a composite", () => {
  const met = partOf("0", figure(90, 100), high("0.8"));
  const missed = partOf("1", figure(60, 100), high("0.8"));
  const unknown = partOf("1", none, high("0.8"));

  it.each([
    ["weighted_attainment", "90", "100", "0.9"],
    ["share_met", "60", "100", "0.6"],
    ["all_met", "0", "1", "0"],
  ] as const)("by %s is %s of %s", (rule, numerator, denominator, value) => {
    expect(compositeFigure(composite(rule, 60, 40), [met, missed])).toEqual({
      ...{ numerator, denominator, value },
      ...{ sample: 2, status: "OK" },
    });
  });

  it("weighs the others more where nothing is known of a part, and says so by its sample", () => {
    const whole = { numerator: "60", denominator: "60", sample: 1, value: "1", status: "OK" };

    expect(compositeFigure(composite("share_met", 60, 40), [met, unknown])).toEqual(whole);
    expect(compositeFigure(composite("share_met", 60, 40), [met])).toEqual(whole);
  });

  it("has no data when nothing is known of any part, and too little below its minimum sample", () => {
    expect(compositeFigure(composite("all_met", 60, 40), [unknown]).status).toBe("NO_DATA");
    expect(compositeFigure(composite("all_met", 60, 40), [met, unknown], 2)).toMatchObject({
      ...{ status: "INSUFFICIENT_DATA", value: null, sample: 1 },
    });
  });

  it("is partial while a part is", () => {
    const partial = partOf("1", { ...figure(60, 100), status: "PARTIAL" }, high("0.8"));

    expect(compositeFigure(composite("share_met", 60, 40), [met, partial])).toMatchObject({ status: "PARTIAL" });
    expect(compositeFigure(composite("share_met", 60, 40), [partial])).toMatchObject({ status: "PARTIAL" });
  });

  it("rounds nothing before it is compared: a third and two thirds are a half of two", () => {
    const parts = [partOf("0", figure(1, 3), high("1")), partOf("1", figure(2, 3), high("1"))];

    const { numerator, denominator } = compositeFigure(composite("weighted_attainment", 1, 1), parts);

    expect([numerator, denominator]).toEqual(["1", "2"]);
  });

  it("keeps both sides exact where the sum does not end", () => {
    const { numerator, denominator, value } = compositeFigure(composite("weighted_attainment", 1, 1), [
      partOf("0", figure(1, 3), high("1")),
      partOf("1", figure(1, 7), high("1")),
    ]);

    expect(new Decimal(numerator!).times(21).eq(new Decimal(denominator!).times(5))).toBe(true);
    expect(value).toBe(new Decimal(5).div(21).toString());
  });

  it("lies within its parts, and a better part never makes it worse", () => {
    const shares = fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 9 })), {
      ...{ minLength: 1, maxLength: 6 },
    });
    fc.assert(
      fc.property(shares, fc.constantFrom("weighted_attainment", "share_met", "all_met"), (all, rule) => {
        const made = (values: readonly number[]) =>
          compositeFigure(
            composite(rule, ...all.map(([, weight]) => weight)),
            values.map((value, index) => partOf(String(index), figure(value, 100), high("0.8"))),
          );
        const values = all.map(([value]) => value);
        const before = Number(made(values).value);

        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(1);
        expect(Number(made([values[0]! + 1, ...values.slice(1)]).value)).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
