import { copyInstant } from "../fact-row";
import { declareStream } from "./declared-stream";
import { moment, needed, reference, text, yesNo } from "./field-kinds";

const fields = {
  receivedAt: needed(moment("When the customer complained.")),
  resolvedAt: moment("When it was settled. Null: it is open, or not known."),
  customerRef: reference("The customer, under a reference that says nothing else."),
  reason: text("What it is about, in the words of the source."),
  severity: text("How grave it is, in the words of the source."),
  justified: yesNo("Whether the customer was right. Null: not known, or not yet."),
  contactExternalId: reference("`externalId` of the contact or case it is about."),
};

export const COMPLAINT = declareStream({
  stream: "complaint",
  noun: "complaints",
  description: "A customer's complaint about a service.",
  fields,
  channel: "optional",
  person: "optional",
  personDescription: "Whom it is about: the person's login for `source`, or the person's code. Null: nobody.",
  when: "receivedAt",
  columns: [
    ["customer_ref", "text"],
    ["reason", "text"],
    ["severity", "text"],
    ["justified", "boolean"],
    ["contact_external_id", "text"],
    ["occurred_at", "timestamptz"],
    ["resolved_at", "timestamptz"],
    ["day", "date"],
  ],
  fact: ({ receivedAt, resolvedAt, ...said }, { day }) => {
    if (resolvedAt !== null && resolvedAt < receivedAt) return SETTLED_TOO_SOON;
    return {
      values: {
        ...{ customer_ref: said.customerRef, reason: said.reason, severity: said.severity },
        ...{ justified: said.justified, contact_external_id: said.contactExternalId },
        ...{ occurred_at: copyInstant(receivedAt), resolved_at: copyInstant(resolvedAt), day },
      },
    };
  },
});

const SETTLED_TOO_SOON = {
  about: "resolvedAt",
  code: "WRONG_ORDER",
  reason: "It was settled before it was received. Are the columns swapped, or the time zones different?",
} as const;
