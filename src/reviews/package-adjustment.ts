import type { ExclusionKind, Side } from "../contracts/exclusions/exclusion.rules";

/** What was taken out of a figure as the parties agreed, and what it would have been. */
export interface PackageAdjustment {
  /** The value without exclusions, unrounded, in the KPI's unit; null: there was none. */
  readonly unadjusted: string | null;
  /** For people: `50.0 %`, or why there is none. */
  readonly unadjustedDisplay: string;
  /** In the order in which they were taken out. */
  readonly exclusions: readonly PackageExclusion[];
}

export interface PackageExclusion {
  readonly code: string;
  /** Null: not known any more. */
  readonly kind: ExclusionKind | null;
  readonly reason: string;
  /** None for relief, which follows from the forecast. */
  readonly approvals: readonly PackageApproval[];
  /** By how much the value changed through it, unrounded, in the KPI's unit; null: no value to compare. */
  readonly effect: string | null;
  /** For people, shares in percentage points: `+5.2 pp`; null likewise. */
  readonly effectDisplay: string | null;
  /** What it leaves in, and why; null: nothing. */
  readonly note: string | null;
}

export interface PackageApproval {
  readonly side: Side;
  readonly by: string;
}
