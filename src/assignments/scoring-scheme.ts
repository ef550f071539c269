/**
 * How the value of a KPI becomes a score, as an assignment says it. Numbers are exact decimals in text, in the KPI's unit
 * (a share is 0 to 1, money is in minor units); scores and points are 0 to 200, where 100 is what was asked for.
 */
export type ScoringScheme =
  AttainmentScheme | PercentageScheme | WorstBestScheme | ZoneScheme | LevelScheme | AroundScheme | CurveScheme;
export type SchemeKind = ScoringScheme["kind"];

/** How far the target was reached, 0 to 100. */
export interface AttainmentScheme {
  readonly kind: "attainment";
}

/** The share itself, 0 to 100; of what is to be small, 100 less the share (semantics R15, §5). */
export interface PercentageScheme {
  readonly kind: "percentage";
}

/** `clamp((worst − actual) ÷ (worst − best), 0, 1)`, times 100. */
export interface WorstBestScheme {
  readonly kind: "worst_best";
  readonly worst: string;
  readonly best: string;
}

/** Points by zones, straight within a zone; zones follow each other without gap. */
export interface ZoneScheme {
  readonly kind: "zones";
  readonly below: string;
  readonly zones: readonly Zone[];
  readonly above: string;
}

/** Values from `from` to `until`; the bound between two zones belongs to the better of them. */
export interface Zone {
  readonly from: string;
  readonly until: string;
  readonly pointsFrom: string;
  readonly pointsUntil: string;
}

/** Named levels; each reaches from its own bound to the next. */
export interface LevelScheme {
  readonly kind: "levels";
  /** What is done to the value before it is looked up (semantics R5). */
  readonly rounding: LevelRounding;
  /** From worst to best. */
  readonly levels: readonly NamedLevel[];
  /** The level from which on the goal counts as met. */
  readonly meets: string;
}
/** As it is; or cut, or rounded half up, to so many decimals of what people see (of the percentage, of the unit). */
export type LevelRounding =
  { readonly kind: "continuous" } | { readonly kind: "truncate" | "half_up"; readonly decimals: number };

export interface NamedLevel {
  readonly level: string;
  readonly score: string;
  /** The worst value that still is of this level; null for the worst level: whatever is worse. */
  readonly from: string | null;
}

/** A goal in the middle: full within the tolerance around the target, nothing from the limit on, straight in between. */
export interface AroundScheme {
  readonly kind: "around";
  readonly tolerance: string;
  readonly limit: string;
}

/** A payment curve: straight from point to point, flat outside (semantics §5). */
export interface CurveScheme {
  readonly kind: "curve";
  /** `input`: the period's value on the curve. `output`: the curve of each day, then the mean of the days. */
  readonly averaging: "input" | "output";
  /** From the worst value to the best. Minimum, elbow, required level, incentive level. */
  readonly points: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly value: string;
  readonly score: string;
}

/** What a KPI without a figure does to the score (semantics R16). */
export const ON_MISSING = ["renormalise", "zero", "fail", "carry"] as const;
/**
 * renormalise: its weight goes to the others. zero: it counts as 0. fail: it counts as 0 and as missed, and closes its
 * gate. carry: the figure of the period before counts; where that has none either, renormalise.
 */
export type OnMissing = (typeof ON_MISSING)[number];

/** What happens to the whole score when the gate's KPI is worse than `atLeast`. */
export interface Gate {
  /** In the KPI's unit: the worst value that passes. */
  readonly atLeast: string;
  /** The score is at most this; 0: none at all. */
  readonly cap: string;
}

export const ATTAINMENT: AttainmentScheme = { kind: "attainment" };
