import { exactText } from "../../../shared/rational";
import type { Mechanism, StepCounting } from "../clause";
import { clausePay } from "./clause-pay.rules";
import type { ClauseReading } from "./clause-reading";
import { aReading, percent, plain, SECONDS } from "./clause-reading.builder";

const amountOf = (mechanism: Mechanism, reading: Partial<ClauseReading>): string =>
  exactText(clausePay(mechanism, aReading(reading)).amount);

const TARGET_95 = { target: "0.95", minimum: "0.9", expected: "0.97", rounding: null, weight: "1" };

describe("per point of shortfall", () => {
  const perPoint = (steps: StepCounting, below: "target" | "minimum" | "expected" = "target"): Mechanism => ({
    kind: "per_point",
    pays: "fee_share",
    below,
    step: "0.01",
    rate: "0.02",
    steps,
  });

  it.each([
    ["92.3", "0.054", "0.04", "0.06"],
    ["94.01", "0.0198", "0", "0.02"],
    ["94", "0.02", "0.02", "0.02"],
    ["95", "0", "0", "0"],
    ["97", "0", "0", "0"],
  ])("%s %% of 95 costs %s with every part, %s with full points, %s with points begun (C4)", (value, ...costs) => {
    const reading = { aims: TARGET_95, value: percent(value) };

    const all = (["exact", "full", "begun"] as const).map((steps) => amountOf(perPoint(steps), reading));

    expect(all).toEqual(costs);
  });

  it("takes 23 % of the charges where 98 % were promised and 75 % reached (call-off contract)", () => {
    // lawinsider.com/dictionary/service-level-performance-measure
    const mechanism: Mechanism = {
      kind: "per_point",
      pays: "fee_share",
      below: "target",
      step: "0.01",
      rate: "0.01",
      steps: "exact",
    };

    expect(amountOf(mechanism, { aims: { ...TARGET_95, target: "0.98" }, value: percent("75") })).toBe("0.23");
  });

  it("takes the shortfall from the level that is named", () => {
    const reading = { aims: TARGET_95, value: percent("92") };

    expect([amountOf(perPoint("exact", "minimum"), reading), amountOf(perPoint("exact", "expected"), reading)]).toEqual(
      ["0", "0.1"],
    );
  });

  it("keeps a third of a point exact", () => {
    expect(amountOf(perPoint("exact"), { aims: TARGET_95, value: { numerator: "14", denominator: "15" } })).toBe(
      "1/30",
    );
  });

  it("counts what is above the target of a time that is to be short", () => {
    const mechanism: Mechanism = {
      kind: "per_point",
      pays: "money",
      below: "target",
      step: "1",
      rate: "50000",
      steps: "full",
    };

    expect(amountOf(mechanism, { kpi: SECONDS, aims: { ...TARGET_95, target: "30" }, value: plain("33.9") })).toBe(
      "150000",
    );
  });
});

describe("tables", () => {
  const knots = Array.from({ length: 9 }, (_, index) => ({ at: `0.9${8 - index}`, pays: `0.${index + 1}` }));
  const table = (between: "step" | "linear"): Mechanism => ({
    kind: "table",
    pays: "fee_share",
    between,
    knots,
    beyond: "1",
  });

  it.each([
    ["98.5", "0.1", "0.1"],
    ["98", "0.1", "0.1"],
    ["97.5", "0.2", "0.15"],
    ["97", "0.2", "0.2"],
    ["96.01", "0.3", "0.299"],
    ["91", "0.8", "0.8"],
    ["90", "0.9", "0.9"],
    ["89.99", "1", "1"],
  ])("%s %% costs %s by steps and %s by straight lines (C23)", (value, step, linear) => {
    expect([
      amountOf(table("step"), { value: percent(value) }),
      amountOf(table("linear"), { value: percent(value) }),
    ]).toEqual([step, linear]);
  });

  it("reads the same table whichever way its knots are listed", () => {
    const mechanism = { ...table("linear"), knots: [...knots].reverse() } as Mechanism;

    expect(amountOf(mechanism, { value: percent("97.5") })).toBe("0.15");
  });

  it("goes on as at the worst knot where nothing is said", () => {
    const mechanism = { ...table("linear"), beyond: null } as Mechanism;

    expect(amountOf(mechanism, { value: percent("10") })).toBe("0.9");
  });
});

describe("bonus and malus", () => {
  const mechanism: Mechanism = {
    kind: "bonus_malus",
    steps: "exact",
    pays: "money",
    malusBeyond: "30",
    bonusBeyond: "15",
    step: "1",
    malusRate: "50000",
    bonusRate: "50000",
  };

  it.each([
    ["47", "850000"],
    ["30", "0"],
    ["29.9", "0"],
    ["15", "0"],
    ["14", "-50000"],
  ])("an answer after %s s is worth %s (Redwood City, X59)", (value, expected) => {
    expect(amountOf(mechanism, { kpi: SECONDS, value: plain(value) })).toBe(expected);
  });

  it("turns round for what is to be high", () => {
    const shares: Mechanism = { ...mechanism, malusBeyond: "0.9", bonusBeyond: "0.95", step: "0.01" };

    expect(["88", "90", "95", "97"].map((value) => amountOf(shares, { value: percent(value) }))).toEqual([
      "100000",
      "0",
      "0",
      "-100000",
    ]);
  });
});
