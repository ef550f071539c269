import { readSettlementTerms } from "./read-settlement-terms";
import { writtenSettlementTerms } from "./written-settlement-terms";
import { STAGES } from "./clause";
import type { RawKind } from "./clause.schema";
import { aSetting, aWrittenClause, writtenTerms } from "./settlement-terms.builder";

describe("terms as people write them", () => {
  it("become exact numbers, with what a contract usually means", () => {
    const terms = readSettlementTerms(writtenTerms(), aSetting());

    expect(terms).toEqual({
      settledBy: "month",
      fee: "10000000",
      atRisk: "0.1",
      allocationLimit: "1",
      pointValue: null,
      creditCap: null,
      yearlyCreditCap: null,
      bonusCap: null,
      singleIncident: false,
      order: STAGES,
      rounding: "half_up",
      clauses: [
        {
          ...{ code: "C-1", name: "Service level credit", cites: "Schedule 3, § 1", side: "credit" },
          ...{ objectives: ["SL-1"], when: "missed", guards: [], repeat: null, ignoredUpTo: null, cap: null },
          ...{ atLeast: null, earnBack: null },
          mechanism: { kind: "fixed", pays: "fee_share", amount: "0.05" },
        },
      ],
    });
  });

  it("keep money of currencies with no or three decimals", () => {
    const yen = writtenTerms({ fee: "1000000 JPY" });
    const dinars = writtenTerms({ fee: "1000.125 BHD" });

    expect(readSettlementTerms(yen, aSetting({ currency: "JPY" })).fee).toBe("1000000");
    expect(readSettlementTerms(dinars, aSetting({ currency: "BHD" })).fee).toBe("1000125");
  });

  it.each(Object.entries(MECHANISMS()))(
    "are the same again after they were written out: %s",
    (_kind, [mechanism, more]) => {
      const points = { pointValue: "500.00 EUR" };
      const clauses = [aWrittenClause({ mechanism, ...more }), aWrittenClause({ code: "P", mechanism: POINTS })];
      const raw = writtenTerms({ ...points, allocationLimit: "200 %", clauses });

      const terms = readSettlementTerms(raw, aSetting());

      expect(readSettlementTerms(writtenSettlementTerms(terms, aSetting()), aSetting())).toEqual(terms);
    },
  );
});

const POINTS = { kind: "fixed", pays: "points", amount: 1 };

function MECHANISMS(): Record<string, [RawKind, object]> {
  const always = { when: "always" };
  const time = { objectives: ["ASA-1"] };
  return {
    allocation: [{ kind: "allocation", allocation: "50 %", criticality: "40 %" }, {}],
    fixed: [{ kind: "fixed", pays: "money", amount: "0.125 EUR" }, { guards: [{ kind: "binomial", alpha: 0.05 }] }],
    bands: [
      {
        ...{ kind: "bands", pays: "points", reading: { kind: "truncate", decimals: 1 } },
        bands: [
          { from: "99.0 %", pays: 0 },
          { from: "98.0 %", to: "98.9 %", pays: 1 },
          { to: "97.9 %", pays: 2.5 },
        ],
      },
      { repeat: { multiplier: 2 } },
    ],
    per_point: [{ kind: "per_point", pays: "fee_share", step: "1 %", rate: "5 %", steps: "begun" }, always],
    table: [
      {
        ...{ kind: "table", pays: "fee_share", between: "linear", beyond: "100 %" },
        knots: [
          { at: "98 %", pays: "10 %" },
          { at: "90 %", pays: "90 %" },
        ],
      },
      { cap: { pays: "pool_share", amount: "50 %" }, ignoredUpTo: "1.00 EUR" },
    ],
    bonus_malus: [
      {
        ...{ kind: "bonus_malus", pays: "money", malusBeyond: 30, bonusBeyond: 15, step: 1 },
        ...{ malusRate: "500.00 EUR", bonusRate: "500.00 EUR" },
      },
      time,
    ],
    per_event: [{ kind: "per_event", pays: "money", amount: "2.00 EUR", toleratedShare: "5 %" }, {}],
    escalating: [
      { kind: "escalating", pays: "money", amount: "100.00 EUR", most: 6 },
      { guards: [{ kind: "critical_z", table: [{ fromSample: 1, z: 1.645 }] }] },
    ],
    points_ladder: [
      {
        ...{ kind: "points_ladder", pays: "fee_share", overPeriods: 3 },
        rungs: [
          { points: 5, pays: "0 %" },
          { points: 10, pays: "2 %" },
        ],
      },
      { objectives: [] },
    ],
    default_counter: [
      {
        ...{ kind: "default_counter", below: "expected", failures: 4, within: 12, consequence: "termination" },
        pays: { pays: "pool_share", amount: "10 %" },
      },
      {},
    ],
    erroneous_reporting: [
      { kind: "erroneous_reporting", pays: "points", amount: 5, graceDays: 10 },
      { objectives: [] },
    ],
    ratchet: [{ kind: "ratchet", periods: 12, share: "50 %", most: "10 %" }, {}],
    "earn-back": [
      { kind: "allocation", allocation: "100 %" },
      { earnBack: { level: "target", periods: 3, of: "all", mode: "average", expiresAfter: 6, settle: "returned" } },
    ],
  };
}
