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
  const { when } = one.clause;
  return told(
    one,
    "outcome",
    () => ({
      rule: one.objective ? RULES[when] : RULES_OF_ALL[when],
      inputs:
        when === "always" ? [] : lookedAt(one, setting).map((of) => ({ name: of.name, value: cameText(of, when) })),
      output: isTriggered ? "the clause applies" : "the clause does not apply",
    }),
    { isTriggered, isOpen: isTriggered },
  );
}

const lookedAt = ({ clause, objective }: ClauseCase, { input }: Setting): readonly ObjectiveInPeriod[] =>
  objective ? [objective] : objectivesOf(clause, input.objectives);

const RULES: Readonly<Record<Trigger, string>> = {
  missed: "The clause applies when the target is missed.",
  below_minimum: "The clause applies when the minimum is missed.",
  below_expected: "The clause applies when the expected level is missed.",
  met: "The clause applies when the target is met.",
  expected_met: "The clause applies when the expected level is reached.",
  always: "The clause looks at every result, whether or not the target is met.",
};

const RULES_OF_ALL: Readonly<Record<Trigger, string>> = {
  missed: "The clause applies when any objective misses its target.",
  below_minimum: "The clause applies when any objective misses its minimum.",
  below_expected: "The clause applies when any objective misses its expected level.",
  met: "The clause applies when every objective meets its target.",
  expected_met: "The clause applies when every objective reaches its expected level.",
  always: "The clause is about the contract as a whole and is looked at in every period.",
};

/** How an objective came out, as far as the clause asks. */
function cameText(objective: ObjectiveInPeriod, when: Exclude<Trigger, "always">): string {
  const { outcome, aims } = objective;
  if (CONDITIONS[when].level === "expected" && isJudged(objective) && aims.expected !== null)
    return reaches(objective, "expected") ? "the expected level was reached" : "the expected level was missed";
  if (outcome === "missed" && aims.minimum !== null) return "the target was missed, the minimum was reached";
  return WORDS[outcome];
}

const WORDS: Readonly<Record<ObjectiveInPeriod["outcome"], string>> = {
  met: "the target was met",
  missed: "the target was missed",
  below_minimum: "the minimum was missed",
  undetermined: "not judged",
  not_measured: "not measured",
};
