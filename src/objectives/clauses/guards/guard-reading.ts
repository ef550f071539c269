import type { AimLevel } from "../clause";
import type { ClauseReading, NamedValue } from "../mechanisms/clause-reading";

/** Whether an objective of the contract reached its levels; null: it has no such level, or could not be judged. */
export type LevelsReached = { readonly code: string; readonly name: string } & Readonly<
  Record<AimLevel, boolean | null>
>;

export interface GuardReading extends Pick<ClauseReading, "kpi" | "value" | "aims" | "sample" | "missed"> {
  /** All objectives of the contract in the period. */
  readonly levels: readonly LevelsReached[];
}

export interface GuardVerdict {
  readonly passes: boolean;
  /** One sentence that says the rule. */
  readonly rule: string;
  readonly inputs: readonly NamedValue[];
  /** What came of it, as the end of a sentence. */
  readonly output: string;
}
