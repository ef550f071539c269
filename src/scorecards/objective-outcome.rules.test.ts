import fc from "fast-check";
import type { Aims, ComparisonRounding } from "../objectives/objective-terms";
import { Decimal } from "../shared/decimal";
import { confidenceOf, judgement, levelsReached, type Demand } from "./objective-outcome.rules";
import type { KpiResult } from "./scorecard.entity";

const result = (parts: Partial<KpiResult>): KpiResult => ({
  kpiCode: "SERVICE_LEVEL",
  dialect: "SL-A",
  parameters: {},
  kpiVersion: 1,
  numerator: null,
  denominator: null,
  sample: 0,
  value: null,
  status: "OK",
  ...parts,
});

const share = (numerator: number, denominator: number): KpiResult =>
  result({
    numerator: String(numerator),
    denominator: String(denominator),
    sample: denominator,
    value: new Decimal(numerator).div(denominator).toString(),
  });

const aims = (target: string, minimum: string | null = null, rounding: ComparisonRounding | null = null): Aims => ({
  ...{ target, minimum, expected: null, rounding, weight: "1" },
});

const high: Demand = { kpi: { unit: "share", direction: "maximise" }, aims: aims("0.80", "0.75") };
const low: Demand = { kpi: { unit: "share", direction: "minimise" }, aims: aims("0.05", "0.08") };
const fast: Demand = { kpi: { unit: "seconds", direction: "minimise" }, aims: aims("30") };
const over = { isOver: true };

describe("an objective", () => {
  it.each([
    ["is met when the target is reached exactly", share(800, 1000), high, "met", "0"],
    ["is missed by a hair, unrounded", share(7_999_999, 10_000_000), high, "missed", "0.0000001"],
    ["is missed at its minimum", share(750, 1000), high, "missed", "0.05"],
    ["is below its minimum", share(749, 1000), high, "below_minimum", "0.051"],
    ["that wants little is met when equal", share(5, 100), low, "met", "0"],
    ["that wants little is missed above", share(8, 100), low, "missed", "0.03"],
    ["that wants little is below its minimum when far above", share(9, 100), low, "below_minimum", "0.04"],
    ["in seconds is missed by seconds", { ...share(310, 10), value: "31" }, fast, "missed", "1"],
  ] as const)("%s", (_, figure, demand, outcome, shortfall) => {
    expect(judgement(figure, demand, over)).toMatchObject({ outcome, shortfall });
  });

  it("is not measured without data", () => {
    const none = result({ status: "NO_DATA", numerator: "0", denominator: "0" });

    expect(judgement(none, high, over)).toEqual({ outcome: "not_measured", shortfall: null, missesAllowed: null });
  });

  it("is undetermined below its minimum sample, and while days are still to be computed", () => {
    const few = { ...share(2, 4), value: null, status: "INSUFFICIENT_DATA" as const };
    const partial = { ...share(2, 4), status: "PARTIAL" as const };

    expect(judgement(few, high, over)).toMatchObject({ outcome: "undetermined", shortfall: null });
    expect(judgement(partial, high, over)).toEqual({ outcome: "undetermined", shortfall: null, missesAllowed: null });
  });

  it("is undetermined for a KPI that one number cannot judge", () => {
    const range: Demand = { kpi: { unit: "seconds", direction: "range" }, aims: aims("300") };

    expect(judgement(share(300, 1), range, over).outcome).toBe("undetermined");
  });
});

