import { aPromise, aSetting, aTime, aWrittenClause, refusedTerms, writtenTerms } from "./settlement-terms.builder";
import type { RawClause, RawKind } from "./clause.schema";
import { STAGES } from "./clause";

const POINTS = { pointValue: "500.00 EUR" };
const bands = (list: readonly object[], more: object = {}): RawKind => ({
  ...{ kind: "bands", pays: "points", bands: list },
  ...more,
});
const refusedClause = (parts: Partial<RawClause>, terms: object = {}): string[] =>
  refusedTerms(writtenTerms({ clauses: [aWrittenClause(parts)], ...terms }));
const refusedMechanism = (mechanism: RawKind, parts: Partial<RawClause> = {}): string[] => {
  const terms = mechanism["pays"] === "points" ? POINTS : {};
  return refusedClause({ mechanism, ...parts }, terms);
};

describe("amounts", () => {
  it.each([
    [
      "a share without its sign",
      { amount: "10" },
      'INVALID_AMOUNT clauses.0.mechanism.amount: "10" is not a percentage.',
    ],
    [
      "a share that may be a ratio",
      { amount: 0.1 },
      'INVALID_AMOUNT clauses.0.mechanism.amount: "0.1" is not a percentage.',
    ],
    [
      "more than the whole fee",
      { amount: "110 %" },
      "INVALID_AMOUNT clauses.0.mechanism.amount: 110 % is more than 100 %.",
    ],
    ["less than nothing", { amount: "-5 %" }, 'INVALID_AMOUNT clauses.0.mechanism.amount: "-5 %" is negative.'],
    [
      "money without a currency",
      { pays: "money", amount: 500 },
      'INVALID_AMOUNT clauses.0.mechanism.amount: "500" is not an amount in EUR.',
    ],
    [
      "money of another currency",
      { pays: "money", amount: "500.00 USD" },
      'INVALID_AMOUNT clauses.0.mechanism.amount: "500.00 USD" is not an amount in EUR.',
    ],
    [
      "a percentage of points",
      { pays: "points", amount: "5 %" },
      'INVALID_AMOUNT clauses.0.mechanism.amount: "5 %" is not a plain number.',
    ],
    ["no number", { amount: "a lot" }, 'INVALID_AMOUNT clauses.0.mechanism.amount: "a lot" is not an amount.'],
  ])("are refused: %s", (_name, parts, refusal) => {
    expect(refusedMechanism({ kind: "fixed", pays: "fee_share", ...parts })).toEqual([refusal]);
  });

  it("of the terms are refused all at once", () => {
    const refused = refusedTerms(
      writtenTerms({ fee: "100000.005 EUR", atRisk: "120 %", creditCap: { pays: "fee_share", amount: "12" } }),
    );

    expect(refused).toEqual([
      'INVALID_AMOUNT fee: "100000.005 EUR" is no whole number of minor units.',
      "INVALID_AMOUNT atRisk: 120 % is more than 100 %.",
      'INVALID_AMOUNT creditCap.amount: "12" is not a percentage.',
    ]);
  });
});

describe("bands", () => {
  const PUBLISHED = [
    { from: "99.0 %", pays: 0 },
    { from: "98.0 %", to: "98.9 %", pays: 1 },
    { to: "97.9 %", pays: 2 },
  ];

  it("written to one decimal leave 98.95 % to nobody, unless values are read to one decimal", () => {
    expect(refusedMechanism(bands(PUBLISHED))).toEqual([
      "BANDS_GAP clauses.0.mechanism.bands.2.to: Nothing is said of values between 97.9 % and 98 %.",
      "BANDS_GAP clauses.0.mechanism.bands.1.to: Nothing is said of values between 98.9 % and 99 %.",
    ]);
    for (const kind of ["truncate", "half_up"])
      expect(refusedMechanism(bands(PUBLISHED, { reading: { kind, decimals: 1 } }))).toEqual([]);
    expect(refusedMechanism(bands(PUBLISHED, { reading: { kind: "truncate", decimals: 2 } }))).toHaveLength(2);
  });

  it("may end where the better one begins", () => {
    const touching = [{ from: "99.99 %", pays: 0 }, { from: "99 %", until: "99.99 %", pays: 1 }, { pays: 2 }];

    expect(refusedMechanism(bands(touching))).toEqual([]);
  });

  it.each([
    [
      "that overlap",
      [
        { from: "98 %", pays: 0 },
        { to: "99 %", pays: 1 },
      ],
      ["BANDS_OVERLAP clauses.0.mechanism.bands.1.to: Values between 98 % and 99 % are claimed twice."],
    ],
    [
      "that begin at one value",
      [{ from: "98 %", pays: 0 }, { from: "98 %", pays: 1 }, { pays: 2 }],
      ["BANDS_OVERLAP clauses.0.mechanism.bands.1.from: Values from 98 % are claimed twice."],
    ],
    [
      "without what is worse",
      [
        { from: "98 %", pays: 0 },
        { from: "90 %", pays: 1 },
      ],
      ["BANDS_GAP clauses.0.mechanism.bands.1.from: Nothing is said of values worse than 90 %."],
    ],
    [
      "without what is better",
      [{ from: "98 %", to: "99 %", pays: 0 }, { pays: 1 }],
      ["BANDS_GAP clauses.0.mechanism.bands.0.to: Nothing is said of values better than 99 %."],
    ],
    [
      "that pay more for better service",
      [{ from: "98 %", pays: 2 }, { pays: 1 }],
      ["PAYS_FOR_WORSE clauses.0.mechanism.bands.0.pays: A better value pays more credit than a worse one."],
    ],
  ])("are refused: %s", (_name, list, refusals) => {
    expect(refusedMechanism(bands(list))).toEqual(refusals);
  });

  it("of what is to be small go the other way", () => {
    const times = { objectives: ["ASA-1"] };

    expect(refusedMechanism(bands([{ from: 30, pays: 0 }, { from: 60, pays: 1 }, { pays: 2 }]), times)).toEqual([]);
    expect(refusedMechanism(bands([{ from: 30, pays: 1 }, { from: 60, pays: 0 }, { pays: 2 }]), times)).toEqual([
      "PAYS_FOR_WORSE clauses.0.mechanism.bands.0.pays: A better value pays more credit than a worse one.",
    ]);
  });

  it("of a bonus pay more for better service", () => {
    const rising = [{ from: "99.5 %", pays: "2 %" }, { pays: 0 }];
    const bonus = { side: "bonus" as const };
    const paid = (list: readonly object[]): RawKind => bands(list, { pays: "fee_share" });

    expect(refusedMechanism(paid(rising), bonus)).toEqual([]);
    expect(refusedMechanism(paid([{ from: "99.5 %", pays: 0 }, { pays: "2 %" }]), bonus)).toHaveLength(1);
  });
});

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

