import type { AimLevel, Trigger } from "../../objectives/clauses/clause";
import { objectivesOf } from "./cases.rules";
import { told, type ClauseCase, type Setting } from "./clause-case.rules";
import { isJudged, reaches } from "./judged.rules";
import type { ObjectiveInPeriod } from "./period-input";

interface Condition {
  readonly level: AimLevel;
  readonly isReached: boolean;
}

const CONDITIONS: Readonly<Record<Exclude<Trigger, "always">, Condition>> = {
  missed: { level: "target", isReached: false },
  below_minimum: { level: "minimum", isReached: false },
  below_expected: { level: "expected", isReached: false },
  met: { level: "target", isReached: true },
  expected_met: { level: "expected", isReached: true },
};

/**
 * Whether a clause looks at how an objective came out. About the contract: failing is that any objective fails,
 * reaching is that all that could be judged reach.
 * | when           | objective      | about the contract   | looks |
 * | missed         | missed         | any is missed        | yes   |
 * | below_minimum  | missed         | none below minimum   | no    |
 * | met            | met            | all met              | yes   |
 * | always         |                |                      | yes   |
 */
export function isSetOff({ clause, objective }: ClauseCase, { input }: Setting): boolean {
  if (clause.when === "always") return true;
  const condition = CONDITIONS[clause.when];
  const looksAt = (objective ? [objective] : objectivesOf(clause, input.objectives)).filter(isJudged);
  const holds = (one: ObjectiveInPeriod): boolean => reaches(one, condition.level) === condition.isReached;
  return looksAt.length > 0 && (condition.isReached ? looksAt.every(holds) : looksAt.some(holds));
}

/** Tells whether the clause is set off. */
export function withOutcome(one: ClauseCase, setting: Setting): ClauseCase {
  if (!one.isOpen) return one;
  const isTriggered = isSetOff(one, setting);
  return told(
    one,
    "outcome",
    () => ({
      rule: RULES[one.clause.when],
      inputs: (one.objective ? [one.objective] : []).map(({ code, outcome }) => ({
        name: code,
        value: WORDS[outcome],
      })),
      output: isTriggered ? "the clause applies" : "the clause does not apply",
    }),
    { isTriggered, isOpen: isTriggered },
  );
}

const RULES: Readonly<Record<Trigger, string>> = {
  missed: "The clause applies when the target is missed.",
  below_minimum: "The clause applies below the minimum.",
  below_expected: "The clause applies below the expected level.",
  met: "The clause applies when the target is met.",
  expected_met: "The clause applies when the expected level is reached.",
  always: "The clause looks at every result.",
};

const WORDS: Readonly<Record<ObjectiveInPeriod["outcome"], string>> = {
  met: "target met",
  missed: "target missed",
  below_minimum: "below the minimum",
  undetermined: "not judged against one number",
  not_measured: "not measured",
};
