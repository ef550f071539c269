import { exactText } from "../../../shared/rational";
import type { Mechanism } from "../clause";
import { clausePay, moneyOf } from "./clause-pay.rules";
import type { ClauseReading } from "./clause-reading";
import { aReading, percent, plain, SECONDS } from "./clause-reading.builder";

const amountOf = (mechanism: Mechanism, reading: Partial<ClauseReading>): string =>
  exactText(clausePay(mechanism, aReading(reading)).amount);

const TARGET_95 = { target: "0.95", minimum: "0.9", expected: "0.97", rounding: null, weight: "1" };
const WORTH = { fee: "10000000", pool: "1000000", pointValue: "250000" };

describe("allocation of what is at risk", () => {
  it("gives 2,000 of a monthly charge of 100,000 (Texas DIR, X56)", () => {
    const mechanism: Mechanism = { kind: "allocation", allocation: "0.5", criticality: "0.4" };

    const pay = clausePay(mechanism, aReading());

    expect(pay).toMatchObject({
      pays: "pool_share",
      rule: "Fee × share at risk × allocation × criticality is due: 20 % of the amount at risk.",
    });
    expect(exactText(moneyOf(pay, WORTH))).toBe("200000");
  });
});

describe("what is compared", () => {
  const bands: Mechanism = {
    kind: "bands",
    pays: "points",
    reading: { kind: "continuous", decimals: null },
    bands: [
      { from: "0.99", until: null, pays: "0" },
      { from: null, until: "0.99", pays: "1" },
    ],
  };

  it("is rounded where the contract rounds before it compares", () => {
    const aims = { ...TARGET_95, target: "0.99", rounding: { mode: "half_up", decimals: 1 } as const };

    expect([amountOf(bands, { value: percent("98.95") }), amountOf(bands, { value: percent("98.95"), aims })]).toEqual([
      "1",
      "0",
    ]);
  });

  it("is not there without a value: nothing follows", () => {
    const nothing = { value: null };

    expect([amountOf(bands, nothing), amountOf(bands, { value: { numerator: "0", denominator: "0" } })]).toEqual([
      "0",
      "0",
    ]);
    expect(clausePay(bands, aReading(nothing)).rule).toBe("There is no value, so nothing is due.");
  });

  it("misses a target of 100 % with 99.951 %, which is not rounded up", () => {
    const mechanism: Mechanism = {
      kind: "per_point",
      pays: "money",
      below: "target",
      step: "0.01",
      rate: "100",
      steps: "exact",
    };

    expect(amountOf(mechanism, { value: percent("99.951"), aims: { ...TARGET_95, target: "1" } })).toBe("4.9");
  });

  it("does not exceed an allowed maximum with 99.951 % of it", () => {
    const mechanism: Mechanism = {
      kind: "per_point",
      pays: "money",
      below: "target",
      step: "1",
      rate: "100",
      steps: "exact",
    };
    const reading = { kpi: SECONDS, aims: { ...TARGET_95, target: "1000" } };

    expect(amountOf(mechanism, { ...reading, value: plain("999.51") })).toBe("0");
    expect(amountOf(mechanism, { ...reading, value: plain("1000.51") })).toBe("51");
  });
});

describe("money of an amount", () => {
  it.each([
    ["fee_share", "0.1", "1000000"],
    ["pool_share", "0.2", "200000"],
    ["points", "3", "750000"],
    ["money", "1234", "1234"],
  ] as const)("%s %s is %s minor units", (pays, amount, expected) => {
    const pay = clausePay({ kind: "fixed", pays, amount }, aReading());

    expect(exactText(moneyOf(pay, WORTH))).toBe(expected);
  });

  it("is nothing for points that only count", () => {
    const pay = clausePay({ kind: "fixed", pays: "points", amount: "3" }, aReading());

    expect(exactText(moneyOf(pay, { ...WORTH, pointValue: null }))).toBe("0");
  });
});
