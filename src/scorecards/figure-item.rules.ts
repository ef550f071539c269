import type { MeasuredFigure } from "../kpis/figure.rules";
import type { PlannedItem } from "./scorecard-plan.rules";
import type { ManualMark, ScorecardItem } from "./scorecard.entity";
import { judgedItem, type PeriodReading } from "./scoring/missing.rules";
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
export interface ItemFigure extends PeriodReading {
  readonly kpiVersion: number;
  /** Who entered the figure; left out: it was measured. */
  readonly manual?: ManualMark | null;
}

/** A planned item with its figure; what is not wholly computed or rests on too little is neither met nor scored. */
export function computedItem(item: PlannedItem, { kpiVersion, manual = null, ...reading }: ItemFigure): ScorecardItem {
  const { origin, minSample, weight, target, targetSource, baseline, scheme, gate, onMissing } = item;
  return {
    ...{ ...item.kpi, kpiVersion, ...reading.figure },
    ...{ origin, minSample, weight, target, targetSource, baseline, scheme, gate, onMissing },
    ...judgedItem(item, reading),
    ...{ peers: null, manual },
  };
}

/**
 * Whether an item that counts rests on fewer facts than it needs: no place in a ranking then (semantics R12). Somebody
 * who enters a value and does not say on how many facts it rests vouches for it.
 */
export const isThin = (item: PlannedItem, { sample, manual }: Pick<ScorecardItem, "sample" | "manual">): boolean =>
  Number(item.weight) > 0 && sample < item.minSample && !(manual !== null && sample === 0);
