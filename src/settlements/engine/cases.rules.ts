import type { Clause } from "../../objectives/clauses/clause";
import { ZERO } from "../../shared/rational";
import type { ClauseCase, Setting } from "./clause-case.rules";
import { isJudged } from "./judged.rules";
import type { ObjectiveInPeriod } from "./period-input";

/**
 * One case for each clause and each objective it looks at, in the order of the terms. A clause about the contract is one
 * case, and so are those that look at all their objectives together: ladders and wrong reports. Objectives without a result
 * in the period make none.
 */
export const casesOf = ({ terms, input, detail }: Setting): ClauseCase[] =>
  terms.clauses
    .flatMap((clause) =>
      isAboutContract(clause)
        ? [aCase(clause, null, input.objectives)]
        : objectivesOf(clause, input.objectives).map((objective) => aCase(clause, objective, [objective])),
    )
    .map((one) => ({ ...one, isTold: detail === "steps" }));

/** Those a clause looks at; a counter or a ratchet that names none looks at each of the contract. */
export const objectivesOf = <T extends { readonly code: string }>(
  { objectives }: Pick<Clause, "objectives">,
  all: readonly T[],
): T[] => (objectives.length === 0 ? [...all] : all.filter(({ code }) => objectives.includes(code)));

const TOGETHER: readonly string[] = ["points_ladder", "erroneous_reporting"];
const EACH: readonly string[] = ["default_counter", "ratchet"];

const isAboutContract = ({ mechanism, objectives }: Clause): boolean =>
  TOGETHER.includes(mechanism.kind) || (objectives.length === 0 && !EACH.includes(mechanism.kind));

/** What is about the contract needs something to be judged only where a level is what sets it off. */
const aCase = (
  clause: Clause,
  objective: ObjectiveInPeriod | null,
  looksAt: readonly ObjectiveInPeriod[],
): ClauseCase => ({
  clause,
  objective,
  isJudged: looksAt.some(isJudged) || (objective === null && clause.when === "always"),
  isOpen: true,
  isTriggered: false,
  isFailure: false,
  points: ZERO,
  amount: ZERO,
  isTold: true,
  steps: [],
});
