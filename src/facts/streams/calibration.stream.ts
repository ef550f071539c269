import { copyInstant } from "../fact-row";
import { declareStream, type Objection } from "./declared-stream";
import { decimal, moment, needed, text, yesNo, type Said } from "./field-kinds";
import { hundredths } from "./hundredths.rules";

const fields = {
  calibratedAt: needed(moment("When the two judgements were compared.")),
  formCode: needed(text("Code of the quality form.")),
  itemCode: text("Code of the question. Null: the whole form."),
  score: decimal("The evaluator's score, 0 to 100 with at most two decimals. Null: only passing was compared.", 2),
  reference: decimal("The reference score, likewise. Needed with score.", 2),
  passed: yesNo("Whether it passed in the evaluator's eyes. Null: not said."),
  referencePassed: yesNo("Whether it passed in the reference. Needed with passed."),
};

type SaidCalibration = Said<typeof fields>;
type Wrong = Objection<keyof typeof fields>;

/** Beside the evaluations, never instead of them: a calibration changes no score. */
export const CALIBRATION = declareStream({
  stream: "calibration",
  noun: "calibrations",
  description:
    "An evaluator's judgement of a form or a question beside the reference. It tells how alike evaluators judge, and changes no quality score.",
  fields,
  channel: "optional",
  person: "optional",
  personDescription: "The evaluator: the person's login for `source`, or the person's code. Null: not known.",
  when: "calibratedAt",
  columns: [
    ["form_code", "text"],
    ["item_code", "text"],
    ["score_hundredths", "integer"],
    ["reference_hundredths", "integer"],
    ["passed", "boolean"],
    ["reference_passed", "boolean"],
    ["occurred_at", "timestamptz"],
    ["day", "date"],
  ],
  fact: (said, { day }) =>
    objectionTo(said) ?? {
      values: {
        ...{ form_code: said.formCode, item_code: said.itemCode },
        ...{ score_hundredths: hundredths(said.score), reference_hundredths: hundredths(said.reference) },
        ...{ passed: said.passed, reference_passed: said.referencePassed },
        ...{ occurred_at: copyInstant(said.calibratedAt), day },
      },
    },
});

function objectionTo({ score, reference, passed, referencePassed }: SaidCalibration): Wrong | null {
  return (
    alone("score", score, "reference", reference) ??
    alone("passed", passed, "referencePassed", referencePassed) ??
    outside("score", score) ??
    outside("reference", reference) ??
    (score === null && passed === null ? NOTHING : null)
  );
}

function alone(...[one, said, other, reference]: [Wrong["about"], unknown, Wrong["about"], unknown]): Wrong | null {
  if ((said === null) === (reference === null)) return null;
  const [about, there] = said === null ? [one, other] : [other, one];
  return { about, code: "MISSING_VALUE", reason: `There is ${there}, but nothing to compare it with. Give both.` };
}

function outside(about: Wrong["about"], said: string | null): Wrong | null {
  if (said === null || (Number(said) >= 0 && Number(said) <= 100)) return null;
  return {
    about,
    code: "OUT_OF_RANGE",
    reason: `${said} is not from 0 to 100. Send scores as percentages of the form.`,
  };
}

const NOTHING: Wrong = {
  about: "score",
  code: "MISSING_VALUE",
  reason: "Nothing was compared: say score and reference, or passed and referencePassed.",
};
