/**
 * What becomes of a period within which an amendment takes effect (semantics §6): each stretch counts by what happened in
 * it, or by its days; or the whole period goes by what held on its first day, or on its last.
 */
export const AMENDMENT_RULES = ["by_volume", "by_time", "start_version", "end_version"] as const;
export type AmendmentRule = (typeof AMENDMENT_RULES)[number];
