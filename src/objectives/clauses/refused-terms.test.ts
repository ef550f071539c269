import {
  aPromise,
  aSetting,
  aTime,
  aWrittenClause,
  POINT_VALUE as POINTS,
  refusedTerms,
  writtenTerms,
} from "./settlement-terms.builder";
import { STAGES } from "./clause";
import type { RawClause, RawKind } from "./clause.schema";

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
