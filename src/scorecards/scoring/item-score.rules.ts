import { schemeScore } from "../../assignments/schemes/scheme-score.rules";
import type { SchemeScore } from "../../assignments/schemes/measured.rules";
import type { ScoringScheme } from "../../assignments/scoring-scheme";
import type { MeasuredFigure } from "../../kpis/figure.rules";
import { requireKpi } from "../../kpis/kpi-in-use.rules";
import type { Ratio } from "../../kpis/target.rules";
import { Decimal } from "../../shared/decimal";
import { ratioOf } from "../objective-outcome.rules";
import { total } from "./exact-sum.rules";

/** What an item is scored by. */
export interface ScoredBy {
  readonly kpi: { readonly kpiCode: string };
  readonly target: string | null;
  readonly scheme: ScoringScheme;
}

/** What is known of an item in a period. */
export interface Reading {
  readonly figure: MeasuredFigure;
  /** The figures of the period's days, where the scheme averages the scores of days; else null. */
  readonly days: readonly MeasuredFigure[] | null;
}

/** Whether the scheme scores each day and takes the mean (semantics §5, output averaging). */
export const scoresDays = (scheme: ScoringScheme): boolean => scheme.kind === "curve" && scheme.averaging === "output";

/**
 * What the scheme says of a figure. Null when there is none to judge: nothing measured, too few facts, or days of it still
 * to be computed. Of a scheme of days the score is the plain mean of the days that have a value, each counting the same
 * however much happened on it; a day needs no minimum sample, the period does.
 */
export function scoreOfReading(item: ScoredBy, { figure, days }: Reading): SchemeScore | null {
  const value = ratioOf(figure);
  if (figure.status !== "OK" || value === null) return null;
  const ofPeriod = scoreOfValue(item, value);
  return days === null ? ofPeriod : { ...ofPeriod, score: meanOfDays(item, days) };
}

/** Whether a figure, if there were one, would have a score: some schemes need a target, or a direction. */
export const isScorable = (item: ScoredBy): boolean =>
  scoreOfValue(item, { numerator: "1", denominator: "1" }).score !== null;

function scoreOfValue({ kpi, target, scheme }: ScoredBy, value: Ratio): SchemeScore {
  const { direction, unit } = requireKpi(kpi.kpiCode);
  return schemeScore(scheme, { direction, unit, value, target });
}

function meanOfDays(item: ScoredBy, days: readonly MeasuredFigure[]): string | null {
  const scores = days.flatMap((figure) => scoreOfReading(item, { figure, days: null })?.score ?? []);
  return scores.length === 0 ? null : new Decimal(total(scores)).div(scores.length).toString();
}
