import type { MeasuredFigure } from "../../kpis/figure.rules";
import type { Aims } from "../../objectives/objective-terms";
import type { Period } from "../../shared/period";
import type { ItemFigure } from "../figure-item.rules";
import type { AppliedExclusion, ResultSegment } from "../objective-result.entity";
import type { PlannedItem, PlannedObjective, PlannedStretch } from "../planned-item";

/** What was measured for a stretch of an objective. */
export interface StretchReading {
  readonly figure: MeasuredFigure;
  /** Without exclusions; null: nothing was excluded. */
  readonly unadjusted: MeasuredFigure | null;
  readonly exclusions: readonly AppliedExclusion[];
  /** What it is held against instead of its target; null: its own. */
  readonly adjustedTarget: string | null;
}

/** What the objective results of a period are made of. */
export interface ObjectiveMaterial {
  readonly period: Period;
  readonly isOver: boolean;
  readonly now: Date;
  readonly readingOf: (objective: PlannedObjective, stretch: PlannedStretch) => StretchReading;
  /** What people said of a promise that is not a number. */
  readonly assessed: (objective: PlannedObjective) => MeasuredFigure;
  /** Of a count or an amount, which grows with the days that are looked at. */
  readonly addsUp: (item: PlannedItem) => boolean;
  /** With the value in its place that somebody entered. */
  readonly laidOver: (objective: PlannedObjective, figure: MeasuredFigure) => ItemFigure;
}

/** What an objective's figure is, and what it is held against. */
export interface ObjectiveReading {
  readonly figure: MeasuredFigure;
  readonly aims: Aims;
  readonly unadjusted: MeasuredFigure | null;
  readonly exclusions: readonly AppliedExclusion[];
  readonly segments: readonly ResultSegment[];
}
