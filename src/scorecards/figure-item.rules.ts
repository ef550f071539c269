import type { MeasuredFigure } from "../kpis/figure.rules";
import type { PlannedItem } from "./planned-item";
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

/**
 * A planned item with its figure; what is not wholly computed or rests on too little is neither met nor scored. Every
 * property by its name: months have tens of thousands of items, and objects put together by spreading take ten times as long.
 */
export function computedItem(item: PlannedItem, reading: ItemFigure): ScorecardItem {
  const { kpi } = item;
  const { figure, kpiVersion, manual = null } = reading;
  const judged = judgedItem(item, reading);
  return {
    kpiCode: kpi.kpiCode,
    dialect: kpi.dialect,
    parameters: kpi.parameters,
    kpiVersion,
    numerator: figure.numerator,
    denominator: figure.denominator,
    sample: figure.sample,
    value: figure.value,
    status: figure.status,
    origin: item.origin,
    minSample: item.minSample,
    weight: item.weight,
    target: item.target,
    targetSource: item.targetSource,
    baseline: item.baseline,
    scheme: item.scheme,
    gate: item.gate,
    onMissing: item.onMissing,
    score: judged.score,
    level: judged.level,
    isMet: judged.isMet,
    missing: judged.missing,
    carried: judged.carried,
    peers: null,
    manual,
  };
}

/**
 * Whether an item that counts rests on fewer facts than it needs: no place in a ranking then (semantics R12). Somebody
 * who enters a value and does not say on how many facts it rests vouches for it.
 */
export const isThin = (item: PlannedItem, { sample, manual }: Pick<ScorecardItem, "sample" | "manual">): boolean =>
  Number(item.weight) > 0 && sample < item.minSample && !(manual !== null && sample === 0);
