import { CHANNEL_FIELDS, flagField, secondsField, textField, wordField, type StreamFields } from "./stream-field";

const OUTCOMES = ["answered", "abandoned", "flow_out", "callback", "breakout"];
const ANSWERED = {
  condition: "f.outcome = 'answered'",
  counts: (fact: Readonly<Record<string, unknown>>): boolean => fact["outcome"] === "answered",
};

/** Contacts. */
export const CONTACT_FIELDS: StreamFields = {
  attributions: [
    { name: "offered", description: "The day the contact was offered." },
    { name: "answered", ...ANSWERED, description: "The day it was answered; answered contacts only." },
    { name: "ended", ...ANSWERED, description: "The day it ended; answered contacts only." },
  ],
  fields: [
    ...CHANNEL_FIELDS,
    wordField("outcome", OUTCOMES, "What became of it."),
    textField("reason", "What it was about, in the source's words."),
    textField("customer_ref", "The customer, as the source names them."),
    secondsField("wait_seconds", "Seconds to the answer, or to leaving the queue without one."),
    secondsField("talk_seconds", "Seconds of conversation."),
    secondsField("hold_seconds", "Seconds on hold."),
    secondsField("wrap_seconds", "Seconds of work after the contact."),
    secondsField("ring_seconds", "Of the wait, seconds of ringing."),
    secondsField("whisper_seconds", "Seconds in which the agent was told what it is about."),
    flagField("transferred", "Whether it was handed on."),
  ],
};
