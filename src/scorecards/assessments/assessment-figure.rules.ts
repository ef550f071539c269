import { evaluate, type MeasuredFigure } from "../../kpis/figure.rules";
import type { Day } from "../../shared/day";
import type { Assessment } from "./assessment.entity";

export type AssessedPoints = Pick<Assessment, "points" | "scaleFrom" | "scaleTo">;

/**
 * What assessments come to: points above the worst ÷ points that could have been reached above it; each counts by its
 * own scale. The sample is how many there are.
 * | assessments (scale) | numerator ÷ denominator | value   |
 * | 4 (1 – 5)           | 3 ÷ 4                   | 0.75    |
 * | 4, 5, 2 (1 – 5)     | 8 ÷ 12                  | 0.6666… |
 * | yes, no (0 – 1)     | 1 ÷ 2                   | 0.5     |
 * | none                |                         | NO_DATA |
 */
export function assessedFigure(all: readonly AssessedPoints[], minSample = 0): MeasuredFigure {
  const sum = (of: (one: AssessedPoints) => number): number => all.reduce((total, one) => total + of(one), 0);
  return evaluate(
    {
      numerator: all.length === 0 ? null : sum(({ points, scaleFrom }) => points - scaleFrom),
      denominator: all.length === 0 ? null : sum(({ scaleFrom, scaleTo }) => scaleTo - scaleFrom),
      sample: all.length,
      ...{ hasDenominator: true, isComplete: true },
    },
    minSample,
  );
}

/** Local days `[from, until)`. */
export interface AssessedSpan {
  readonly from: Day;
  readonly until: Day;
}

/** Whether the assessed period lies wholly within the span: a year's assessment says nothing about one of its months. */
export const isWithin = ({ periodFrom, periodUntil }: Assessment, { from, until }: AssessedSpan): boolean =>
  periodFrom >= from && periodUntil <= until;