describe("terms as a whole", () => {
  const POINT: RawKind = { kind: "fixed", pays: "points", amount: 1 };
  const LADDER: RawKind = { kind: "points_ladder", pays: "fee_share", rungs: [{ points: 5, pays: "1 %" }] };
  const of = (...clauses: Partial<RawClause>[]): object => ({
    clauses: clauses.map((parts, index) => aWrittenClause({ code: `C-${index}`, ...parts })),
  });

  it.each([
    [
      "two clauses of one code",
      of({ code: "A" }, { code: "A" }),
      'INVALID_CLAUSE clauses.1.code: There are two clauses "A".',
    ],
    [
      "allocations over their limit, one for each objective",
      of({ objectives: ["SL-1", "ASA-1"], mechanism: { kind: "allocation", allocation: "60 %" } }),
      "INVALID_AMOUNT clauses.0.mechanism.allocation: All allocations, one for each objective, come to 120 %: more than 100 %.",
    ],
    [
      "points that nothing is made of",
      of({ mechanism: POINT }),
      'INVALID_CLAUSE clauses.0.mechanism: Clause "C-0" gives points, and nothing says what they are worth.',
    ],
    [
      "a ladder without points",
      of({ mechanism: LADDER, objectives: [] }),
      'INVALID_CLAUSE clauses.0.mechanism: Clause "C-0" counts points, and no clause gives any.',
    ],
    [
      "a value of points that nobody gives",
      { ...of({}), ...POINTS },
      "INVALID_CLAUSE pointValue: Points have a value, and no clause gives any.",
    ],
    [
      "a cap in money of points for a ladder",
      of({ mechanism: POINT, cap: { pays: "fee_share", amount: "5 %" } }, { mechanism: LADDER, objectives: [] }),
      'INVALID_CLAUSE clauses.0.cap: Clause "C-0" gives points for a ladder; "cap" is about money.',
    ],
    [
      "one credit for an incident where there is but one",
      { ...of({}), singleIncident: true },
      "INVALID_CLAUSE singleIncident: One incident yields one credit, and fewer than two objectives have credits to choose from.",
    ],
    [
      "another length of period than objectives are judged by",
      { ...of({}), settledBy: "quarter" },
      "INVALID_CLAUSE clauses.0.objectives.0: SL-1 is judged by the month, and money is settled by the quarter.",
    ],
  ])("are refused: %s", (_name, parts, refusal) => {
    expect(refusedTerms(writtenTerms(parts))).toEqual([refusal]);
  });

  it("say all that is wrong at once", () => {
    const refused = refusedTerms(
      writtenTerms({ ...of({ when: "met" }, { objectives: ["SL-9"] }, { repeat: { multiplier: 0 } }), fee: "100000" }),
    );

    expect(refused.map((one) => one.split(" ")[1])).toEqual([
      "fee:",
      "clauses.0.when:",
      "clauses.1.objectives.0:",
      "clauses.2.repeat.multiplier:",
    ]);
  });
});

describe("the order of evaluation", () => {
  const swapped = (a: string, b: string): string[] => STAGES.map((one) => (one === a ? b : one === b ? a : one));
  const refusedOrder = (order: readonly string[]): string[] => refusedTerms(writtenTerms({ order: order as never }));

  it.each([
    ["repeat", "floor"],
    ["repeat", "objective_cap"],
    ["floor", "objective_cap"],
    ["pool_cap", "earn_back"],
  ])("may swap %s and %s", (a, b) => {
    expect(refusedOrder(swapped(a, b))).toEqual([]);
  });

  it("says which step comes before one that it needs", () => {
    expect(refusedOrder(swapped("amount", "guards"))).toContain(
      'INVALID_ORDER order.4: "amount" comes before "single_incident", but first it has to be known which credit of an incident stands.',
    );
    expect(refusedOrder(swapped("objective_cap", "pool_cap"))).toHaveLength(1);
  });

  it("names every step once", () => {
    expect(refusedOrder(STAGES.slice(1))).toEqual(["INVALID_ORDER order: The order leaves out exclusions."]);
    expect(refusedOrder([...STAGES, "value"])).not.toEqual([]);
  });
});

test("a clause may look at objectives of different kinds where it looks at no value", () => {
  const clauses = [aWrittenClause({ objectives: ["SL-1", "ASA-1"] })];

  expect(refusedTerms(writtenTerms({ clauses }), aSetting({ objectives: [aPromise(), aTime()] }))).toEqual([]);
});
