import fc from "fast-check";
import { Decimal } from "../../shared/decimal";
import { computedItem } from "../figure-item.rules";
import type { ScorecardItem } from "../scorecard.entity";
import { composed, type Composed, type ScoringTerms } from "./composite.rules";
import { anItem, figureOf, type RandomItem } from "./random-items.builder";

const TERMS: ScoringTerms = { kpiSet: null, weights: "rescaled", levels: [], anonymousUnder: 5 };
const computed = (one: RandomItem): ScorecardItem =>
  computedItem(one.item, { figure: figureOf(one), days: null, before: null, kpiVersion: 1 });
const whole = (items: readonly RandomItem[]): Composed => composed(items.map(computed), TERMS);
const several = fc.array(anItem, { minLength: 1, maxLength: 6 });

describe("with any schemes, weights, gates and policies but carrying over", () => {
  it("a better value never lowers the score", () => {
    fc.assert(
      fc.property(several, fc.nat(), fc.integer({ min: 1, max: 1_000 }), (items, pick, more) => {
        const at = pick % items.length;
        const { item, good } = items[at]!;
        if (good === null) return;
        const better = items.with(at, { item, good: Math.min(1_000, good + more) });
        const [before, after] = [whole(items).score, whole(better).score];

        expect(before === null ? after === null : new Decimal(after!).gte(before)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("the order of items changes nothing", () => {
    fc.assert(
      fc.property(several, (items) => {
        const [there, back] = [whole(items), whole([...items].reverse())];

        expect(back.score).toBe(there.score);
        expect(back.composition.beforeGates).toBe(there.composition.beforeGates);
        expect([...back.composition.closedGates].sort()).toEqual([...there.composition.closedGates].sort());
      }),
    );
  });

  it("weights that total 100 keep the score within its parts, and any others leave none", () => {
    fc.assert(
      fc.property(several, (items) => {
        const open = items.map(({ item, good }) => ({ item: { ...item, gate: null }, good }));
        const rest = 100 - open.reduce((sum, { item }) => sum + Number(item.weight), 0);
        const first = open[0]!;
        const weight = Number(first.item.weight) + rest;
        if (weight < 0) return;
        const right = open.with(0, { ...first, item: { ...first.item, weight: String(weight) } });
        const parts = right.map(computed).flatMap((one) => (one.score !== null && one.weight !== "0" ? one.score : []));
        const { score } = composed(right.map(computed), { ...TERMS, weights: "whole" });

        if (score === null) return expect(parts).toEqual([]);
        expect(Decimal.min(...parts).lte(score) && Decimal.max(...parts).gte(score)).toBe(true);
        if (rest !== 0)
          expect(composed(open.map(computed), { ...TERMS, weights: "whole" })).toMatchObject({
            ...{ score: null, composition: { unscored: "weights_not_whole" } },
          });
      }),
    );
  });
});
