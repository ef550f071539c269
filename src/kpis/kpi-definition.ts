export const LANGUAGES = ["en", "it", "hr", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Translated = Readonly<Record<Language, string>>;

export const SUBJECT_KINDS = ["contract", "service", "team", "position"] as const;
/** Whose figures a scorecard shows. `position` is a person in a role. */
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Values of parameters, by name: seconds, days, box counts. Whole numbers. */
export type Parameters = Readonly<Record<string, number>>;

export interface ParameterDefinition {
  readonly name: string;
  readonly unit: "seconds" | "days" | "answers";
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly description: string;
}

/**
 * One named way of computing a KPI. Numerator and denominator are sums and differences of measures:
 * `"answered_within"`, `"answered + abandoned - short_abandoned"`. No denominator: the numerator is the value.
 */
export interface Dialect {
  readonly code: string;
  readonly description: string;
  readonly numerator: string;
  readonly denominator: string | null;
}

/** A KPI as the catalogue releases it: what it means, in which unit, and how it is computed. */
export interface KpiDefinition {
  readonly code: string;
  readonly names: Translated;
  readonly descriptions: Translated;
  readonly family: "efficiency" | "quality" | "demand";
  readonly unit: "share" | "seconds" | "count";
  readonly direction: "maximise" | "minimise" | "range";
  /** Decimals shown to people: of the percentage for shares, of the unit otherwise. */
  readonly precision: number;
  /** The instant that decides in which day a fact counts. */
  readonly attribution: string;
  readonly channels: "live" | "all";
  readonly dialects: readonly Dialect[];
  readonly defaultDialect: string;
  readonly parameters: readonly ParameterDefinition[];
  /** Whom it may judge. A queue's service level never judges one person or team (semantics K4). */
  readonly judges: readonly SubjectKind[];
  /** Where the definition comes from. */
  readonly source: string;
}

/** A KPI as somebody uses it: with a dialect and a value for each of its parameters. */
export interface KpiInUse {
  readonly kpiCode: string;
  readonly dialect: string;
  readonly parameters: Parameters;
}
