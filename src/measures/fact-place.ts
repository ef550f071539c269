import type { MeasureInUse } from "../kpis/measure-definition";

/**
 * Where facts that count on the touched days are found. Each fact is in a place at most once for each day, and in one
 * place only for each instant of it that falls on the day.
 */
export interface FactPlace {
  /** SQL of `touched t` joined with facts `f`. Client $1. */
  readonly from: string;
  /** SQL of whether the measure counts the fact `f` on the day `t.day`; "true"; null: the measure counts none from here. */
  readonly onDay: (use: MeasureInUse) => string | null;
}
