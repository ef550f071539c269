import type { Trigger } from "../../objectives/clauses/clause";
import type { ClauseCase } from "./clause-case.rules";
import { reaches } from "./judged.rules";

const FAILING: readonly Trigger[] = ["missed", "below_minimum", "below_expected"];

/**
 * Whether a clause that is set off counts as a failure whatever it pays; null: it does when it pays something.
 * | side   | when                       | mechanism       | failure                    |
 * | bonus  |                            |                 | no                         |
 * | credit |                            | default_counter | below the counter's level  |
 * | credit | missed, below a level      |                 | yes                        |
 * | credit | always                     | ladder, ratchet | no                         |
 * | credit | always                     | escalating      | when the target is missed  |
 * | credit | always                     | others          | when it pays               |
 */
export function failsByItself({ clause, objective }: ClauseCase): boolean | null {
  const { mechanism, side, when } = clause;
  if (side === "bonus" || mechanism.kind === "points_ladder" || mechanism.kind === "ratchet") return false;
  if (mechanism.kind === "default_counter") return objective !== null && reaches(objective, mechanism.below) === false;
  if (FAILING.includes(when)) return true;
  if (mechanism.kind === "escalating") return objective !== null && reaches(objective, "target") === false;
  return null;
}
