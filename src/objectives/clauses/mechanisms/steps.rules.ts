import { floorOf, negated, over, rational, type Rational } from "../../../shared/rational";
import type { ClauseReading } from "./clause-reading";
import type { StepCounting } from "../clause";
import { shownDistance } from "./readable.rules";

/**
 * How many steps a distance of 0 or more has.
 * | distance | step | exact | full | begun |
 * |      2.7 |    1 |   2.7 |    2 |     3 |
 * |        2 |    1 |     2 |    2 |     2 |
 * |     0.01 |  0.1 |   0.1 |    0 |     1 |
 * |        0 |    1 |     0 |    0 |     0 |
 */
export function stepsIn(distance: Rational, step: string, steps: StepCounting): Rational {
  const exact = over(distance, rational(step));
  if (steps === "exact") return exact;
  return rational(steps === "full" ? floorOf(exact) : -floorOf(negated(exact)));
}

/** `Every percentage point`, `Every 0.1 percentage points`, `Every 5 s`. */
export const everyStep = (step: string, kpi: ClauseReading["kpi"]): string =>
  `Every ${shownDistance(rational(step), kpi).replace(/^1 percentage/, "percentage")}`;

/** What becomes of a part of a step. */
export const PART_WORDS: Readonly<Record<StepCounting, string>> = {
  exact: "a part of it counts in proportion",
  full: "a part of it does not count",
  begun: "a part of it counts as a whole",
};

/** What so many steps are called. */
export const STEPS_NAMES: Readonly<Record<StepCounting, string>> = {
  exact: "steps",
  full: "full steps",
  begun: "steps begun",
};
