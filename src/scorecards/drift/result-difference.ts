import type { KpiInUse } from "../../kpis/kpi-definition";
import type { Outcome } from "../objective-result.entity";
import type { FigureStatus, ScoreLevel } from "../scorecard.entity";

/** A figure of a result as it is or would be. Numbers are exact decimals in text. */
export interface FigureStanding {
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly sample: number;
  readonly status: FigureStatus;
  readonly target: string | null;
  readonly weight: string;
  readonly isMet: boolean | null;
  readonly score: string | null;
  /** Id of the manual value that stands instead of the measured one; null: it is measured. */
  readonly manualId: string | null;
}

/** One KPI of a result; null: the result has, or would have, no such figure. */
export interface FigureDifference {
  readonly kpi: KpiInUse;
  readonly from: FigureStanding | null;
  readonly to: FigureStanding | null;
}

/** A scorecard as a whole; what does not apply to an objective is null, and the other way round. */
export interface ResultStanding {
  readonly score: string | null;
  readonly rank: number | null;
  readonly rankedOf: number | null;
  readonly level: ScoreLevel | null;
  readonly outcome: Outcome | null;
  readonly shortfall: string | null;
  readonly missesAllowed: number | null;
}

/** From what to what a result would change; null: there is no result. */
export interface ResultDifference {
  readonly from: ResultStanding | null;
  readonly to: ResultStanding | null;
  /** Only those that differ, in the order they are shown. */
  readonly figures: readonly FigureDifference[];
}
