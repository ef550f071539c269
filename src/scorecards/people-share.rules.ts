import type { FigureSums } from "../kpis/figure.rules";
import type { PeopleRule } from "../kpis/kpi-definition";
import { Decimal } from "../shared/decimal";
import { figureSums, type BoundFormula, type StreamSums } from "./sums-book.rules";

/**
 * Of the people with a sample large enough, how many have a ratio of at least the mark. Compared exactly: numerator × 100
 * with mark × denominator; equal passes. Whoever has too little is in neither (semantics R12).
 * | person | points | sample | mark | least sample | counted     |
 * | Anna   | 85/100 |      5 |   85 |            5 | passes      |
 * | Bruno  | 84/100 |      9 |   85 |            5 | does not    |
 * | Carla  | 99/100 |      4 |   85 |            5 | in neither  |
 */
export function peopleShare(
  bound: BoundFormula,
  rule: PeopleRule,
  persons: readonly (readonly StreamSums[])[],
): FigureSums {
  const { parameters } = bound.kpi;
  const [mark, least] = [parameters[rule.markParameter] ?? 0, parameters[rule.sampleParameter] ?? 0];
  const measured = persons.map((rows) => figureSums(bound, { rows, days: 0 }));
  const enough = measured.filter((one) => isEnough(one, least));
  return {
    numerator: persons.length === 0 ? null : enough.filter((one) => reaches(one, mark)).length,
    denominator: persons.length === 0 ? null : enough.length,
    hasDenominator: true,
    isComplete: measured.every((one) => one.isComplete),
  };
}

/** Without anything to divide by nobody can be told to pass or to fail. */
const isEnough = ({ numerator, denominator, sample }: FigureSums, least: number): boolean =>
  numerator !== null && denominator != null && new Decimal(denominator).gt(0) && new Decimal(sample ?? 0).gte(least);

const reaches = ({ numerator, denominator }: FigureSums, mark: number): boolean =>
  new Decimal(numerator ?? 0).times(100).gte(new Decimal(denominator ?? 0).times(mark));
