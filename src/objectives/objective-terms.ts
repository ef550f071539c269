import type { PeriodKind } from "../shared/period";

/** Measured by a KPI; put together from other objectives; or judged by people who answer a question. */
export const OBJECTIVE_KINDS = ["measured", "composite", "qualitative"] as const;
export type ObjectiveKind = (typeof OBJECTIVE_KINDS)[number];

/**
 * How a value is rounded before it is compared, where a contract says so; decimals of the value as people see it: of the
 * percentage for shares. Without it the unrounded value is compared (semantics R3).
 */
export interface ComparisonRounding {
  readonly mode: "half_up" | "truncate";
  readonly decimals: number;
}

/** Exact decimals in the KPI's unit. What an objective is held against. */
export interface Aims {
  readonly target: string;
  /** Missing it is worse than missing the target. */
  readonly minimum: string | null;
  /** The level that is expected over time; falling below it often enough is a default. Null: there is none. */
  readonly expected: string | null;
  readonly rounding: ComparisonRounding | null;
  /** How much it counts among the contract's objectives. */
  readonly weight: string;
}

/** How parts become one value: mean of attainments by weight; share of weights met; 1 when all are met, else 0. */
export const COMPOSITE_RULES = ["weighted_attainment", "share_met", "all_met"] as const;
export type CompositeRule = (typeof COMPOSITE_RULES)[number];

export interface Composite {
  readonly rule: CompositeRule;
  readonly parts: readonly { readonly objectiveId: string; readonly weight: string }[];
}

/** What is asked of a promise that is not a number, of whom, how often. */
export interface QualitativeQuestion {
  readonly question: string;
  /** Points from worst to best, whole numbers. */
  readonly scale: { readonly from: number; readonly to: number };
  /** Who assesses: our people, the client's, or both. */
  readonly assessors: "ours" | "clients" | "both";
  readonly evidenceRequired: boolean;
  /** How often it is to be assessed. */
  readonly cadence: PeriodKind;
}

/** Relief when more came than the locked forecast foresaw. */
export interface VolumeRelief {
  /** Share above the forecast that is to be borne: 0.1. */
  readonly tolerance: string;
  /** The days so far above it do not count, or the period is held against another target. */
  readonly effect: "exclude" | "adjust_target";
  /** In the KPI's unit; for `adjust_target` only. */
  readonly adjustedTarget: string | null;
}
