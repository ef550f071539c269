import { CHANNEL_FIELDS, countField, flagField, secondsField, textField, type StreamFields } from "./stream-field";

const STANDS = {
  condition: "f.is_last",
  counts: (fact: Readonly<Record<string, unknown>>): boolean => fact["isLast"] === true,
};

/** Moments of cases: each attribution is one of them, with the time that it ends. */
export const CASE_FIELDS: StreamFields = {
  attributions: [
    { name: "opened", description: "The day the case was opened." },
    { name: "resolved", ...STANDS, description: "The day it was resolved for good, as far as is known." },
    { name: "closed", description: "The day it was closed; resolved, where nobody closes cases." },
    { name: "reopened", description: "Each day it was opened again." },
    { name: "responded", description: "The day a human replied for the first time." },
    { name: "solution", description: "The day a solution was offered for the first time." },
    { name: "turnaround", description: "Each day an agent answered an assignment." },
    { name: "due", description: "The day by which it had to be resolved." },
  ],
  fields: [
    ...CHANNEL_FIELDS,
    textField("priority", "How urgent it was, in the source's words."),
    textField("reason", "What it was about, in the source's words."),
    textField("customer_ref", "The customer, as the source names them."),
    countField("escalations", "How often it was escalated."),
    countField("contacts", "How many contacts the customer needed."),
    countField("agent_interactions", "How many times an agent dealt with it."),
    countField("reopenings", "How often it was opened again."),
    flagField("within_target", "Whether its target was kept, as the source judges."),
    flagField("resolvable_first_contact", "Whether one contact could have been enough."),
    secondsField("calendar_seconds", "Seconds on the wall clock until this moment, without waiting for the customer."),
    secondsField("business_seconds", "The same in working time."),
    secondsField("calendar_worked_seconds", "Seconds on the wall clock until this moment, without any pause."),
    secondsField("business_worked_seconds", "The same in working time."),
    secondsField("calendar_whole_seconds", "Seconds on the wall clock until this moment, pauses included."),
    secondsField("business_whole_seconds", "The same in working time."),
  ],
};
