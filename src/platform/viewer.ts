/** What a viewer may do, beyond reading the definitions and results of its own clients. */
export const RIGHTS = [
  /** Read facts behind figures, row by row. */
  "facts:read",
  /** See names of people and results of single persons. */
  "people:read",
  /** Send facts. */
  "facts:write",
  /** Change clients, contracts, people, objectives and everything else that `apply` writes. */
  "setup:write",
  /** Compile review packages, run settles. */
  "reviews:write",
  /** Correct final figures, or propose it to the client. */
  "scorecards:restate",
  /** Consent to corrections of final figures in the client's name. */
  "restatements:consent",
  /** Enter values in the place of measured ones. */
  "values:enter",
  /** Assess qualitative objectives in the client's name. */
  "objectives:assess",
  /** Review and decide disputes. */
  "disputes:decide",
  /** Ask that a time does not count. */
  "exclusions:request",
  /** Approve for the own party that a time does not count, refuse or revoke it. */
  "exclusions:approve",
  /** Issue and invoice settlements, record charges and incidents. */
  "settlements:write",
  /** Agree to settlements and dispute their lines in the client's name. */
  "settlements:dispute",
  /** Replay the past of a contract under drafts of another. */
  "contracts:simulate",
] as const;
export type Right = (typeof RIGHTS)[number];

/**
 * Who is asking. `clientIds` is the whole of what the viewer can reach: every client for an internal person, its own
 * for a client person or an integration. Row level security is set from it and queries name it as well.
 */
export interface Viewer {
  readonly kind: "internal" | "client" | "integration";
  /** Id of the principal or API key. */
  readonly id: string;
  readonly name: string;
  /** The person behind an internal viewer, when there is one. */
  readonly personId: string | null;
  readonly clientIds: readonly string[];
  readonly rights: ReadonlySet<Right>;
  /** Whose results the viewer sees beside its own person's; null: those of all its clients. */
  readonly sight: Sight | null;
}

/** Results that somebody's positions answer for: of these contracts and all below, and so on. */
export interface Sight {
  readonly contractIds: readonly string[];
  readonly serviceIds: readonly string[];
  readonly teamIds: readonly string[];
  /** People whose own work is seen, wherever they do it. */
  readonly traineeIds: readonly string[];
  /** Roles that answer for less than the viewer's own: the results of people in them are seen, not those of equals. */
  readonly roleCodes: readonly string[];
  /** People whose names are seen. */
  readonly knownIds: readonly string[];
}

/** One of our own people who is there for the work, not for the house: sees what the positions held answer for. */
export const isBoundToPositions = (viewer: Pick<Viewer, "kind" | "personId" | "rights">): boolean =>
  viewer.kind === "internal" && viewer.personId !== null && !viewer.rights.has("people:read");

export const may = (viewer: Viewer, right: Right): boolean => viewer.rights.has(right);
