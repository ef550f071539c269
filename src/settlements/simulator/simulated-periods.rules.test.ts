import { aClause, someTerms } from "../engine/money.builder";
import { wantedSettlements } from "../settlement-plan.rules";
import { aBook, type Months } from "./simulated-book.builder";
import { simulated } from "./simulated-periods.rules";

/** € 1,000.00 whenever SL or FCR misses 80 %. */
const TERMS = someTerms([aClause({ objectives: ["SL", "FCR"] })]);
const YEAR: Months = {
  SL: [
    [900, 1_000],
    [790, 1_000],
    [690, 1_000],
  ],
  FCR: [
    [80, 100],
    [79, 100],
    [81, 100],
  ],
};

const simulation = (terms = TERMS, months = YEAR, { draws = 50, seed = 7 } = {}) =>
  simulated({ ...simulationOf(aBook(terms, months)), draws, seed, names: new Map([["SL", "Service level"]]) });

describe("a simulation of past months", () => {
  it("settles each as the contract would have", () => {
    const { periods, total } = simulation();

    expect(periods.map(({ money }) => money?.totals.credits)).toEqual(["0", "200000", "100000"]);
    expect(total).toEqual({ fee: "30000000", credits: "300000", bonuses: "0", net: "300000" });
  });

  it("comes to the same lines as the settlements themselves", () => {
    const book = aBook(TERMS, YEAR);

    const { periods } = simulated({ ...simulationOf(book), isAsItStands: true });

    expect(periods.map(({ money }) => money?.lines)).toEqual(
      wantedSettlements(book).map(({ settled }) => settled.lines),
    );
  });

  it("tells how often each objective was attained, and how closely", () => {
    const { objectives } = simulation();

    expect(objectives).toMatchObject([
      { code: "FCR", periods: 3, judged: 3, met: 2, minimumMet: 3, typicalSample: 100, typicalMissesAllowed: 20 },
      { code: "SL", name: "Service level", met: 1, minimumMet: 2, typicalMargin: "-0.01", leastMargin: "-0.11" },
    ]);
    expect(objectives.map(({ credits }) => credits)).toEqual(["100000", "200000"]);
  });

  it("does not count months without data as judged", () => {
    const { objectives } = simulation(TERMS, {
      SL: [
        [0, 0],
        [900, 1_000],
      ],
    });

    expect(objectives).toMatchObject([{ periods: 2, judged: 1, met: 1 }]);
  });

  it("draws the same for the same seed", () => {
    const [one, same] = [simulation(), simulation()];

    expect(same).toEqual(one);
  });

  it("finds a spread around what was, as wide as chance has it", () => {
    // 80 of 100 each month: met in about 56 % of all draws
    const { objectives, spread, periods } = simulation(
      someTerms([aClause()]),
      { SL: Array.from({ length: 12 }, () => [80, 100] as const) },
      { draws: 400 },
    );

    // that many of 100 at 80 %, summed exactly
    expect(objectives[0]!.attainable).toBe("0.5595");
    expect(periods[0]!.money?.spread).toMatchObject({ p5: "0", p95: "100000" });
    expect(Number(spread!.p5)).toBeGreaterThanOrEqual(200_000);
    expect(Number(spread!.p95)).toBeLessThanOrEqual(900_000);
  });

  it("certainly met costs nothing in any draw", () => {
    const { spread } = simulation(TERMS, { SL: [[1_000, 1_000]] });

    expect(spread).toEqual({ p5: "0", p50: "0", p95: "0", mean: "0" });
  });

  it("never credits less where more money is at risk", () => {
    const pool = (atRisk: string) =>
      simulation(
        someTerms([aClause({ mechanism: { kind: "allocation", allocation: "0.5", criticality: "1" } })], { atRisk }),
      ).periods.map(({ money }) => Number(money!.totals.credits));

    const credits = ["0.05", "0.1", "0.15", "0.2"].map(pool);

    for (const [index, some] of credits.slice(1).entries())
      for (const [month, credit] of some.entries()) expect(credit).toBeGreaterThanOrEqual(credits[index]![month]!);
  });

  it("holds later months against a target that rose", () => {
    const ratchet = aClause({
      when: "always",
      mechanism: { kind: "ratchet", periods: 2, share: "0.5", most: null },
    });
    // two months at 90 %: 80 % + half of 10 points = 85 %, which 84 % misses
    const months = {
      SL: [
        [90, 100],
        [90, 100],
        [84, 100],
      ],
    } as const;

    const { periods } = simulation(someTerms([ratchet, aClause({ code: "C2" })]), months);

    expect(periods[2]!.results[0]).toMatchObject({ aims: { target: "0.85" }, outcome: "missed" });
    expect(periods[2]!.money?.totals.credits).toBe("100000");
  });
});

const simulationOf = (book: ReturnType<typeof aBook>) => ({
  ...{ name: "draft", isAsItStands: false, ignored: [], draws: 0, seed: 1, book, periods: book.periods },
  ...{ settled: new Map<string, string>(), names: new Map<string, string>() },
});
