import type { SettlementState } from "./settlement.entity";

/** What may be done to a settlement in which state. */
export const ALLOWED = {
  issue: ["proposed"],
  agree: ["issued", "disputed"],
  dispute: ["issued", "disputed"],
  invoice: ["agreed", "disputed"],
} as const satisfies Record<string, readonly SettlementState[]>;

export type SettlementAct = keyof typeof ALLOWED;
