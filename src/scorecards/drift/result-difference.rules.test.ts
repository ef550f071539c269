import type { ScorecardItem } from "../scorecard.entity";
import { cardDifference, objectiveDifference, type ComparedCard } from "./result-difference.rules";

const item = (parts: Partial<ScorecardItem> = {}): ScorecardItem =>
  ({
    ...{ kpiCode: "ASA", dialect: "OFFERED", parameters: {}, kpiVersion: 1 },
    ...{ numerator: "60", denominator: "2", sample: 2, value: "30", status: "OK" },
    ...{ weight: "40", target: "30", isMet: true, score: "100", manual: null, peers: null },
    ...parts,
  }) as unknown as ScorecardItem;

const card = (parts: Partial<ComparedCard> = {}): ComparedCard => ({
  ...{ score: "100", rank: 1, rankedOf: 2, level: null, items: [item()] },
  ...parts,
});

test.each([
  ["the same", card()],
  ["the same numbers, written otherwise", card({ score: "100.00", items: [item({ value: "30.0", target: "30.00" })] })],
  ["another median of peers", card({ items: [item({ peers: { median: "9", of: 5 } })] })],
])("%s is no difference", (_name, to) => {
  expect(cardDifference(card(), to)).toBeNull();
});

test.each([
  ["a value", card({ items: [item({ value: "31", numerator: "62" })] }), ["ASA"]],
  ["a sample alone", card({ items: [item({ sample: 3 })] }), ["ASA"]],
  ["a target", card({ items: [item({ target: "20" })] }), ["ASA"]],
  ["a parameter", card({ items: [item({ parameters: { thresholdSeconds: 20 } })] }), ["ASA"]],
  ["a place alone", card({ rank: 2 }), []],
  ["one more who is ranked", card({ rankedOf: 3 }), []],
  ["a level", card({ level: { name: "gold", colour: "#ffd700" } }), []],
  ["a KPI that is there besides", card({ items: [item(), item({ kpiCode: "CSAT" })] }), ["CSAT"]],
])("%s is a difference", (_name, to, kpis) => {
  const found = cardDifference(card(), to);

  expect(found?.figures.map(({ kpi }) => kpi.kpiCode)).toEqual(kpis);
});

test("a scorecard that is not there yet differs from nothing, one without items does not", () => {
  expect(cardDifference(null, card())).toMatchObject({ from: null, to: { score: "100" } });
  expect(cardDifference(card(), null)).toMatchObject({ to: null, figures: [{ from: { value: "30" }, to: null }] });
  expect(cardDifference(card({ items: [], score: null }), null)).toBeNull();
  expect(cardDifference(null, null)).toBeNull();
});

test("a value that somebody entered differs from the same value measured", () => {
  const entered = item({ manual: { id: "a" } as ScorecardItem["manual"] });

  expect(cardDifference(card(), card({ items: [entered] }))?.figures).toMatchObject([
    { from: { manualId: null }, to: { manualId: "a" } },
  ]);
});

test("an objective differs by outcome, shortfall and what may still be missed", () => {
  const met = { outcome: "met", shortfall: "0", missesAllowed: 3, item: item() } as const;

  expect(objectiveDifference(met, { ...met, shortfall: "0.000" })).toBeNull();
  expect(objectiveDifference(met, { ...met, outcome: "missed" })).toMatchObject({
    ...{ from: { outcome: "met", score: null }, to: { outcome: "missed" } },
    figures: [],
  });
  expect(objectiveDifference(met, { ...met, missesAllowed: 2 })).not.toBeNull();
});
