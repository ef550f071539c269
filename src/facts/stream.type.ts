import { registerEnumType } from "type-graphql";
import { STREAMS, type Stream } from "../shared/stream";

/** `WORK_TIME` for `work_time`. */
export const StreamEnum = Object.fromEntries(STREAMS.map((one) => [one.toUpperCase(), one])) as Record<string, Stream>;

const DESCRIPTIONS: Readonly<Record<Stream, string>> = {
  contact: "A call, chat or message that a customer offered to a service.",
  survey: "A customer's answers about a contact or case.",
  case: "A matter that is opened, worked on and resolved.",
  case_event: "One update of a case; the events of a case are folded into it.",
  evaluation: "How one contact or case was handled, judged by a quality form.",
  calibration: "One evaluator's score beside the reference score of the same item or form.",
  work_time: "What one person's time was planned and used for, in one interval.",
  forecast: "Expected volume, handle time and staff of one interval, in one publication.",
  volume: "How many contacts an interval brought, where single contacts are not known.",
  headcount: "How many people there are on a day, how many came and left.",
  cost: "An amount of money spent.",
  complaint: "A customer's complaint.",
  employee_survey: "An employee's answers about the work.",
};

registerEnumType(StreamEnum, {
  name: "Stream",
  description: "Kinds of fact.",
  valuesConfig: Object.fromEntries(STREAMS.map((one) => [one.toUpperCase(), { description: DESCRIPTIONS[one] }])),
});
