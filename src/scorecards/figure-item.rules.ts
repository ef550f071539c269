import type { MeasuredFigure } from "../kpis/figure.rules";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import { isMet } from "../kpis/target.rules";
import { ratioOf } from "./objective-outcome.rules";
import type { PlannedItem } from "./scorecard-plan.rules";
import type { KpiResult, ScorecardItem } from "./scorecard.entity";
import { itemScore } from "./scoring.rules";
import type { BoundFormula } from "./sums-book.rules";

/** How an item is computed. */
export interface ItemFormula {
  readonly formula: BoundFormula;
  /** Release of the catalogue's definition. */
  readonly kpiVersion: number;
}

/** Of a subject on none of whose days anybody looks. */
export const NOTHING: MeasuredFigure = {
  ...{ numerator: null, denominator: null, sample: 0, value: null },
  status: "NO_DATA",
};

/** What came out for an item. */
export interface ItemFigure {
  readonly figure: MeasuredFigure;
  readonly kpiVersion: number;
}

/** A planned item with its figure; what is not wholly computed or rests on too little is neither met nor scored. */
export function computedItem(item: PlannedItem, { kpiVersion, figure }: ItemFigure): ScorecardItem {
  const result: KpiResult = { ...item.kpi, kpiVersion, ...figure };
  const { origin, minSample, weight, target, targetSource, baseline, scheme, gate, onMissing } = item;
  const { direction } = requireKpi(item.kpi.kpiCode);
  const ratio = ratioOf(result);
  const isJudged = result.status === "OK" && target !== null && ratio !== null;
  return {
    ...result,
    ...{ origin, minSample, weight, target, targetSource, baseline, scheme, gate, onMissing },
    ...{ missing: null, level: null, peers: null, manual: null },
    isMet: isJudged ? isMet(direction, ratio, target) : null,
    score: isJudged ? itemScore({ direction, value: result.value, target }) : null,
  };
}

/** Whether an item that counts rests on fewer facts than it needs: no place in a ranking then (semantics R12). */
export const isThin = (item: PlannedItem, { sample }: KpiResult): boolean =>
  Number(item.weight) > 0 && sample < item.minSample;
