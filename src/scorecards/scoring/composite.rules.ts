import { requireKpi } from "../../kpis/kpi-in-use.rules";
import { isMet } from "../../kpis/target.rules";
import { Decimal } from "../../shared/decimal";
import { ratioOf } from "../objective-outcome.rules";
import type { Composition, ScoreLevel, ScorecardItem } from "../scorecard.entity";
import { total, Wide } from "./exact-sum.rules";

export interface WeightedScore {
  readonly weight: string;
  readonly score: string | null;
}

/** How items become a score and a level. */
export interface ScoringTerms extends Pick<Composition, "kpiSet" | "weights" | "anonymousUnder"> {
  /** From worst to best; each begins at its bound, which belongs to it. */
  readonly levels: readonly (ScoreLevel & { readonly from: string })[];
}

/** A score with how it came about. */
export interface Composed {
  readonly score: string | null;
  readonly level: ScoreLevel | null;
  readonly composition: Composition;
}

const WHOLE = 100;

/**
 * The items' weighted mean, no better than the lowest cap of the gates that closed. None where the weights must total 100
 * and do not (semantics R16). A gate caps what there is: without any score there is still none.
 */
export function composed(items: readonly ScorecardItem[], terms: ScoringTerms): Composed {
  const { kpiSet, weights, anonymousUnder, levels } = terms;
  const totalWeight = total(items.map(({ weight }) => weight));
  const isRefused = weights === "whole" && !totalWeight.eq(WHOLE);
  const before = isRefused ? null : compositeScore(items);
  const closed = items.filter(hasClosedGate);
  const score = before === null ? null : lowest([before, ...closed.map(({ gate }) => gate!.cap)]);
  return {
    score,
    level: levelOf(score, levels),
    composition: {
      ...{ kpiSet, weights, anonymousUnder, totalWeight: totalWeight.toString() },
      unscored: isRefused ? "weights_not_whole" : null,
      closedGates: closed.map(({ kpiCode }) => kpiCode),
      beforeGates: closed.length === 0 ? null : before,
    },
  };
}

/**
 * Σ weight × score ÷ Σ weight over the items that have a score: items without one leave the weights of the others in
 * proportion (semantics R16). Weight 0 informs without counting. Null when nothing with a weight has a score.
 * | items (weight: score)                            | score  |
 * | 60: 90, 40: 100                                  |     94 |
 * | 60: 90, 40: none                                 |     90 |
 * | 10: 54.42, 55: 83.00, 25: 88.50, 10: 100.00 (X50) | 83.217 |
 * | 0: 100                                           |   null |
 */
export function compositeScore(items: readonly WeightedScore[]): string | null {
  const counting = items.filter((one) => one.score !== null && Number(one.weight) !== 0);
  if (counting.length === 0) return null;
  const points = total(counting.map((one) => new Wide(one.weight).times(one.score!)));
  return new Decimal(points).div(total(counting.map(({ weight }) => weight))).toString();
}

/**
 * Whether the KPI is worse than its gate lets pass, unrounded; equal passes. Judged is what the item is judged by, also
 * when it was carried over. Without a figure a gate stays open, unless the item fails then.
 */
export function hasClosedGate(item: ScorecardItem): boolean {
  const { gate, missing, carried } = item;
  if (gate === null) return false;
  if (missing === "failed") return true;
  const judged = carried ?? item;
  const value = ratioOf(judged);
  if (judged.status !== "OK" || value === null) return false;
  return isMet(requireKpi(item.kpiCode).direction, value, gate.atLeast) === false;
}

/** The best level that the unrounded score reaches; below all of them, the worst. */
export function levelOf(score: string | null, levels: ScoringTerms["levels"]): ScoreLevel | null {
  if (score === null) return null;
  const reached = levels.findLast(({ from }) => new Decimal(score).gte(from)) ?? levels[0];
  return reached ? { name: reached.name, colour: reached.colour } : null;
}

const lowest = (scores: readonly string[]): string =>
  scores.reduce((least, one) => (new Decimal(one).lt(least) ? one : least));
