import { exactText } from "../../../shared/rational";
import type { Mechanism } from "../clause";
import { clausePay } from "./clause-pay.rules";
import type { ClauseReading } from "./clause-reading";
import { aReading, plain, SECONDS } from "./clause-reading.builder";

const amountOf = (mechanism: Mechanism, reading: Partial<ClauseReading>): string =>
  exactText(clausePay(mechanism, aReading(reading)).amount);

describe("events", () => {
  const perEvent: Mechanism = {
    kind: "per_event",
    pays: "money",
    amount: "1000",
    toleratedShare: "0.05",
    toleratedCount: null,
  };

  it.each([
    ["950", "1000", "0"],
    ["949", "1000", "1000"],
    ["123", "130", "1000"],
    ["124", "130", "0"],
    ["1000", "1000", "0"],
  ])("%s of %s in time costs %s, 5 %% tolerated (C8)", (numerator, denominator, expected) => {
    expect(amountOf(perEvent, { value: { numerator, denominator } })).toBe(expected);
  });

  it("counts those of a number that is to be small", () => {
    const mechanism: Mechanism = { ...perEvent, toleratedShare: null, toleratedCount: "4" };
    const kpi = { unit: "count", direction: "minimise", precision: 0 } as const;

    expect(amountOf(mechanism, { kpi, value: plain("9") })).toBe("5000");
  });

  it("pays nothing where no events are counted", () => {
    expect(amountOf(perEvent, { kpi: SECONDS, value: plain("9") })).toBe("0");
  });

  it.each([
    [0, "0", "0"],
    [1, "2500000", "2500000"],
    [3, "7500000", "7500000"],
    [4, "10000000", "7500000"],
  ])("%d failures in a row cost %s, and %s where three count at most (C32)", (failuresInRow, all, limited) => {
    const escalating: Mechanism = { kind: "escalating", pays: "money", amount: "2500000", most: null };

    expect([amountOf(escalating, { failuresInRow }), amountOf({ ...escalating, most: 3 }, { failuresInRow })]).toEqual([
      all,
      limited,
    ]);
  });

  it("charges each wrong report", () => {
    const mechanism: Mechanism = { kind: "erroneous_reporting", pays: "points", amount: "5", graceDays: 10 };

    expect(amountOf(mechanism, { errors: 2 })).toBe("10");
  });
});

describe("counters", () => {
  const rungs = [
    ["5", "0"],
    ["10", "0.02"],
    ["15", "0.04"],
    ["20", "0.06"],
    ["25", "0.08"],
    ["30", "0.1"],
  ].map(([points, pays]) => ({ points: points!, pays: pays! }));
  const ladder: Mechanism = { kind: "points_ladder", pays: "fee_share", overPeriods: 1, rungs };

  it.each([
    ["4", "0"],
    ["5", "0"],
    ["10", "0.02"],
    ["15", "0.04"],
    ["20", "0.06"],
    ["25", "0.08"],
    ["30", "0.1"],
    ["42", "0.1"],
    ["29/2", "0.02"],
  ])("%s points cost %s of the fee (TELUS, X63)", (pointsInWindow, expected) => {
    expect(amountOf(ladder, { pointsInWindow })).toBe(expected);
    expect(amountOf({ ...ladder, rungs: [...rungs].reverse() }, { pointsInWindow })).toBe(expected);
  });

  it.each([
    [3, false, "0"],
    [4, false, "500000"],
    [5, true, "0"],
    [4, true, "0"],
  ])("%d failures, in default before: %s, cost %s (C11)", (failuresInWindow, wasDefault, expected) => {
    const mechanism: Mechanism = {
      kind: "default_counter",
      below: "expected",
      failures: 4,
      within: 12,
      consequence: "default",
      pays: { pays: "money", amount: "500000" },
    };

    expect(amountOf(mechanism, { failuresInWindow, wasDefault })).toBe(expected);
  });
});
