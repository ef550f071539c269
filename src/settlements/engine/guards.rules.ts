import { guardVerdict } from "../../objectives/clauses/guards/guard-verdict.rules";
import type { Guard } from "../../objectives/clauses/clause";
import type { GuardReading } from "../../objectives/clauses/guards/guard-reading";
import { eventsMissed } from "../../objectives/clauses/mechanisms/compared-value.rules";
import { told, type ClauseCase, type Setting } from "./clause-case.rules";
import { reaches } from "./judged.rules";
import { valueOf } from "./money-text.rules";
import type { ObjectiveInPeriod } from "./period-input";

/** Each condition of the clause; after the first that does not hold nothing follows. */
export function withGuards(one: ClauseCase, setting: Setting): ClauseCase {
  return one.clause.guards.reduce((so, guard) => withGuard(so, guard, setting), one);
}

/** Too few facts for a clause are as too few for the objective: neither a failure nor compliance. */
function withGuard(one: ClauseCase, guard: Guard, { input }: Setting): ClauseCase {
  if (!one.isOpen) return one;
  const { passes, ...said } = guardVerdict(guard, guardReading(one.objective, input.objectives));
  const isJudged = one.isJudged && (passes || guard.kind !== "minimum_sample");
  return told(one, "guards", () => said, { isOpen: passes, isTriggered: passes, isJudged });
}

function guardReading(objective: ObjectiveInPeriod | null, all: readonly ObjectiveInPeriod[]): GuardReading {
  return {
    ...plainReading(objective),
    levels: all.map((one) => ({
      code: one.code,
      name: one.name,
      target: reaches(one, "target"),
      minimum: reaches(one, "minimum"),
      expected: reaches(one, "expected"),
    })),
  };
}

/** What clauses read of an objective; of the contract as a whole there is no value. */
export function plainReading(objective: ObjectiveInPeriod | null): Omit<GuardReading, "levels"> {
  if (objective === null) return { kpi: NO_KPI, aims: NO_AIMS, value: null, sample: 0, missed: null };
  const { kpi, value, aims } = valueOf(objective);
  return { kpi, value, aims, sample: objective.figure.sample, missed: eventsMissed(kpi, value) };
}

const NO_KPI = { unit: "count", direction: "range", precision: 0 } as const;
const NO_AIMS = { target: "0", minimum: null, expected: null, rounding: null, weight: "0" };
