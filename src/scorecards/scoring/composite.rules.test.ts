import fc from "fast-check";
import { Decimal } from "../../shared/decimal";
import { composed, compositeScore, type ScoringTerms, type WeightedScore } from "./composite.rules";
import { aScoredItem } from "./scored-item.builder";

const thirds = fc.integer({ min: 0, max: 600 }).map((one) => new Decimal(one).div(3).toString());
const weighted: fc.Arbitrary<WeightedScore> = fc.record({
  weight: fc.integer({ min: 0, max: 100 }).map(String),
  score: fc.option(thirds),
});

const TERMS: ScoringTerms = {
  ...{ kpiSet: null, weights: "rescaled", anonymousUnder: 5 },
  levels: [
    { name: "Poor", colour: "red", from: "0" },
    { name: "Good", colour: "green", from: "83.217" },
  ],
};
const items = (...all: readonly (readonly [weight: string, score: string | null])[]) =>
  all.map(([weight, score]) => aScoredItem({ weight, score }));

describe("the score of a scorecard", () => {
  it("is the weighted mean, unrounded, and a bound belongs to the better level", () => {
    // SN20: 5.442 + 45.65 + 22.125 + 10
    const x50 = items(["10", "54.42"], ["55", "83.00"], ["25", "88.50"], ["10", "100.00"]);

    expect(composed(x50, { ...TERMS, weights: "whole" })).toEqual({
      score: "83.217",
      level: { name: "Good", colour: "green" },
      composition: {
        ...{ kpiSet: null, weights: "whole", totalWeight: "100", anonymousUnder: 5 },
        ...{ unscored: null, closedGates: [], beforeGates: null },
      },
    });
    expect(composed(items(["1", "83.2169999"]), TERMS).level?.name).toBe("Poor");
  });

  it.each([
    ["leaves the weight of what has no score to the others", [["60", "90"], ["40", null]], "90"], // prettier-ignore
    ["shows weight 0 without counting it", [["0", "10"], ["1", "50"]], "50"], // prettier-ignore
    ["is nothing when nothing counts", [["0", "100"], ["50", null]], null], // prettier-ignore
    ["is nothing of nothing", [], null],
  ] as [string, [string, string | null][], string | null][])("%s", (_, parts, score) => {
    expect(composed(items(...parts), TERMS).score).toBe(score);
  });

  it.each([
    ["99.5", "weights_not_whole", null],
    ["100.5", "weights_not_whole", null],
    ["100", null, "80"],
  ])("needs weights that total 100 where that was agreed: %s", (weight, unscored, score) => {
    const found = composed(items([weight, "80"]), { ...TERMS, weights: "whole" });

    expect(found).toMatchObject({ score, composition: { unscored, totalWeight: weight } });
  });
});

describe("a gate", () => {
  const gate = { atLeast: "0.9", cap: "50" };
  const below = { numerator: "8999", denominator: "10000", value: "0.8999" };
  const strict = aScoredItem({
    kpiCode: "FCR",
    weight: "0",
    score: null,
    ...below,
    gate: { atLeast: "0.95", cap: "0" },
  });
  const closed = aScoredItem({ ...below, gate });

  it("caps the whole score when its KPI is worse, and keeps what it would have been", () => {
    expect(composed([closed], TERMS)).toMatchObject({
      ...{ score: "50", level: { name: "Poor" } },
      composition: { closedGates: ["CSAT"], beforeGates: "100" },
    });
  });

  it("lets the bound itself pass, and caps nothing that is lower anyway", () => {
    expect(composed([aScoredItem({ gate })], TERMS)).toMatchObject({
      ...{ score: "100" },
      composition: { closedGates: [], beforeGates: null },
    });
    expect(composed([{ ...closed, score: "20" }], TERMS)).toMatchObject({
      ...{ score: "20", composition: { closedGates: ["CSAT"], beforeGates: "20" } },
    });
  });

  it("with the lowest cap counts, also one that weighs nothing", () => {
    expect(composed([closed, strict], TERMS)).toMatchObject({
      ...{ score: "0", composition: { closedGates: ["CSAT", "FCR"], beforeGates: "100" } },
    });
  });

  it("stays open without a figure, but not when its KPI failed for want of one", () => {
    const none = { numerator: null, denominator: null, value: null, status: "NO_DATA" } as const;
    const other = aScoredItem({ kpiCode: "FCR" });
    const scoreWith = (missing: "renormalised" | "zero" | "failed") =>
      composed([other, aScoredItem({ ...none, missing, weight: "0", score: null, gate })], TERMS).score;

    expect([scoreWith("renormalised"), scoreWith("zero"), scoreWith("failed")]).toEqual(["100", "100", "50"]);
  });

  it("judges what was carried over", () => {
    const none = { numerator: null, denominator: null, value: null, sample: 0, status: "NO_DATA" } as const;
    const carried = { ...below, sample: 10_000, status: "OK" } as const;

    expect(composed([aScoredItem({ ...none, missing: "carried", carried, gate })], TERMS).score).toBe("50");
  });
});

describe("any score", () => {
  it("lies between its parts", () => {
    fc.assert(
      fc.property(fc.array(weighted), (parts) => {
        const scores = parts
          .filter((one) => one.score !== null && one.weight !== "0")
          .map((one) => new Decimal(one.score!));
        const score = compositeScore(parts);

        if (score === null) return expect(scores).toHaveLength(0);
        expect(Decimal.min(...scores).lte(score) && Decimal.max(...scores).gte(score)).toBe(true);
      }),
    );
  });

  it("does not depend on the order of the items", () => {
    fc.assert(
      fc.property(fc.array(weighted), fc.infiniteStream(fc.nat()), (parts, random) => {
        const shuffled = parts.map((one) => ({ one, at: random.next().value as number })).sort((a, b) => a.at - b.at);

        expect(compositeScore(shuffled.map(({ one }) => one))).toBe(compositeScore(parts));
      }),
    );
  });

  it("is never lowered by a better item", () => {
    fc.assert(
      fc.property(fc.array(weighted, { minLength: 1 }), thirds, (parts, more) => {
        const [first, ...others] = parts as [WeightedScore, ...WeightedScore[]];
        if (first.score === null) return;
        const better = { ...first, score: Decimal.min(200, new Decimal(first.score).plus(more)).toString() };
        const [before, after] = [compositeScore(parts), compositeScore([better, ...others])];

        expect(before === null || new Decimal(after!).gte(before)).toBe(true);
      }),
    );
  });
});
