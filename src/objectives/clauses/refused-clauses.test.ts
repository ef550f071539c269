import {
  aPromise,
  aSetting,
  aWrittenClause,
  refusedClause,
  refusedTerms,
  writtenTerms,
} from "./settlement-terms.builder";
import type { RawClause } from "./clause.schema";

describe("triggers, guards and modifiers", () => {
  const none = { minimum: null, expected: null };
  it.each<[string, Partial<RawClause>, string]>([
    ["a credit for meeting", { when: "met" }, "PAYS_FOR_WORSE when: A credit is paid when the objective is met."],
    [
      "a bonus for missing",
      { side: "bonus", when: "missed" },
      "PAYS_FOR_WORSE when: A bonus is paid when the objective is missed.",
    ],
    [
      "a trigger of what tells itself",
      { when: "missed", mechanism: { kind: "ratchet", periods: 12, share: "50 %" } },
      'INVALID_CLAUSE when: "ratchet" tells itself whether anything follows, and the clause says when: missed.',
    ],
    [
      "a bonus that grows with what goes wrong",
      { side: "bonus", mechanism: { kind: "per_event", pays: "money", amount: "1.00 EUR" } },
      'PAYS_FOR_WORSE side: "per_event" pays the more the worse the service is, and is written as a bonus.',
    ],
    [
      "a gate for a credit",
      { guards: [{ kind: "all_reach", level: "target" }] },
      "INVALID_CLAUSE guards.0.kind: A credit would be paid only if the objectives reach their level.",
    ],
    [
      "statistics of a time",
      { objectives: ["ASA-1"], guards: [{ kind: "binomial", alpha: 0.05 }] },
      'INVALID_CLAUSE guards.0.kind: "binomial" counts events, and ASA-1 has none: ASA is measured in seconds.',
    ],
    [
      "a table of samples out of order",
      {
        guards: [
          {
            kind: "small_sample",
            table: [
              { upToSample: 20, missesAllowed: 1 },
              { upToSample: 10, missesAllowed: 2 },
            ],
          },
        ],
      },
      "INVALID_CLAUSE guards.0.table.1.upToSample: The table goes from a sample of 20 to 10.",
    ],
    [
      "critical values that leave small samples out",
      { guards: [{ kind: "critical_z", table: [{ fromSample: 30, z: 1.645 }] }] },
      "INVALID_CLAUSE guards.0.table.0.fromSample: Nothing is said of samples under 30.",
    ],
    [
      "a level of significance beyond chance",
      { guards: [{ kind: "binomial", alpha: 5 }] },
      'INVALID_AMOUNT guards.0.alpha: "5" is not a level of significance.',
    ],
    [
      "a repeat that makes it cheaper",
      { repeat: { multiplier: 0.5 } },
      "INVALID_CLAUSE repeat.multiplier: Failing again would cost 0.5 of what it costs the first time.",
    ],
    [
      "an earn-back that is lost before it can be earned",
      { earnBack: { periods: 3, expiresAfter: 2 } },
      "INVALID_CLAUSE earnBack.expiresAfter: What is earned back by 3 periods is lost after 2, before it can be earned.",
    ],
    [
      "an earn-back of a bonus",
      { side: "bonus", earnBack: { periods: 3 } },
      "INVALID_CLAUSE earnBack: Credits are earned back by better service; a bonus is not.",
    ],
    [
      "a cap of what pays nothing",
      { mechanism: { kind: "ratchet", periods: 12, share: "50 %" }, cap: { pays: "fee_share", amount: "5 %" } },
      'INVALID_CLAUSE cap: "ratchet" pays nothing here, so there is nothing for "cap" to change.',
    ],
    [
      "a cap below what is ignored",
      { ignoredUpTo: "500.00 EUR", cap: { pays: "pool_share", amount: "5 %" } },
      'INVALID_CLAUSE cap: Clause "C-1" pays at most what is ignored.',
    ],
    [
      "a cap below what is paid at least",
      { atLeast: "500.00 EUR", cap: { pays: "money", amount: "499.99 EUR" } },
      'INVALID_CLAUSE cap: Clause "C-1" is to pay more at least than its cap lets it pay at most.',
    ],
    [
      "a repeat that says two ways at once",
      { repeat: { multiplier: 2, inARow: [1, 2] } },
      'INVALID_CLAUSE repeat.multiplier: "multiplier" and "inARow" are two ways to say what failing again costs.',
    ],
    [
      "a repeat that says no way",
      { repeat: { within: 2 } },
      "INVALID_CLAUSE repeat.multiplier: By what failing again multiplies is not said.",
    ],
    [
      "a third failure that costs less than the second",
      { repeat: { inARow: [1, 2, 1.5] } },
      "INVALID_CLAUSE repeat.inARow.2: Failure 3 in a row would cost less than failure 2.",
    ],
    [
      "an objective there is none of",
      { objectives: ["SL-2"] },
      'NOT_FOUND objectives.0: There is no objective "SL-2".',
    ],
    [
      "an objective named twice",
      { objectives: ["SL-1", "SL-1"] },
      'INVALID_CLAUSE objectives.1: Objective "SL-1" is named twice.',
    ],
  ])("are refused: %s", (_name, parts, refusal) => {
    const [code, ...rest] = refusal.split(" ");

    expect(refusedClause(parts)).toEqual([`${code} clauses.0.${rest.join(" ")}`]);
  });

  it.each([
    ["below_minimum", "SL-1 has no minimum level."],
    ["below_expected", "SL-1 has no expected level."],
  ] as const)("that ask for %s need that level", (when, message) => {
    const bare = aSetting({ objectives: [aPromise({ aims: { target: "0.99", ...none } })] });

    expect(refusedTerms(writtenTerms({ clauses: [aWrittenClause({ when })] }), bare)).toEqual([
      `INVALID_CLAUSE clauses.0.when: ${message}`,
    ]);
  });
});
