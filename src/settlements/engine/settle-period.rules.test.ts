import type { Clause, Mechanism } from "../../objectives/clauses/clause";
import type { SettlementTerms } from "../../objectives/clauses/settlement-terms";
import { aClause, came, inMonths, inPeriod, percent, SECONDS, someTerms, undetermined } from "./money.builder";
import type { ObjectiveInPeriod } from "./period-input";
import { settlePeriod, settleSeries } from "./settle-period.rules";

const settledAlone = (clause: Clause, objectives: readonly ObjectiveInPeriod[], parts: Partial<SettlementTerms> = {}) =>
  settlePeriod(someTerms([clause], parts), inPeriod(objectives), []);

const seriesOf = (clause: Clause, values: readonly (string | null)[], parts: Partial<SettlementTerms> = {}) =>
  settleSeries(() => someTerms([clause], parts), inMonths(values.map((value) => [came(value)])));

const BANDS: Mechanism = {
  kind: "bands",
  pays: "points",
  reading: { kind: "truncate", decimals: 1 },
  bands: [
    { from: "0.99", until: null, pays: "0" },
    { from: "0.98", until: "0.99", pays: "1" },
    { from: "0.97", until: "0.98", pays: "2" },
    { from: "0.96", until: "0.97", pays: "3" },
    { from: null, until: "0.96", pays: "4" },
  ],
};

