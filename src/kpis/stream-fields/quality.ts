import {
  CHANNEL_FIELDS,
  countField,
  flagField,
  moneyField,
  numberField,
  pointsField,
  textField,
  wordField,
  type StreamFields,
} from "./stream-field";

/** Evaluations. */
export const EVALUATION_FIELDS: StreamFields = {
  attributions: [{ name: "evaluated", description: "The day the contact or case was judged." }],
  fields: [
    ...CHANNEL_FIELDS,
    textField("form_code", "The quality form."),
    textField("form_version", "Its version."),
    pointsField("earned_millionths", "Weighted points earned, in millionths."),
    pointsField("applicable_millionths", "Weighted points that could be earned, in millionths."),
    flagField("auto_failed", "Whether the form failed as a whole."),
    countField("product_errors", "Product errors found."),
    countField("process_errors", "Process errors found."),
    countField("other_errors", "Other errors found."),
    countField("traced_errors", "Product and process errors with an approved root cause."),
    countField("training_errors", "Of these, those with the cause training."),
    textField("contact_external_id", "The contact or case that was judged."),
  ],
};

/** Calibrations. */
export const CALIBRATION_FIELDS: StreamFields = {
  attributions: [{ name: "calibrated", description: "The day the judgements were compared." }],
  fields: [
    ...CHANNEL_FIELDS,
    textField("form_code", "The quality form."),
    textField("item_code", "The question; none: the whole form."),
    pointsField("score_hundredths", "The evaluator's score, in hundredths of a point."),
    pointsField("reference_hundredths", "The reference score, in hundredths of a point."),
    flagField("passed", "Whether it passed in the evaluator's eyes."),
    flagField("reference_passed", "Whether it passed in the reference."),
  ],
};

/** Costs. */
export const COST_FIELDS: StreamFields = {
  attributions: [{ name: "incurred", description: "The day the cost counts on." }],
  fields: [
    ...CHANNEL_FIELDS,
    textField("category", "What it was paid for, in the source's words."),
    wordField("unit_kind", ["contact", "case", "hour", "all"], "What it is a cost of."),
    moneyField("amount_minor", "Minor units of the contract's currency; below zero: a credit."),
    textField("currency", "The currency it was sent in."),
  ],
};

/** Complaints. */
export const COMPLAINT_FIELDS: StreamFields = {
  attributions: [{ name: "received", description: "The day the complaint was received." }],
  fields: [
    ...CHANNEL_FIELDS,
    textField("customer_ref", "The customer, as the source names them."),
    textField("reason", "What it is about, in the source's words."),
    textField("severity", "How grave it is, in the source's words."),
    flagField("justified", "Whether the customer was right."),
    textField("contact_external_id", "The contact or case it is about."),
  ],
};

/** Employees' surveys. */
export const EMPLOYEE_SURVEY_FIELDS: StreamFields = {
  attributions: [{ name: "answered", description: "The day the employee answered." }],
  fields: [
    ...CHANNEL_FIELDS,
    textField("team", "The team, where no person is named."),
    flagField("anonymous", "Whether nobody may know who answered."),
    pointsField("rating", "The answer, 1 is worst."),
    pointsField("rating_scale", "The best answer there is."),
    numberField("recommend", "How likely the employee recommends working here, 0 to 10."),
  ],
};
