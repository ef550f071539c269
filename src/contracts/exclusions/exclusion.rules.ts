/** Why something is not to count. An objective names the kinds that it allows. */
export const EXCLUSION_KINDS = [
  "force_majeure",
  "client_caused",
  "planned_outage",
  "volume_over_forecast",
  "other",
] as const;
export type ExclusionKind = (typeof EXCLUSION_KINDS)[number];

export type ExclusionState = "requested" | "approved" | "refused" | "withdrawn" | "revoked";

/** The two parties of a contract: whoever works for the client, and everybody else. */
export const SIDES = ["ours", "client"] as const;
export type Side = (typeof SIDES)[number];

/** Whose approval an exclusion takes. */
export const APPROVERS = ["ours", "client", "both"] as const;
export type Approver = (typeof APPROVERS)[number];

export const sidesOf = (approver: Approver): readonly Side[] => (approver === "both" ? SIDES : [approver]);
