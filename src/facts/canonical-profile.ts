import type { Stream } from "../shared/stream";
import type { ContactProfile, ProfileDefinition, SurveyProfile } from "./import-profile.schema";
import { declaredCanonicalProfile } from "./streams/declared-stream";
import { declaredStream } from "./streams/declared-streams";

/** The built-in profile: our own columns. Every client has it; a profile of that code takes its place. */
export const CANONICAL_PROFILE = "regia";

const optional = (column: string) => ({ column, optional: true });

const contact: ContactProfile = {
  source: CANONICAL_PROFILE,
  fields: {
    externalId: { column: "external_id" },
    service: { column: "service" },
    channel: { column: "channel" },
    person: optional("person"),
    customerRef: optional("customer_ref"),
    reason: optional("reason"),
    outcome: { column: "outcome" },
    offeredAt: { column: "offered_at" },
    answeredAt: optional("answered_at"),
    endedAt: optional("ended_at"),
    waitSeconds: optional("wait_seconds"),
    talkSeconds: optional("talk_seconds"),
    holdSeconds: optional("hold_seconds"),
    wrapSeconds: optional("wrap_seconds"),
    ringSeconds: optional("ring_seconds"),
    whisperSeconds: optional("whisper_seconds"),
    transferred: optional("transferred"),
  },
};

const survey: SurveyProfile = {
  source: CANONICAL_PROFILE,
  fields: {
    externalId: { column: "external_id" },
    service: { column: "service" },
    channel: { column: "channel" },
    person: optional("person"),
    contactExternalId: optional("contact_external_id"),
    surveyedAt: { column: "surveyed_at" },
    closedAt: optional("closed_at"),
    rating: optional("rating"),
    ratingScale: optional("rating_scale"),
    resolved: optional("resolved"),
    resolvedFirstContact: optional("resolved_first_contact"),
    errorKind: optional("error_kind"),
    rootCause: optional("root_cause"),
    rootCauseApproved: optional("root_cause_approved"),
  },
};

export function canonicalProfile(stream: Stream): ProfileDefinition {
  if (stream === "contact") return contact;
  const declared = declaredStream(stream);
  return declared ? declaredCanonicalProfile(declared, CANONICAL_PROFILE) : survey;
}

/** The same with the names of the API's fields: `offeredAt` for `offered_at`. */
export function apiProfile(stream: Stream): ProfileDefinition {
  const { fields, ...rest } = canonicalProfile(stream);
  const named = Object.entries(fields).map(([name, spec]) => [name, { ...spec, column: name }] as const);
  return { ...rest, fields: Object.fromEntries(named) } as ProfileDefinition;
}
