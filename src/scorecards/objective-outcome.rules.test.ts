import fc from "fast-check";
import { Decimal } from "../shared/decimal";
import { judgement, type Demand } from "./objective-outcome.rules";
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

const high: Demand = { kpi: { unit: "share", direction: "maximise" }, target: "0.80", minimum: "0.75" };
const low: Demand = { kpi: { unit: "share", direction: "minimise" }, target: "0.05", minimum: "0.08" };
const fast: Demand = { kpi: { unit: "seconds", direction: "minimise" }, target: "30", minimum: null };
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
    const range: Demand = { kpi: { unit: "seconds", direction: "range" }, target: "300", minimum: null };

    expect(judgement(share(300, 1), range, over).outcome).toBe("undetermined");
  });
});

describe("misses allowed", () => {
  const missesAllowed = (figure: KpiResult, target: string, isOver: boolean) =>
    judgement(figure, { ...high, target }, { isOver }).missesAllowed;

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
        const outcome = (misses: number) => judgement(share(n - misses, n), { ...high, target: wanted }, over).outcome;

        expect(outcome(allowed)).toBe("met");
        if (allowed < n) expect(outcome(allowed + 1)).not.toBe("met");
      }),
    );
  });
});
