import { evaluationErrors, evaluationItems } from "./evaluation-lists";
import { SECTION_SCORINGS } from "./evaluation.rules";
import { decimal, moment, needed, person, reference, text, word, yesNo, type Said } from "./field-kinds";

export const EVALUATION_FIELDS = {
  evaluatedAt: needed(moment("When the contact or case was judged.")),
  evaluator: person("Who judged it: the person's login for `source`, or the person's code. Null: not known."),
  formCode: needed(text("Code of the quality form.")),
  formVersion: text("Version of the form. Null: not told apart."),
  contactExternalId: reference("`externalId` of the contact or case that was judged."),
  items: evaluationItems(
    "Questions and their answers. Null: the form's points are in earnedPoints and applicablePoints.",
  ),
  sectionScoring: word(SECTION_SCORINGS, "How section weights count. Null: questions.", {
    questions: "They multiply the points of each question.",
    sections: "Each section counts as much as its weight, however many questions it has.",
  }),
  earnedPoints: decimal("Points earned, weighted; at most six decimals. Only without items.", 6),
  applicablePoints: decimal("Points that could be earned, weighted; at most six decimals. Only without items.", 6),
  autoFailed: yesNo("Whether the whole form failed, whatever its points. Null: as its items say."),
  errors: evaluationErrors("Errors that were found, each with its kind and root cause. Null: none."),
};

export type SaidEvaluation = Said<typeof EVALUATION_FIELDS>;
