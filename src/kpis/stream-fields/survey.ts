import { CHANNEL_FIELDS, flagField, pointsField, textField, wordField, type StreamFields } from "./stream-field";

/** Customer surveys. */
export const SURVEY_FIELDS: StreamFields = {
  attributions: [
    { name: "surveyed", description: "The day of the survey." },
    { name: "closed", description: "The day the contact or case was closed; if that is not known, of the survey." },
  ],
  fields: [
    ...CHANNEL_FIELDS,
    pointsField("rating", "The answer, 1 is worst."),
    pointsField("rating_scale", "The best answer there is."),
    flagField("resolved", "Whether the customer says that the matter was resolved."),
    flagField("resolved_first_contact", "Whether the customer says that it was at the first contact."),
    wordField("error_kind", ["product", "process", "other"], "The error that the customer's words show."),
    textField("root_cause", "What caused that error."),
    flagField("root_cause_approved", "Whether that cause is approved."),
    textField("contact_external_id", "The contact it is about."),
  ],
};
