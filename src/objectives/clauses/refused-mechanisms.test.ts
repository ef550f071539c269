import {
  aPromise,
  aSetting,
  aWrittenClause,
  POINT_VALUE as POINTS,
  refusedTerms,
  writtenTerms,
} from "./settlement-terms.builder";

describe("mechanisms", () => {
  it.each([
    [
      "a table that pays more for better service",
      {
        kind: "table",
        pays: "fee_share",
        knots: [
          { at: "98 %", pays: "20 %" },
          { at: "97 %", pays: "10 %" },
        ],
      },
      {},
      "PAYS_FOR_WORSE clauses.0.mechanism.knots.0.pays: A better value pays more credit than a worse one.",
    ],
    [
      "a ladder on which more points cost less",
      {
        kind: "points_ladder",
        pays: "fee_share",
        rungs: [
          { points: 5, pays: "4 %" },
          { points: 10, pays: "2 %" },
        ],
      },
      { objectives: [] },
      "PAYS_FOR_WORSE clauses.0.mechanism.rungs.0.pays: A better value pays more credit than a worse one.",
    ],
    [
      "a step that may be 1 % or 100 %",
      { kind: "per_point", pays: "fee_share", step: 1, rate: "1 %" },
      {},
      'INVALID_AMOUNT clauses.0.mechanism.step: "1" may mean 1 % or 100 %.',
    ],
    [
      "steps that count in no known way",
      { kind: "per_point", pays: "fee_share", step: "1 %", rate: "1 %", steps: "whole" },
      {},
      'INVALID_FIELD clauses.0.mechanism.steps: "steps" cannot be "whole".',
    ],
    [
      "per event of what counts none",
      { kind: "per_event", pays: "money", amount: "1.00 EUR" },
      { objectives: ["ASA-1"] },
      "INVALID_CLAUSE clauses.0.mechanism.kind: ASA-1 counts no events: ASA is measured in seconds.",
    ],
    [
      "a dead band the wrong way round",
      {
        ...{ kind: "bonus_malus", pays: "money", malusBeyond: 15, bonusBeyond: 30, step: 1 },
        ...{ malusRate: "5.00 EUR", bonusRate: "5.00 EUR" },
      },
      { objectives: ["ASA-1"] },
      "INVALID_CLAUSE clauses.0.mechanism.bonusBeyond: The bonus begins at 30, which is worse than 15, where the malus ends.",
    ],
    [
      "a counter that can never be reached",
      { kind: "default_counter", below: "target", failures: 5, within: 4, consequence: "default" },
      {},
      "INVALID_CLAUSE clauses.0.mechanism.failures: 5 failures within 4 periods can never happen.",
    ],
    [
      "a level that an objective does not have",
      { kind: "default_counter", below: "expected", failures: 4, within: 12, consequence: "default" },
      { objectives: ["ASA-1"] },
      "INVALID_CLAUSE clauses.0.mechanism.below: ASA-1 has no expected level.",
    ],
    [
      "a limit of what has no whole",
      { kind: "ratchet", periods: 12, share: "50 %", most: "10 %" },
      { objectives: ["ASA-1"] },
      "INVALID_CLAUSE clauses.0.mechanism.most: The target of ASA-1 has no whole that it could be limited by: ASA is no share.",
    ],
    [
      "values of objectives that are measured differently",
      { kind: "per_point", pays: "fee_share", step: "1 %", rate: "1 %" },
      { objectives: ["SL-1", "ASA-1"] },
      "INVALID_CLAUSE clauses.0.objectives: The values of the clause cannot suit both SL-1 (share, to be maximised) and ASA-1 (seconds, to be minimised).",
    ],
    [
      "what looks at objectives and names none",
      { kind: "escalating", pays: "money", amount: "1.00 EUR" },
      { objectives: [] },
      'INVALID_CLAUSE clauses.0.objectives: "escalating" looks at objectives, and the clause names none.',
    ],
    [
      "what nobody knows",
      { kind: "fine" },
      {},
      'INVALID_CLAUSE clauses.0.mechanism.kind: There is no mechanism "fine".',
    ],
  ])("are refused: %s", (_name, mechanism, parts, refusal) => {
    const giving = aWrittenClause({ code: "P", mechanism: { kind: "fixed", pays: "points", amount: 1 } });
    const clauses = [aWrittenClause({ mechanism, ...parts }), giving];

    expect(refusedTerms(writtenTerms({ clauses, ...POINTS }))).toEqual([refusal]);
  });

  it("by values suit no KPI whose best lies in between", () => {
    const handling = aPromise({
      code: "AHT-1",
      kpi: { code: "AHT", unit: "seconds", direction: "range" },
      counts: "none",
    });
    const mechanism = { kind: "per_point", pays: "fee_share", step: 1, rate: "1 %" };
    const raw = writtenTerms({ clauses: [aWrittenClause({ mechanism, objectives: ["AHT-1"] })] });

    expect(refusedTerms(raw, aSetting({ objectives: [handling] }))).toEqual([
      "INVALID_CLAUSE clauses.0.objectives: Which way AHT-1 is worse cannot be told: the best of AHT lies in between.",
    ]);
  });

  it("tolerate a number of misses, but no share, where only misses are counted", () => {
    const complaints = aPromise({
      code: "C",
      kpi: { code: "COMPLAINTS", unit: "count", direction: "minimise" },
      counts: "misses",
    });
    const refused = (tolerated: object): string[] => {
      const mechanism = { kind: "per_event", pays: "money", amount: "5.00 EUR", ...tolerated };
      const clauses = [aWrittenClause({ mechanism, objectives: ["C"] })];
      return refusedTerms(writtenTerms({ clauses }), aSetting({ objectives: [complaints] }));
    };

    expect(refused({ toleratedCount: 3 })).toEqual([]);
    expect(refused({ toleratedShare: "5 %" })).toEqual([
      "INVALID_CLAUSE clauses.0.mechanism.toleratedShare: C counts misses alone: a share of all events cannot be tolerated.",
    ]);
    expect(refused({ toleratedShare: "5 %", toleratedCount: 3 })).toEqual([
      "INVALID_CLAUSE clauses.0.mechanism.toleratedCount: Two tolerances are written.",
    ]);
  });
});
