import type { RawClause } from "../../objectives/clauses/clause.schema";
import type { RawMoneyTerms } from "../../objectives/clauses/settlement-terms.schema";
import { settledMonths, type ImaginedSeries } from "./imagined-months";

const SHARE = { unit: "share", direction: "maximise" } as const;

/** Values in per cent, of 100,000 events each, against 99 %. */
const series = (values: readonly number[]): ImaginedSeries => ({
  ...{ code: "SL", kpi: SHARE },
  aims: { target: "0.99", minimum: "0.95", expected: null, rounding: null, weight: "1" },
  figures: values.map((value) => ({
    ...{ numerator: String(value * 1_000), denominator: "100000", sample: null, minSample: 0 },
  })),
});

const clause = (parts: Partial<RawClause>): RawClause => ({
  ...{ code: "C-1", name: "Service points", cites: "Schedule 3", objectives: ["SL"] },
  mechanism: { kind: "fixed", pays: "fee_share", amount: "5 %" },
  ...parts,
});

const months = (values: readonly number[], clauses: readonly RawClause[], terms: Partial<RawMoneyTerms> = {}) =>
  settledMonths({
    terms: { fee: "100000.00 EUR", atRisk: "10 %", clauses: [...clauses], ...terms },
    currency: "EUR",
    objectives: [series(values)],
  });

const POINTS = clause({
  mechanism: {
    ...{ kind: "bands", pays: "points", reading: { kind: "truncate", decimals: 1 } },
    bands: [
      { from: "99 %", pays: "0" },
      { from: "98 %", until: "99 %", pays: "1" },
      { from: "97 %", until: "98 %", pays: "2" },
      { from: "96 %", until: "97 %", pays: "3" },
      { until: "96 %", pays: "4" },
    ],
  },
  repeat: { multiplier: "2", within: 1 },
});

it.each([
  [
    [98.5, 96.5],
    ["1", "6"],
  ],
  [
    [96.5, 98.5, 96.5],
    ["3", "2", "6"],
  ],
  [
    [98.5, 99, 96.5],
    ["1", "0", "3"],
  ],
])("%j is worth %j points (UK model services agreement, X57)", (values, points) => {
  const settled = months(values, [POINTS], { pointValue: "100.00 EUR" });

  expect(settled.map(({ totals }) => totals.points)).toEqual(points);
});

it("gives what is withheld back when the next periods reach the target", () => {
  const earnBack = { periods: 2, expiresAfter: 3 };

  const settled = months([98, 99.5, 99.5, 99.5], [clause({ earnBack })]);

  expect(settled.map(({ totals }) => [totals.credits, totals.held, totals.net])).toEqual([
    ["500000", "500000", "0"],
    ["0", "0", "0"],
    ["0", "0", "0"],
    ["0", "0", "0"],
  ]);
});

it("refuses a clause as definitions do", () => {
  const upside = clause({
    mechanism: {
      ...{ kind: "bands", pays: "points" },
      bands: [
        { from: "99 %", pays: "1" },
        { until: "99 %", pays: "0" },
      ],
    },
  });

  expect(() => months([98], [upside])).toThrow(/better/);
});

it("lets one incident yield one credit, and charges reports that stay wrong", () => {
  const both = clause({ objectives: ["SL", "QA"] });
  const errors = clause({
    ...{ code: "C-2", objectives: [], when: "always" },
    mechanism: { kind: "erroneous_reporting", pays: "money", amount: "10.00 EUR", graceDays: 5 },
  });
  const settled = settledMonths({
    terms: { fee: "100000.00 EUR", atRisk: "50 %", clauses: [both, errors], singleIncident: true },
    currency: "EUR",
    objectives: [series([98, 98]), { ...series([97, 97]), code: "QA" }],
    events: {
      incidents: [{ period: 2, code: "STORM", objectives: ["SL", "QA"], chosen: "SL" }],
      reportErrors: [
        { period: 1, daysToCorrection: 6 },
        { period: 1, daysToCorrection: 5 },
      ],
    },
  });

  expect(settled.map(({ totals }) => totals.credits)).toEqual(["1001000", "500000"]);
});
