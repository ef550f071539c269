import { registerEnumType } from "type-graphql";
import type { Approver, ExclusionKind, ExclusionState, Side } from "./exclusion.rules";
import type { ExclusionStep } from "./exclusion-event.entity";

export const ExclusionKindEnum = {
  FORCE_MAJEURE: "force_majeure",
  CLIENT_CAUSED: "client_caused",
  PLANNED_OUTAGE: "planned_outage",
  VOLUME_OVER_FORECAST: "volume_over_forecast",
  OTHER: "other",
} as const satisfies Record<string, ExclusionKind>;

registerEnumType(ExclusionKindEnum, {
  name: "ExclusionKind",
  description: "Why something is not to count. An objective says which kinds it allows.",
  valuesConfig: {
    FORCE_MAJEURE: { description: "Nobody could have prevented it." },
    CLIENT_CAUSED: { description: "The client brought it about, or did not do its part." },
    PLANNED_OUTAGE: { description: "Announced beforehand, such as maintenance." },
    VOLUME_OVER_FORECAST: { description: "More came than was foreseen." },
    OTHER: { description: "Anything else; the reason says what." },
  },
});

export const ExclusionStateEnum = {
  REQUESTED: "requested",
  APPROVED: "approved",
  REFUSED: "refused",
  WITHDRAWN: "withdrawn",
  REVOKED: "revoked",
} as const satisfies Record<string, ExclusionState>;

registerEnumType(ExclusionStateEnum, {
  name: "ExclusionState",
  description: "How far an exclusion is. Only APPROVED ones change figures.",
  valuesConfig: {
    REQUESTED: { description: "Asked for; perhaps one of two parties has approved it." },
    APPROVED: { description: "Every party whose approval it takes has given it." },
    REFUSED: { description: "A party whose approval it takes has refused it." },
    WITHDRAWN: { description: "Taken back by the side that asked for it, before it was approved." },
    REVOKED: { description: "It counted, and does no longer: every party that had to approve it agreed." },
  },
});

export const ExclusionStepEnum = {
  REQUESTED: "requested",
  APPROVED: "approved",
  REFUSED: "refused",
  WITHDRAWN: "withdrawn",
  REVOKED: "revoked",
} as const satisfies Record<string, ExclusionStep>;

registerEnumType(ExclusionStepEnum, {
  name: "ExclusionStep",
  description: "What one party did about an exclusion.",
  valuesConfig: {
    REQUESTED: { description: "Asked for it." },
    APPROVED: { description: "Gave its approval." },
    REFUSED: { description: "Refused it." },
    WITHDRAWN: { description: "Took it back." },
    REVOKED: { description: "Agreed that it counts no longer." },
  },
});

export const ContractSideEnum = { OURS: "ours", CLIENT: "client" } as const satisfies Record<string, Side>;

registerEnumType(ContractSideEnum, {
  name: "ContractSide",
  description: "A party of a contract.",
  valuesConfig: {
    OURS: { description: "Whoever provides the service." },
    CLIENT: { description: "The client." },
  },
});

export const ApproverEnum = { OURS: "ours", CLIENT: "client", BOTH: "both" } as const satisfies Record<
  string,
  Approver
>;

registerEnumType(ApproverEnum, {
  name: "Approver",
  description: "Whose approval something takes.",
  valuesConfig: {
    OURS: { description: "That of whoever provides the service." },
    CLIENT: { description: "The client's." },
    BOTH: { description: "That of both." },
  },
});
