import type { AimLevel } from "../../objectives/clauses/clause";
import { comparedValue, worseBy } from "../../objectives/clauses/mechanisms/compared-value.rules";
import { compare, rational, ZERO } from "../../shared/rational";
import { valueOf } from "./money-text.rules";
import type { ObjectiveReading } from "./settled-period";

/**
 * Whether there was enough to judge an objective by (semantics R12). A KPI whose best lies in between has no outcome, yet
 * bands may look at its value.
 * | outcome       | figure, direction   | judged |
 * | met, missed … |                     | yes    |
 * | not_measured  |                     | no     |
 * | undetermined  | too few facts       | no     |
 * | undetermined  | OK, range           | yes    |
 */
export const isJudged = ({ outcome, figure, kpi }: ObjectiveReading): boolean =>
  outcome === "undetermined" || outcome === "not_measured" ? kpi.direction === "range" && figure.status === "OK" : true;

/**
 * Whether an objective reaches a level; equal is reached. Target and minimum are as its result says, so that money never
 * contradicts it. Null: there is no such level, or nothing to judge by.
 */
export function reaches(reading: ObjectiveReading, level: AimLevel): boolean | null {
  if (!isJudged(reading) || reading.kpi.direction === "range" || reading.aims[level] === null) return null;
  if (level === "target") return reading.outcome === "met";
  const distance = distanceTo(reading, reading.aims[level]);
  if (level === "minimum") return reading.outcome !== "below_minimum";
  return distance === null ? null : distance <= 0;
}

/** Whether an objective is better than its target, not just on it (C9). */
export function exceedsTarget(reading: ObjectiveReading): boolean {
  const distance = isJudged(reading) ? distanceTo(reading, reading.aims.target) : null;
  return distance !== null && reading.kpi.direction !== "range" && distance < 0;
}

/** Above 0: worse than the bound. */
function distanceTo(reading: ObjectiveReading, bound: string): number | null {
  const value = comparedValue(valueOf(reading));
  return value && compare(worseBy(value, rational(bound), reading.kpi), ZERO);
}
