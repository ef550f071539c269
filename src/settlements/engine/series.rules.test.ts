import type { Clause, Mechanism } from "../../objectives/clauses/clause";
import { aClause, came, inMonths, percent, someTerms, undetermined } from "./money.builder";
import type { ObjectiveInPeriod } from "./period-input";
import { settleSeries } from "./settle-period.rules";

/** m: missed (95 %), e: below expected (98.5 % of 99 %), k: met (99.5 %), u: too few facts, n: not measured. */
const CAME: Readonly<Record<string, () => ObjectiveInPeriod>> = {
  m: () => came(percent(95), { aims: { expected: "0.99" } }),
  e: () => came(percent(98.5), { aims: { expected: "0.99" } }),
  k: () => came(percent(99.5), { aims: { expected: "0.99" } }),
  u: () => undetermined({ aims: { expected: "0.99" } }),
  n: () => came(null, { aims: { expected: "0.99" } }),
};

const yearOf = (clauses: readonly Clause[], months: string) =>
  settleSeries(() => someTerms(clauses), inMonths([...months].map((one) => [CAME[one]!()])));

const creditsOf = (clause: Clause, months: string): number[] =>
  yearOf([clause], months).map(({ totals }) => Number(totals.credits));

const THOUSAND: Mechanism = { kind: "fixed", pays: "money", amount: "1000" };
const escalating = (most: number | null): Mechanism => ({ kind: "escalating", pays: "money", amount: "100", most });

describe("Over a series of months", () => {
  it.each([
    ["within 1 month", 1, "mmkmkkmummkm", [1, 2, 0, 1, 0, 0, 1, 0, 1, 2, 0, 1]],
    ["within 2 months", 2, "mmkmkkmummkm", [1, 2, 0, 2, 0, 0, 1, 0, 2, 2, 0, 2]],
    ["within 3 months", 3, "mmkmkkmummkm", [1, 2, 0, 2, 0, 0, 2, 0, 2, 2, 0, 2]],
  ])("failing again %s doubles; months without judgement are no failures", (_, within, months, thousands) => {
    const clause = aClause({ mechanism: THOUSAND, repeat: { multiplier: "2", within } });

    expect(creditsOf(clause, months)).toEqual(thousands.map((each) => each * 1000));
  });

  it.each([
    ["no limit", null, [1, 2, 3, 0, 1, 0, 2, 3, 0, 0, 1, 2]],
    ["at most two", 2, [1, 2, 2, 0, 1, 0, 2, 2, 0, 0, 1, 2]],
  ])("payments escalate with failures in a row, %s, and begin again after compliance (C32)", (_, most, hundreds) => {
    const credits = creditsOf(aClause({ mechanism: escalating(most) }), "mmmkmummknmm");

    expect(credits).toEqual(hundreds.map((each) => each * 100));
  });

  it("passes over months that were not judged in a row of failures", () => {
    const rows = yearOf([aClause({ mechanism: escalating(null) })], "mmunmkum").map(
      ({ outcomes }) => outcomes[0]!.failuresInRow,
    );

    expect(rows).toEqual([1, 2, 2, 2, 3, 0, 0, 1]);
  });

  it("makes a default of the fourth failure within twelve months, and charges it once when it arises (C11, C14)", () => {
    const counter = aClause({
      when: "below_expected",
      mechanism: {
        ...{ kind: "default_counter", below: "expected", failures: 4, within: 12, consequence: "default" },
        pays: { pays: "money", amount: "500000" },
      },
    });

    const year = yearOf([counter], "ekemkuekekkkkkkke");

    expect(year.map(({ counters }) => counters[0]!.failures)).toEqual([
      1, 1, 2, 3, 3, 3, 4, 4, 5, 5, 5, 5, 4, 4, 3, 2, 3,
    ]);
    expect(year.map(({ counters }) => counters[0]!.isDefault).indexOf(true)).toBe(6);
    expect(year.map(({ totals }) => Number(totals.credits))).toEqual([
      ...Array<number>(6).fill(0),
      500000,
      ...Array<number>(10).fill(0),
    ]);
    expect(year[6]!.counters).toMatchObject([{ objective: "SL", below: "expected", limit: 4, consequence: "default" }]);
  });

  it("does not charge a default again after a month without a result", () => {
    const counter = aClause({
      mechanism: {
        ...{ kind: "default_counter", below: "target", failures: 2, within: 12, consequence: "termination" },
        pays: { pays: "money", amount: "500" },
      },
    });
    const months = inMonths([[CAME.m!()], [CAME.m!()], [], [CAME.m!()]]);

    const credits = settleSeries(() => someTerms([counter]), months).map(({ totals }) => totals.credits);

    expect(credits).toEqual(["0", "500", "0", "0"]);
  });

  it("adds the points of the last three months on a ladder", () => {
    const points = aClause({ mechanism: { kind: "fixed", pays: "points", amount: "5" } });
    const ladder = aClause({
      ...{ code: "L", objectives: [], when: "always" },
      mechanism: {
        ...{ kind: "points_ladder", pays: "money", overPeriods: 3 },
        rungs: [
          { points: "5", pays: "0" },
          { points: "10", pays: "2000" },
          { points: "15", pays: "4000" },
        ],
      },
    });

    const credits = yearOf([points, ladder], "mkmmmkkmkkmm").map(({ totals }) => Number(totals.credits));

    expect(credits).toEqual([0, 0, 2000, 2000, 4000, 2000, 0, 0, 0, 0, 0, 2000]);
  });

  describe("a ratchet", () => {
    const ratchet = (periods: number, most: string | null = null) =>
      aClause({ when: "always", mechanism: { kind: "ratchet", periods, share: "0.5", most } });

    it("raises the target half way to the mean after twelve months above it (C9)", () => {
      const year = yearOf([ratchet(12)], "kkkkkkkkkkkkk");

      expect(year.map(({ ratchets }) => ratchets[0]!.periodsInRow)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1]);
      expect(year.map(({ ratchets }) => ratchets[0]!.newTarget).filter(Boolean)).toEqual(["0.9875"]);
      expect(year[11]!.ratchets[0]!.oldTarget).toBe("0.98");
    });

    it("rises no further than its limit (C10)", () => {
      const [, , third] = yearOf([ratchet(3, "0.2")], "kkk");

      expect(third!.ratchets[0]!.newTarget).toBe("0.984");
    });

    it("begins again after a miss, and passes over months that were not judged", () => {
      const rows = yearOf([ratchet(4)], "kkmkukne").map(({ ratchets }) => ratchets[0]!);

      expect(rows.map(({ periodsInRow }) => periodsInRow)).toEqual([1, 2, 0, 1, 1, 2, 2, 3]);
      expect(rows.every(({ newTarget }) => newTarget === null)).toBe(true);
    });
  });

  it("comes to the same whether its months are settled one at a time or all at once", () => {
    const clause = aClause({ mechanism: escalating(3), repeat: { multiplier: "1.5", within: 2 } });
    const inputs = inMonths([..."mkmmumkmmknm"].map((one) => [CAME[one]!()]));
    const terms = () => someTerms([clause]);

    const [first, rest] = [inputs.slice(0, 5), inputs.slice(5)];
    const start = settleSeries(terms, first);

    expect([...start, ...settleSeries(terms, rest, start)]).toEqual(settleSeries(terms, inputs));
  });
});
