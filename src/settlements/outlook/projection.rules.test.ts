import { atLeast, atMost, betaBinomial, binomial, quantile } from "./discrete-distribution.rules";
import { normalShare } from "./normal-distribution.rules";
import { deviationOf, projection } from "./projection.rules";

const HIGH = { direction: "maximise", unit: "share" } as const;
const SECONDS = { direction: "minimise", unit: "seconds" } as const;
const bound = (value: string) => ({ value, isStrict: false });

describe("distributions over whole numbers", () => {
  it("give the binomial's published probabilities", () => {
    // n = 20, p = 0.5: P(X ≤ 5) = 0.020694732666015625 exactly
    expect(atMost(binomial(20, 0.5), 5)).toBeCloseTo(21_700 / 1_048_576, 14);
    expect(atLeast(binomial(10, 0.9), 10)).toBeCloseTo(0.9 ** 10, 14);
    expect(atMost(binomial(3, 0), 0)).toBe(1);
    expect(atLeast(binomial(3, 1), 3)).toBe(1);
  });

  it("give every number the same chance under a flat beta", () => {
    const flat = betaBinomial(9, 1, 1);

    for (let k = 0; k <= 9; k += 1) expect(atMost(flat, k)).toBeCloseTo((k + 1) / 10, 12);
  });

  it("agree with the beta-binomial worked out by hand", () => {
    // a = 2, b = 1, n = 2: P(0) = 1/6, P(1) = 2/6, P(2) = 3/6
    const hand = betaBinomial(2, 2, 1);

    expect([0, 1, 2].map((k) => atMost(hand, k).toFixed(12))).toEqual([1 / 6, 1 / 2, 1].map((p) => p.toFixed(12)));
  });

  it("stay within bounds for large samples, quickly", () => {
    const large = betaBinomial(1_000_000, 800_000.5, 200_000.5);

    expect(Math.abs(quantile(large, 0.5) - 800_000)).toBeLessThan(5);
    expect(quantile(large, 0.95) - quantile(large, 0.05)).toBeGreaterThan(2 * 1.64 * 400);
  });

  it("know the normal distribution", () => {
    expect(normalShare(0)).toBe(0.5);
    expect(normalShare(1.6448536269514722)).toBeCloseTo(0.95, 14);
    expect(normalShare(-1.959963984540054)).toBeCloseTo(0.025, 14);
    expect(normalShare(3)).toBeCloseTo(0.9986501019683699, 13);
  });
});

describe("where a period will end", () => {
  const shares = (expected: string) => ({
    soFar: { numerator: "80", denominator: "100" },
    rate: { numerator: "80", denominator: "100" },
    ...{ expected, countsEvents: true, seen: [], daysLeft: 10 },
  });

  it("is certain when nothing more will come", () => {
    const found = projection(shares("0"), [bound("0.8"), bound("0.81")], HIGH);

    expect(found).toMatchObject({ method: "certain", value: "0.8", chances: ["1", "0"] });
  });

  it("is where the rate of events so far leads, within what so many events tell", () => {
    const found = projection(shares("100"), [bound("0.8"), bound("0.91"), bound("0.4")], HIGH);

    expect(found).toMatchObject({ method: "beta_binomial", value: "0.8" });
    expect(Number(found.interval90.lower)).toBeLessThan(0.8);
    expect(Number(found.interval95.lower)).toBeLessThan(Number(found.interval90.lower));
    expect(Number(found.interval95.upper)).toBeGreaterThan(Number(found.interval90.upper));
    expect(Number(found.chances[0])).toBeGreaterThan(0.4);
    expect(Number(found.chances[0])).toBeLessThan(0.6);
    expect(found.chances.slice(1)).toEqual(["0", "1"]);
  });

  it("varies as days did where no events are counted", () => {
    // two days of 100 contacts, 20 s and 40 s each: they stray by 1,000 s each
    const seen = [
      { amount: 2_000, expected: 3_000, weight: 100 },
      { amount: 4_000, expected: 3_000, weight: 100 },
    ];
    const soFar = { numerator: "6000", denominator: "200" };

    const found = projection(
      { soFar, rate: soFar, expected: "200", countsEvents: false, seen, daysLeft: 2 },
      [bound("30"), bound("300")],
      SECONDS,
    );

    // s² = 2 × 1,000²/100 = 20,000; √(20,000 × 200 × 2) = 2,828.43 s; ÷ 400 contacts = 7.0711 s
    expect(deviationOf(seen, 200)).toBeCloseTo(2_828.4271, 3);
    expect(found).toMatchObject({ method: "days", value: "30", chances: ["0.5", "1"] });
    expect(Number(found.interval90.upper)).toBeCloseTo(30 + 1.6448536 * 7.0710678, 5);
  });

  it("of an amount adds what is still expected", () => {
    const soFar = { numerator: "80", denominator: null };

    const found = projection(
      { soFar, rate: soFar, expected: "30", countsEvents: false, seen: [], daysLeft: 3 },
      [bound("110"), bound("111")],
      { direction: "maximise", unit: "money" },
    );

    expect(found).toMatchObject({ method: "days", value: "110", chances: ["1", "0"] });
  });
});
