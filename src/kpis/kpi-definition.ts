import type { Day } from "../shared/day";

export const LANGUAGES = ["en", "it", "hr", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Translated = Readonly<Record<Language, string>>;

export const SUBJECT_KINDS = ["contract", "service", "team", "person", "position"] as const;
/** Whose figures a scorecard shows. `position` is a person in a role; `person` the whole of several such. */
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const JUDGED_KINDS = ["contract", "service", "team", "position"] as const satisfies readonly SubjectKind[];
/** Whom a KPI may judge. A person is always judged as somebody in a role. */
export type JudgedKind = (typeof JUDGED_KINDS)[number];

/** Values of parameters, by name: seconds, days, box counts. Whole numbers. */
export type Parameters = Readonly<Record<string, number>>;

export interface ParameterDefinition {
  readonly name: string;
  readonly unit: "seconds" | "days" | "answers" | "percent" | "points" | "evaluations";
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly description: string;
}

/**
 * One named way of computing a KPI. Numerator and denominator are formulas over measures (`formula.rules.ts`):
 * `"answered_within"`, `"answered + abandoned - short_abandoned"`. No denominator: the numerator is the value.
 */
export interface Dialect {
  readonly code: string;
  readonly description: string;
  readonly numerator: string;
  readonly denominator: string | null;
  /**
   * Formula of how many facts the figure rests on, where the denominator does not say it (seconds, money, products).
   * Left out: the denominator, or the numerator when there is none.
   */
  readonly sample?: string;
  /** The value is this percentile of the numerator's measure over single facts, exactly; the denominator counts them. */
  readonly percentile?: 50 | 90 | 95;
  /** The value is a share of people: those who reach a mark among those with enough facts. */
  readonly people?: PeopleRule;
  /** Nothing is measured: the figure is worth what something else came to. */
  readonly worth?: Worth;
  /** Without this much of something else known, the figure says too little: INSUFFICIENT_DATA. */
  readonly requires?: Requirement;
  /** From this day on it is what the KPI means by default: versions of a KPI of one's own. */
  readonly validFrom?: Day;
  /** Further days from which on it applies again, after another did. */
  readonly validAgainFrom?: readonly Day[];
  /** The version of each measure of one's own that it counts; left out: the latest. */
  readonly measureVersions?: Readonly<Record<string, number>>;
}

/** What a figure follows from that is not counted from facts, and how, in words. */
export interface Worth {
  readonly of: "objectives" | "assessments";
  readonly formula: string;
}

/**
 * Numerator and denominator are worked out for each person over the whole period; the figure is people whose ratio is at
 * least `markParameter` percent ÷ people whose `sample` is at least `sampleParameter`. Others are in neither.
 */
export interface PeopleRule {
  readonly markParameter: string;
  readonly sampleParameter: string;
}

/** A ratio that must be at least `atLeastParameter` percent, such as the share of errors whose cause was analysed. */
export interface Requirement {
  readonly numerator: string;
  readonly denominator: string;
  readonly atLeastParameter: string;
}

/**
 * How a longer period follows from shorter ones. additive: values add up. ratio: numerators and denominators add up, then
 * are divided. semi-additive: a level at an instant, adds up over services but not over days. distribution: from the
 * single facts (percentiles, shares of people).
 */
export type RollUp = "additive" | "ratio" | "semi-additive" | "distribution";

/** share: part of its whole, 0 to 1. percent: a ratio shown as %, may pass 1. rate: per hour. money: minor units. */
export type KpiUnit = "share" | "percent" | "seconds" | "count" | "rate" | "points" | "money";

/** A KPI as the catalogue releases it: what it means, in which unit, and how it is computed. */
export interface KpiDefinition {
  readonly code: string;
  readonly names: Translated;
  readonly descriptions: Translated;
  readonly family: KpiFamily;
  readonly unit: KpiUnit;
  readonly direction: "maximise" | "minimise" | "range";
  /** Decimals shown to people: of the percentage for shares, of the unit otherwise. */
  readonly precision: number;
  /** The instant that decides in which day a fact counts. */
  readonly attribution: string;
  readonly channels: "live" | "asynchronous" | "all";
  readonly rollUp: RollUp;
  readonly dialects: readonly Dialect[];
  readonly defaultDialect: string;
  readonly parameters: readonly ParameterDefinition[];
  /** Whom it may judge. A queue's service level never judges one person or team (semantics K4). */
  readonly judges: readonly JudgedKind[];
  /** Where the definition comes from. */
  readonly source: string;
}

/** What a KPI tells about. */
export type KpiFamily = "efficiency" | "quality" | "cost" | "demand" | "workforce" | "people";

/** A KPI as somebody uses it: with a dialect and a value for each of its parameters. */
export interface KpiInUse {
  readonly kpiCode: string;
  readonly dialect: string;
  readonly parameters: Parameters;
}
