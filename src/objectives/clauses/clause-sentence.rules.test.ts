import type { Clause, Mechanism } from "./clause";
import { clauseSentence } from "./clause-sentence.rules";
import { aSetting } from "./settlement-terms.builder";

const aClause = (parts: Partial<Clause>): Clause => ({
  ...{ code: "C-1", name: "Credit", cites: "§ 1", side: "credit", objectives: ["SL-1"], when: "always" },
  ...{ guards: [], repeat: null, ignoredUpTo: null, cap: null, earnBack: null },
  mechanism: { kind: "fixed", pays: "fee_share", amount: "0.05" },
  ...parts,
});
const time = { objectives: ["ASA-1"] };

describe("what a clause does, in a sentence", () => {
  it.each<[Mechanism, Partial<Clause>, string]>([
    [
      { kind: "fixed", pays: "fee_share", amount: "0.05" },
      { when: "missed" },
      "When SL-1 misses its target, 5 % of the fee is credited to the client.",
    ],
    [
      { kind: "fixed", pays: "fee_share", amount: "0.05" },
      { when: "missed", repeat: { inARow: ["1", "2", "4"] }, atLeast: "100" },
      "When SL-1 misses its target, 5 % of the fee is credited to the client. Failures in a row multiply it by 1, 2, 4 in turn. " +
        "What is due is at least 1.00 EUR.",
    ],
    [
      {
        ...{ kind: "points_ladder", pays: "money", overPeriods: 1, perPoint: "25000" },
        rungs: [{ points: "100", pays: "0" }],
      },
      { objectives: [] },
      "The points of the period decide what is credited to the client: from 100 on 0.00 EUR, and 250.00 EUR for each point beyond.",
    ],
    [
      { kind: "fixed", pays: "money", amount: "50000" },
      { when: "met", side: "bonus", objectives: [] },
      "When every objective meets its target, 500.00 EUR is paid to us as a bonus.",
    ],
    [
      { kind: "allocation", allocation: "0.5", criticality: "0.4" },
      { when: "below_minimum", objectives: ["SL-1", "ASA-1"] },
      "When SL-1 or ASA-1 misses its minimum, 50 % times 40 % of the amount at risk is credited to the client.",
    ],
    [
      {
        ...{ kind: "bands", pays: "points", reading: { kind: "truncate", decimals: 1 } },
        bands: [
          { from: null, until: "0.98", pays: "2" },
          { from: "0.98", until: null, pays: "1" },
        ],
      },
      {},
      "The value of SL-1 (cut to 1 decimal) decides what is credited to the client: from 98 % on 1 point, otherwise 2 points.",
    ],
    [
      { kind: "per_point", pays: "fee_share", below: "target", step: "0.01", rate: "0.05", steps: "full" },
      {},
      "5 % of the fee is credited to the client for each full 1 % that SL-1 is worse than the target.",
    ],
    [
      { kind: "per_point", pays: "fee_share", below: "target", step: "0.001", rate: "0.05", steps: "begun" },
      {},
      "5 % of the fee is credited to the client for each 0.1 % or part of it that SL-1 is worse than the target.",
    ],
    [
      {
        ...{ kind: "bonus_malus", steps: "exact", pays: "money", malusBeyond: "30", bonusBeyond: "15", step: "1" },
        ...{ malusRate: "50000", bonusRate: "20000" },
      },
      time,
      "Of ASA-1, 500.00 EUR is credited to the client for each 1 s above 30 s, 200.00 EUR is paid to us for each 1 s below 15 s, and nothing in between.",
    ],
    [
      { kind: "per_event", pays: "money", amount: "12.5", toleratedShare: "0.05", toleratedCount: null },
      {},
      "0.125 EUR is credited to the client for each event of SL-1 that missed beyond 5 % of all events.",
    ],
    [
      { kind: "escalating", pays: "money", amount: "10000", most: 6 },
      { when: "missed" },
      "When SL-1 misses its target, 100.00 EUR is credited to the client for each failure in a row, this one included, 6 at most.",
    ],
    [
      { kind: "points_ladder", pays: "fee_share", overPeriods: 1, rungs: [{ points: "10", pays: "0.02" }] },
      { objectives: [] },
      "The points of the period decide what is credited to the client: from 10 on 2 % of the fee.",
    ],
    [
      { kind: "default_counter", below: "expected", failures: 4, within: 12, consequence: "default", pays: null },
      {},
      "4 results of SL-1 worse than the expected level within 12 periods are a default.",
    ],
    [
      { kind: "erroneous_reporting", pays: "points", amount: "5", graceDays: 10 },
      { objectives: [] },
      "5 points are credited to the client for each wrong report that is not corrected within 10 days.",
    ],
    [
      { kind: "ratchet", periods: 12, share: "0.5", most: "0.1" },
      {},
      "After 12 periods in a row better than the target, the target of SL-1 moves by 50 % of the distance to their mean, at most 10 % of what is left to 100 %.",
    ],
  ])("%j", (mechanism, parts, sentence) => {
    expect(clauseSentence(aClause({ mechanism, ...parts }), aSetting())).toBe(sentence);
  });

  it("says conditions, repeats, floors, caps and earn-back after it", () => {
    const clause = aClause({
      when: "missed",
      guards: [{ kind: "minimum_sample", sample: 30 }],
      repeat: { multiplier: "2", within: 1 },
      ignoredUpTo: "100",
      cap: { pays: "pool_share", amount: "0.5" },
      earnBack: {
        ...{ level: "target", periods: 3, mode: "average", of: "objective", expiresAfter: 6, settle: "withheld" },
      },
    });

    expect(clauseSentence(clause, aSetting())).toBe(
      "When SL-1 misses its target, 5 % of the fee is credited to the client. It applies only to 30 facts or more. " +
        "Failing again within 1 period multiplies it by 2. Up to 1.00 EUR is dropped. " +
        "It is at most 50 % of the amount at risk. It is earned back if the objective reaches its target on average over " +
        "3 periods, within 6 periods; until then it is withheld.",
    );
  });
});
