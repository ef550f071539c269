import { day } from "../../shared/day";
import { rational } from "../../shared/rational";
import type { ResultBehind } from "../settlement.entity";
import { gradeOf } from "./grade.rules";
import { ratingOver, type RatedPeriod } from "./rating.rules";

type Outcomes = Readonly<Record<string, ResultBehind["outcome"]>>;

const period = (month: number, outcomes: Outcomes, parts: Partial<RatedPeriod> = {}): RatedPeriod => ({
  from: day(`2026-${String(month).padStart(2, "0")}-01`),
  results: Object.entries(outcomes).map(([code, outcome]) => ({ code, outcome })),
  settled: {
    readings: [{ code: "A", aims: { weight: "3" } }] as unknown as RatedPeriod["settled"]["readings"],
    ...{ outcomes: [], counters: [] },
  },
  ...{ fee: "1000", credits: "0", notices: 0 },
  ...parts,
});

test("shares by weight over the last periods, with what was not judged left out", () => {
  const periods = [
    period(1, { A: "missed", B: "met" }),
    period(2, { A: "met", B: "not_measured" }, { credits: "50" }),
    period(3, { A: "met", B: "below_minimum" }, { credits: "25", notices: 1 }),
  ];

  const [two, three] = [ratingOver(periods, 2), ratingOver(periods, 3)];

  // February and March: A 3 + 3 met of 3 + 3 + 1
  expect(two).toMatchObject({
    periods: 2,
    judged: 3,
    misses: 1,
    belowMinimum: 1,
    notices: 1,
    credits: "75",
    fees: "2000",
  });
  expect([two.met, two.atMinimum, two.creditShare]).toEqual([rational("6/7"), rational("6/7"), rational("3/80")]);
  // all three: 1 + 3 + 3 of 4 + 3 + 4; January 1/4 → March 3/4
  expect([three.met, three.change, three.trend]).toEqual([rational("7/11"), rational("1/2"), "improving"]);
  expect(three.objectives.map(({ code, misses }) => [code, misses])).toEqual([
    ["A", 1],
    ["B", 1],
  ]);
});

test.each([
  ["1", "1", 0, "A", "Every bound is reached."],
  ["0.95", "1", 0, "A", "Every bound is reached."],
  ["0.96", "0.99", 0, "B", "For A 100 % of weighted results must be at their minimum."],
  ["0.9499", "1", 0, "B", "For A 95 % of weighted results must be met."],
  ["0.8", "0.95", 0, "C", "For B 90 % of weighted results must be met."],
  ["0.65", "0.9", 0, "D", "For C 80 % of weighted results must be met."],
  ["0.6", "1", 0, "E", "For D 65 % of weighted results must be met."],
  ["1", "1", 1, "D", "By its results it is A; with a default in these periods it is D at best."],
])("met %s, at minimum %s, defaults %i: %s", (met, atMinimum, notices, name, why) => {
  expect(gradeOf({ met: rational(met), atMinimum: rational(atMinimum), notices })).toEqual({ name, why });
});

test("nothing judged has no grade", () => {
  expect(ratingOver([period(1, { A: "not_measured" })], 6)).toMatchObject({ met: null, grade: null, trend: null });
});
