import { judgement } from "../../scorecards/objective-outcome.rules";
import { Decimal } from "../../shared/decimal";
import { seeded } from "../../test-support/seeded";
import { chanceOfTarget } from "./attainable.rules";
import { aBook } from "./simulated-book.builder";
import { someTerms, aClause } from "../engine/money.builder";
import type { ResultOfPeriod } from "../settlement-book.queries";

const terms = someTerms([aClause()]);
const seen = (good: number, all: number, parts: Partial<ResultOfPeriod> = {}): ResultOfPeriod => ({
  ...aBook(terms, { SL: [[good, all]] }).results[0]!,
  ...parts,
});

/** Σ P(k) over every k that meets the target, in 40 digits. */
function summed(result: ResultOfPeriod): number {
  const n = result.item.sample;
  const p = new Decimal(result.item.numerator!).div(n);
  let [choose, sum] = [new Decimal(1), new Decimal(0)];
  for (let k = 0; k <= n; k += 1) {
    const figure = { ...result.item, numerator: String(k), value: new Decimal(k).div(n).toString() };
    const { outcome } = judgement(figure, result, { isOver: true });
    if (outcome === "met") sum = sum.plus(choose.times(p.pow(k)).times(new Decimal(1).minus(p).pow(n - k)));
    choose = choose.times(n - k).div(k + 1);
  }
  return sum.toNumber();
}

describe("the chance to attain a target", () => {
  it.each([
    // C(4, 4) ÷ 2⁴ + nothing: 80 % of 4 leaves no miss
    [2, 4, 0.0625],
    // 5 at 80 %: 1 miss allowed: 0.8⁵ + 5 × 0.8⁴ × 0.2
    [4, 5, 0.73728],
    [10, 10, 1],
    [0, 10, 0],
  ])("of %i of %i events is %d", (good, all, chance) => {
    expect(chanceOfTarget(seen(good, all))).toBeCloseTo(chance, 12);
  });

  it("is the sum over all outcomes that meet it, for events good or bad, compared rounded or not", () => {
    const random = seeded(5);
    const whole = (most: number): number => Math.floor(random() * (most + 1));
    for (let trial = 0; trial < 60; trial += 1) {
      const all = 1 + whole(120);
      const good = whole(all);
      const result = seen(good, all);
      const isHigh = trial % 2 === 0;
      const target = String((isHigh ? 50 : 1) + whole(49)).padStart(2, "0");
      const rounding = trial % 3 === 0 ? ({ mode: "half_up", decimals: 0 } as const) : null;
      const aims = { ...result.aims, target: `0.${target}`, minimum: null, rounding };
      const kpi = { ...result.kpi, direction: isHigh ? ("maximise" as const) : ("minimise" as const) };
      const one = { ...result, aims, kpi };

      expect(chanceOfTarget(one)).toBeCloseTo(summed(one), 10);
    }
  });

  it("is unknown where no single events stand behind a figure, or there are too few to judge", () => {
    const points = seen(80, 100);

    expect(chanceOfTarget({ ...points, item: { ...points.item, sample: 7 } })).toBeNull();
    expect(chanceOfTarget({ ...points, kpi: { ...points.kpi, unit: "seconds" } })).toBeNull();
    expect(chanceOfTarget(seen(0, 0))).toBeNull();
  });
});
