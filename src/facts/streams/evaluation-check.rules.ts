import { Decimal } from "../../shared/decimal";
import type { Objection } from "./declared-stream";
import { MOST_POINTS, sectionsOf, type EvaluationItem, type FormPoints } from "./evaluation.rules";
import type { SaidEvaluation } from "./evaluation-fields";

type Wrong = Objection<keyof SaidEvaluation & string>;

/**
 * What contradicts what in an evaluation; null: nothing.
 * | said                                                  | objection                          |
 * | neither items nor points nor errors                   | items MISSING_VALUE                |
 * | items, and points of the whole form                   | earnedPoints CONTRADICTION         |
 * | only one of earned and applicable points              | the other one MISSING_VALUE        |
 * | more points than the maximum, or fewer than none      | items, earnedPoints OUT_OF_RANGE   |
 * | an applicable question without points or maximum      | items MISSING_VALUE                |
 * | two weights of one section, or one question twice     | items CONTRADICTION                |
 * | more than a million weighted points                   | items, applicablePoints OUT_OF_RANGE |
 */
export function objectionTo(said: SaidEvaluation, points: FormPoints | null): Wrong | null {
  const { items, earnedPoints, applicablePoints, errors } = said;
  if (items) {
    if (earnedPoints !== null || applicablePoints !== null) return TWO_SCORES;
    return objectionToItems(items) ?? tooMuch("items", points);
  }
  if (earnedPoints === null && applicablePoints === null) return errors ? null : NO_SCORE;
  return objectionToPoints(earnedPoints, applicablePoints) ?? tooMuch("applicablePoints", points);
}

function objectionToPoints(earned: string | null, applicable: string | null): Wrong | null {
  if (earned === null) return { about: "earnedPoints", code: "MISSING_VALUE", reason: BOTH_POINTS };
  if (applicable === null) return { about: "applicablePoints", code: "MISSING_VALUE", reason: BOTH_POINTS };
  return outOfRange("earnedPoints", "The form", earned, applicable);
}

function objectionToItems(items: readonly EvaluationItem[]): Wrong | null {
  const wrong = (code: Wrong["code"], reason: string): Wrong => ({ about: "items", code, reason });
  const codes = new Set<string>();
  for (const { code, notApplicable, points, maximum } of items) {
    if (codes.has(code)) return wrong("CONTRADICTION", `Question "${code}" is answered twice. Send it once.`);
    codes.add(code);
    if (notApplicable) continue;
    if (points === null || maximum === null)
      return wrong("MISSING_VALUE", `Question "${code}" has no points or no maximum. Give both, or notApplicable.`);
    const outside = outOfRange("items", `Question "${code}"`, points, maximum);
    if (outside) return outside;
  }
  for (const [section, ofSection] of sectionsOf(items)) {
    const weights = [...new Set(ofSection.map((one) => new Decimal(one.sectionWeight).toFixed()))];
    if (weights.length > 1)
      return wrong("CONTRADICTION", `Section "${section}" has weights ${weights.join(" and ")}. It has one.`);
  }
  return null;
}

function outOfRange(about: Wrong["about"], what: string, earned: string, maximum: string): Wrong | null {
  const points = new Decimal(earned);
  if (points.gte(0) && points.lte(maximum)) return null;
  const reason = `${what} has ${earned} points of ${maximum}: points are from 0 to the maximum. Correct one of them.`;
  return { about, code: "OUT_OF_RANGE", reason };
}

function tooMuch(about: Wrong["about"], points: FormPoints | null): Wrong | null {
  if (points === null || points.applicable <= BigInt(MOST_POINTS) * 1_000_000n) return null;
  const reason = `The form is worth more than ${MOST_POINTS} weighted points. Write weights in smaller numbers.`;
  return { about, code: "OUT_OF_RANGE", reason };
}

const BOTH_POINTS = "Points of a whole form are two numbers: earned and applicable. Give both.";

const TWO_SCORES: Wrong = {
  about: "earnedPoints",
  code: "CONTRADICTION",
  reason: "The form has items and points of its own. Send the items, or earned and applicable points.",
};

const NO_SCORE: Wrong = {
  about: "items",
  code: "MISSING_VALUE",
  reason: "Nothing was judged: say items, or earned and applicable points, or errors.",
};