describe("misses allowed", () => {
  const missesAllowed = (figure: KpiResult, target: string, isOver: boolean) =>
    judgement(figure, { ...high, aims: aims(target) }, { isOver }).missesAllowed;

  it("are those of the whole when the period is over (30 tickets, one miss)", () => {
    expect(missesAllowed(share(29, 30), "0.99", true)).toBe(0);
    expect(missesAllowed(share(29, 30), "0.90", true)).toBe(3);
  });

  it("are those that are left while it runs, and none when they are used up", () => {
    expect(missesAllowed(share(97, 100), "0.90", false)).toBe(7);
    expect(missesAllowed(share(88, 100), "0.90", false)).toBe(0);
  });

  it("count the events themselves where few are wanted", () => {
    expect(judgement(share(1, 40), low, { isOver: false }).missesAllowed).toBe(1);
    expect(judgement(share(1, 40), low, over).missesAllowed).toBe(2);
  });

  it("are known of shares only", () => {
    expect(judgement(share(310, 10), fast, over).missesAllowed).toBeNull();
  });

  it("say how many good events could have gone wrong without missing the target", () => {
    const target = fc.integer({ min: 1, max: 1_000 }).map((one) => new Decimal(one).div(1_000).toString());
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), target, (n, wanted) => {
        const allowed = missesAllowed(share(n, n), wanted, true)!;
        const outcome = (misses: number) =>
          judgement(share(n - misses, n), { ...high, aims: aims(wanted) }, over).outcome;

        expect(outcome(allowed)).toBe("met");
        if (allowed < n) expect(outcome(allowed + 1)).not.toBe("met");
      }),
    );
  });
});

describe("comparison", () => {
  const limit = (rounding: ComparisonRounding | null): Demand => ({ ...high, aims: aims("1", null, rounding) });
  const nearly = share(99_951, 100_000);

  it("is unrounded: 99.951 % is not 100 %", () => {
    expect(judgement(nearly, limit(null), over)).toMatchObject({ outcome: "missed", shortfall: "0.00049" });
  });

  it("is rounded where the contract says so: 99.951 % to one decimal is 100.0 %", () => {
    const rounded = limit({ mode: "half_up", decimals: 1 });

    expect(judgement(nearly, rounded, over)).toMatchObject({ outcome: "met", shortfall: "0", missesAllowed: 50 });
  });

  it("is truncated where the contract says so: 99.951 % to one decimal is 99.9 %", () => {
    const truncated = limit({ mode: "truncate", decimals: 1 });

    expect(judgement(nearly, truncated, over)).toMatchObject({ outcome: "missed", shortfall: "0.001" });
  });

  it("allows as many misses as still round to the target", () => {
    const tenths = fc.integer({ min: 0, max: 1_000 }).map((one) => new Decimal(one).div(1_000).toString());
    const ways = fc.record({ mode: fc.constantFrom("half_up", "truncate"), decimals: fc.integer({ min: 0, max: 3 }) });
    const sides = fc.constantFrom("maximise", "minimise");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), tenths, ways, sides, (n, target, rounding, direction) => {
        const demand: Demand = { kpi: { unit: "share", direction }, aims: aims(target, null, rounding as never) };
        const figure = (misses: number) => share(direction === "maximise" ? n - misses : misses, n);
        const allowed = judgement(figure(0), demand, over).missesAllowed!;

        expect(judgement(figure(allowed), demand, over).outcome).toBe("met");
        if (allowed < n) expect(judgement(figure(allowed + 1), demand, over).outcome).not.toBe("met");
      }),
    );
  });
});

describe("the levels beside the target", () => {
  it("are reached or not; null where there are none", () => {
    const demand = { ...high, aims: { ...high.aims, expected: "0.78" } };

    expect(levelsReached(share(770, 1000), demand)).toEqual({ isMinimumMet: true, isExpectedMet: false });
    expect(levelsReached(share(770, 1000), fast)).toEqual({ isMinimumMet: null, isExpectedMet: null });
    expect(levelsReached(result({ status: "NO_DATA" }), demand)).toEqual({ isMinimumMet: null, isExpectedMet: null });
  });
});

describe("confidence", () => {
  it.each([
    [share(980, 1000), high, "met"],
    [share(700, 1000), high, "missed"],
    [share(29, 30), { ...high, aims: aims("0.99") }, "undetermined"],
    [share(1, 1000), low, "met"],
    [share(100, 1000), low, "missed"],
    [share(5, 100), low, "undetermined"],
    [{ ...share(310, 10), value: "31" }, fast, null],
    [result({ status: "NO_DATA" }), high, null],
  ] as const)("of case %#", (figure, demand, confidence) => {
    expect(confidenceOf(figure, demand)).toBe(confidence);
  });
});