describe("A settled period", () => {
  it("credits the share of the amount at risk that is allocated to a critical service (X56)", () => {
    const clause = aClause({ mechanism: { kind: "allocation", allocation: "0.5", criticality: "0.4" } });

    const { lines, pool, totals } = settledAlone(clause, [came(percent(90))]);

    expect(pool).toBe("1000000");
    expect(lines).toMatchObject([{ kind: "credit", clause: "C1", objective: "SL", amount: "200000" }]);
    expect(totals).toMatchObject({ credits: "200000", net: "200000" });
  });

  it.each([
    [
      [98.5, 96.5],
      [1, 6],
    ],
    [
      [96.5, 98.5, 96.5],
      [3, 2, 6],
    ],
    [
      [98.5, 99, 96.5],
      [1, 0, 3],
    ],
  ])("counts the points of months of %j as %j: repeats double, and do not compound (X57)", (values, points) => {
    const clause = aClause({ when: "always", mechanism: BANDS, repeat: { multiplier: "2", within: 1 } });

    const settled = seriesOf(clause, values.map(percent));

    expect(settled.map(({ totals }) => Number(totals.points))).toEqual(points);
  });

  it("pays for points what a point is worth", () => {
    const clause = aClause({ when: "always", mechanism: BANDS, repeat: { multiplier: "2", within: 1 } });

    const settled = seriesOf(clause, [98.5, 96.5].map(percent), { pointValue: "10000" });

    expect(settled.map(({ totals }) => totals.credits)).toEqual(["10000", "60000"]);
  });

  it.each([
    ["47", "850000"],
    ["29.9", undefined],
    ["15", undefined],
    ["14", "-50000"],
  ])("charges or pays per second beyond a dead band: %s s → %s (X59)", (value, amount) => {
    const mechanism: Mechanism = {
      ...{ kind: "bonus_malus", steps: "exact", pays: "money", malusBeyond: "30", bonusBeyond: "15", step: "1" },
      ...{ malusRate: "50000", bonusRate: "50000" },
    };
    const asa = came(value, { kpi: SECONDS, aims: { target: "30" } });

    const { lines } = settledAlone(aClause({ when: "always", mechanism }), [asa]);

    expect(lines.map((line) => line.amount)).toEqual(amount ? [amount] : []);
    if (amount) expect(lines[0]!.kind).toBe(amount.startsWith("-") ? "bonus" : "credit");
  });

  it.each([
    ["4", "0"],
    ["5", "0"],
    ["10", "200000"],
    ["15", "400000"],
    ["20", "600000"],
    ["25", "800000"],
    ["30", "1000000"],
    ["42", "1000000"],
  ])("gives on the ladder for %s points of its clauses %s (X63)", (points, credit) => {
    const rungs = [5, 10, 15, 20, 25, 30].map((at, index) => ({ points: String(at), pays: String(index * 0.02) }));
    const failing = aClause({ mechanism: { kind: "fixed", pays: "points", amount: points } });
    const ladder = aClause({
      ...{ code: "L", objectives: [], when: "always" },
      mechanism: { kind: "points_ladder", pays: "fee_share", overPeriods: 1, rungs },
    });

    const { totals } = settlePeriod(someTerms([ladder, failing]), inPeriod([came(percent(90))]), []);

    expect(totals).toMatchObject({ credits: credit, points });
  });

  it.each([
    [99.995, "0"],
    [99.99, "0"],
    [99.5, "500000"],
    [99, "500000"],
    [97, "1500000"],
    [95, "1500000"],
    [94, "10000000"],
  ])("credits an availability of %s by its table: %s (X65)", (value, credit) => {
    const bands = [
      { from: "0.9999", until: null, pays: "0" },
      { from: "0.99", until: "0.9999", pays: "0.05" },
      { from: "0.95", until: "0.99", pays: "0.15" },
      { from: null, until: "0.95", pays: "1" },
    ];
    const reading = { kind: "continuous", decimals: null } as const;
    const clause = aClause({ when: "always", mechanism: { kind: "bands", pays: "fee_share", reading, bands } });

    const { totals } = settledAlone(clause, [came(percent(value))], { atRisk: "1" });

    expect(totals.credits).toBe(credit);
  });

  it("drops credits up to one unit of the currency (X65)", () => {
    const clause = (amount: string) =>
      aClause({ mechanism: { kind: "fixed", pays: "money", amount }, ignoredUpTo: "100" });

    expect(settledAlone(clause("100"), [came(percent(90))]).lines).toEqual([]);
    expect(settledAlone(clause("101"), [came(percent(90))]).totals.credits).toBe("101");
  });

  it.each([undetermined(), came(null)])("neither credits nor pays where there is too little data", (objective) => {
    const credit = aClause({ when: "always", mechanism: { kind: "fixed", pays: "money", amount: "1" } });
    const bonus = aClause({ code: "B", side: "bonus", when: "met" });

    const { lines, outcomes } = settlePeriod(someTerms([credit, bonus]), inPeriod([objective]), []);

    expect(lines).toEqual([]);
    expect(outcomes.map(({ isJudged }) => isJudged)).toEqual([false, false]);
    expect(outcomes[0]!.steps.at(-1)).toMatchObject({ stage: "minimum_sample", output: "nothing is due" });
  });

  it("pays no bonus unless every objective is at its minimum", () => {
    const bonus = aClause({
      ...{ code: "B", side: "bonus", when: "met" },
      guards: [{ kind: "all_reach", level: "minimum", objectives: [] }],
    });
    const sl = came(percent(99));
    const other = (value: number) => came(percent(value), { code: "QA", aims: { target: "0.9", minimum: "0.8" } });

    expect(settledAlone(bonus, [sl, other(85)]).totals).toMatchObject({ bonuses: "100000", net: "-100000" });
    expect(settledAlone(bonus, [sl, other(79)]).totals.bonuses).toBe("0");
  });

  it("charges each wrong report that was not mended in time", () => {
    const clause = aClause({
      ...{ code: "R", objectives: [], when: "always" },
      mechanism: { kind: "erroneous_reporting", pays: "money", amount: "50000", graceDays: 10 },
    });
    const reportErrors = [10, 11, 60].map((days) => ({ reference: `R${days}`, daysToCorrection: days }));

    const settled = settlePeriod(someTerms([clause]), inPeriod([], { reportErrors }), []);

    expect(settled.totals.credits).toBe("100000");
    expect(settled.outcomes[0]!.isFailure).toBe(true);
  });

  it("tells each step with its clause, and both figures where something was excluded", () => {
    const objective = came("962/1000", {
      unadjusted: { ...came("900/1000").figure },
      exclusions: [{ code: "E1", reason: "Flood in the data centre" }],
    });

    const { outcomes, lines } = settledAlone(aClause({ ignoredUpTo: "100" }), [objective]);

    const steps = outcomes[0]!.steps;
    expect(steps.map(({ stage }) => stage)).toEqual(["exclusions", "value", "outcome", "amount", "floor", "line"]);
    expect(steps[0]).toEqual({
      stage: "exclusions",
      rule: "What both parties agreed to exclude is left out.",
      inputs: [
        { name: "exclusion E1", value: "“Flood in the data centre”" },
        { name: "with everything", value: "90 % (900 of 1,000)" },
      ],
      output: "96.2 % (962 of 1,000) counts",
      cites: "Appendix 3, § 2.1",
    });
    expect(steps[3]).toMatchObject({
      rule: "Whenever the clause applies, it brings € 1,000.00.",
      output: "€ 1,000.00",
    });
    expect(lines[0]!.reason).toBe(
      "Service credit (Appendix 3, § 2.1): Service level came to 96.2 % (962 of 1,000) in January 2026; the target is 98 %.",
    );
  });

  it("does not show a value as its target when it is not", () => {
    const { lines } = settledAlone(aClause(), [came("99951/100000", { aims: { target: "1" } })]);

    expect(lines[0]!.reason).toContain("Service level came to 99.95 % (99,951 of 100,000)");
  });
});
