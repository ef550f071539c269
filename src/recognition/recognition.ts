import type { Interval } from "../kpis/interval.rules";
import type { KpiDefinition } from "../kpis/kpi-definition";
import type { Decimal } from "../shared/decimal";
import type { Period } from "../shared/period";

export type RecognitionKind = "personal_best" | "sustained_improvement" | "consistently_strong_team";

/** A figure of one period, good enough to compare with others. */
export interface SeriesPoint {
  readonly period: Period;
  /** Unrounded. */
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly sample: number;
  readonly target: string | null;
  readonly finality: "provisional" | "final" | "restated";
  readonly scorecardId: string;
}

/** The figures of one subject in one KPI, by one formula, in the order of their periods. */
export interface Series {
  readonly subject: { readonly kind: "person" | "team"; readonly id: string };
  /** The role in which the person was measured; null for teams. */
  readonly roleCode: string | null;
  readonly kpi: KpiDefinition;
  /** Equal for the same KPI, dialect and parameters. */
  readonly kpiKey: string;
  readonly points: readonly SeriesPoint[];
}

/** A point with the interval of its share; null where the KPI is none. */
export interface EvidencePoint extends SeriesPoint {
  readonly interval: Interval | null;
}

/** Something about one series that may deserve to be recognised, before it is held against all that were looked at. */
export interface Candidate {
  readonly kind: RecognitionKind;
  readonly series: Series;
  /** The points it rests on, in order; the last is of the period asked about. */
  readonly points: readonly SeriesPoint[];
  /** How likely it is by chance, when nothing changed (or, of a target, when it is just reached). */
  readonly chance: Decimal;
}

export interface Recognition extends Omit<Candidate, "points"> {
  readonly evidence: readonly EvidencePoint[];
  /** How many of the same role (or teams) were looked at for this KPI. */
  readonly compared: number;
  /** How many of them chance alone would bring out. */
  readonly expectedByChance: Decimal;
}
