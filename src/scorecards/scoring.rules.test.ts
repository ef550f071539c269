import fc from "fast-check";
import { Decimal } from "../shared/decimal";
import { compositeScore, itemScore, type WeightedScore } from "./scoring.rules";

const share = fc.integer({ min: 0, max: 1_000 }).map((thousandths) => new Decimal(thousandths).div(1_000).toString());
const weighted: fc.Arbitrary<WeightedScore> = fc.record({
  weight: fc.integer({ min: 0, max: 100 }).map(String),
  score: fc.option(share.map((one) => new Decimal(one).times(100).div(3).toString())),
});

describe("itemScore", () => {
  it.each([
    ["maximise", "0.72", "0.80", "90"],
    ["maximise", "0.80", "0.80", "100"],
    ["maximise", "0.95", "0.80", "100"],
    ["maximise", "0", "0", "100"],
    ["maximise", "0", "0.8", "0"],
    ["minimise", "40", "30", "75"],
    ["minimise", "30", "30", "100"],
    ["minimise", "0", "30", "100"],
    ["minimise", "5", "0", "0"],
    ["minimise", "0", "0", "100"],
    ["range", "300", "280", null],
  ] as const)("%s: %s against %s gives %s", (direction, value, target, score) => {
    expect(itemScore({ direction, value, target })).toBe(score);
  });

  it("has nothing to say without value or target", () => {
    expect(itemScore({ direction: "maximise", value: null, target: "1" })).toBeNull();
    expect(itemScore({ direction: "maximise", value: "1", target: null })).toBeNull();
  });

  it("stays between 0 and 100, and a better value never lowers it", () => {
    fc.assert(
      fc.property(
        share,
        share,
        share,
        fc.constantFrom("maximise" as const, "minimise" as const),
        (a, b, target, direction) => {
          const [worse, better] = new Decimal(a).lt(b) === (direction === "maximise") ? [a, b] : [b, a];
          const [low, high] = [worse, better].map((value) => new Decimal(itemScore({ direction, value, target })!));

          expect(high!.gte(low!)).toBe(true);
          expect(low!.gte(0) && high!.lte(100)).toBe(true);
        },
      ),
    );
  });
});

describe("compositeScore", () => {
  it.each([
    [
      "weighs",
      [
        ["60", "90"],
        ["40", "100"],
      ],
      "94",
    ],
    [
      "leaves out what has no score",
      [
        ["60", "90"],
        ["40", null],
      ],
      "90",
    ],
    [
      "shows weight 0 without counting it",
      [
        ["0", "10"],
        ["1", "50"],
      ],
      "50",
    ],
    [
      "is nothing when nothing counts",
      [
        ["0", "100"],
        ["50", null],
      ],
      null,
    ],
    ["is nothing of nothing", [], null],
  ] as [string, [string, string | null][], string | null][])("%s", (_, items, score) => {
    expect(compositeScore(items.map(([weight, one]) => ({ weight, score: one })))).toBe(score);
  });

  it("lies between its parts", () => {
    fc.assert(
      fc.property(fc.array(weighted), (items) => {
        const parts = items
          .filter((one) => one.score !== null && one.weight !== "0")
          .map((one) => new Decimal(one.score!));
        const score = compositeScore(items);

        if (score === null) return expect(parts).toHaveLength(0);
        expect(Decimal.min(...parts).lte(score) && Decimal.max(...parts).gte(score)).toBe(true);
      }),
    );
  });

  it("does not depend on the order of the items", () => {
    fc.assert(
      fc.property(fc.array(weighted), fc.infiniteStream(fc.nat()), (items, random) => {
        const shuffled = items.map((item) => ({ item, at: random.next().value as number })).sort((a, b) => a.at - b.at);

        expect(compositeScore(shuffled.map(({ item }) => item))).toBe(compositeScore(items));
      }),
    );
  });

  it("is never lowered by a better item", () => {
    fc.assert(
      fc.property(fc.array(weighted, { minLength: 1 }), share, (items, more) => {
        const [first, ...others] = items as [WeightedScore, ...WeightedScore[]];
        if (first.score === null) return;
        const better = { ...first, score: Decimal.min(100, new Decimal(first.score).plus(more)).toString() };
        const [before, after] = [compositeScore(items), compositeScore([better, ...others])];

        expect(before === null || new Decimal(after!).gte(before)).toBe(true);
      }),
    );
  });
});
