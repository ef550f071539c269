import { copyInstant } from "../fact-row";
import { declareStream } from "./declared-stream";
import { objectionTo } from "./evaluation-check.rules";
import { EVALUATION_FIELDS, type SaidEvaluation } from "./evaluation-fields";
import { errorCounts, formPoints, millionthsOf, type FormPoints } from "./evaluation.rules";

export const EVALUATION = declareStream({
  stream: "evaluation",
  noun: "evaluations",
  description:
    "A contact or case judged by a quality form: points by question, or of the whole form, and errors found.",
  fields: EVALUATION_FIELDS,
  channel: "optional",
  person: "optional",
  personDescription: "Whose work was judged: the person's login for `source`, or the person's code. Null: nobody.",
  when: "evaluatedAt",
  columns: [
    ["evaluator_id", "uuid"],
    ["form_code", "text"],
    ["form_version", "text"],
    ["contact_external_id", "text"],
    ["occurred_at", "timestamptz"],
    ["earned_millionths", "bigint"],
    ["applicable_millionths", "bigint"],
    ["auto_failed", "boolean"],
    ["product_errors", "integer"],
    ["process_errors", "integer"],
    ["other_errors", "integer"],
    ["traced_errors", "integer"],
    ["training_errors", "integer"],
    ["items", "jsonb"],
    ["errors", "jsonb"],
    ["day", "date"],
  ],
  fact: (said, { day }) => {
    const points = pointsOf(said);
    const { items, errors } = said;
    return (
      objectionTo(said, points) ?? {
        values: {
          ...{ evaluator_id: said.evaluator, form_code: said.formCode, form_version: said.formVersion },
          ...{ contact_external_id: said.contactExternalId, occurred_at: copyInstant(said.evaluatedAt) },
          ...{ earned_millionths: points && String(points.earned) },
          ...{ applicable_millionths: points && String(points.applicable), auto_failed: isFailed(said) },
          ...errorCounts(errors ?? []),
          ...{ items: items && JSON.stringify(items), errors: errors && JSON.stringify(errors), day },
        },
      }
    );
  },
});

function pointsOf({ items, sectionScoring, earnedPoints, applicablePoints }: SaidEvaluation): FormPoints | null {
  if (items) return formPoints(items, sectionScoring ?? "questions");
  if (earnedPoints === null || applicablePoints === null) return null;
  return { earned: millionthsOf(earnedPoints), applicable: millionthsOf(applicablePoints) };
}

const isFailed = ({ autoFailed, items }: SaidEvaluation): boolean =>
  autoFailed ?? items?.some((one) => one.autoFail && !one.notApplicable) ?? false;
