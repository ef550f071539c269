import type { KpiInUse } from "../kpis/kpi-definition";
import type { FigureSums } from "../kpis/figure.rules";
import { formulaOf, linearTerms, type MeasureTerm } from "../kpis/kpi-formula.rules";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import { slotKey, type Slots } from "../measures/slots.rules";
import { groupBy } from "../shared/group-by";
import type { Stream } from "../shared/stream";

/** Sums of one stream and class of channels; slot 1 stands first. */
export interface StreamSums {
  readonly stream: Stream;
  readonly live: boolean;
  /** The shortest row that went in; slots beyond it are not computed yet. */
  readonly length: number;
  readonly sums: readonly (number | null)[];
}

interface SlotTerm {
  readonly sign: 1 | -1;
  /** Undefined: nobody has computed this measure with these parameters yet. */
  readonly slot: number | undefined;
}

/** A KPI's formula as places in the sums. */
export interface BoundFormula {
  readonly stream: Stream;
  readonly liveOnly: boolean;
  readonly numerator: readonly SlotTerm[];
  readonly denominator: readonly SlotTerm[] | null;
}

export function boundFormula(kpi: KpiInUse, slots: Slots): BoundFormula {
  const { streams, numerator, denominator } = formulaOf(kpi);
  const placed = (term: MeasureTerm): SlotTerm => ({ sign: term.sign, slot: slots.get(slotKey(term)) });
  return {
    stream: streams[0] as Stream,
    liveOnly: requireKpi(kpi.kpiCode).channels === "live",
    numerator: (linearTerms(numerator) ?? []).map(placed),
    denominator: denominator && (linearTerms(denominator) ?? []).map(placed),
  };
}

/** Numerator and denominator of a formula over everything that was summed for a subject; no rows: nulls. */
export function figureSums(formula: BoundFormula, all: readonly StreamSums[]): FigureSums {
  const counting = all.filter((one) => one.stream === formula.stream && (one.live || !formula.liveOnly));
  const terms = [...formula.numerator, ...(formula.denominator ?? [])];
  const isComplete = counting.every((one) => terms.every(({ slot }) => slot !== undefined && slot <= one.length));
  const hasDenominator = formula.denominator !== null;
  if (counting.length === 0) return { numerator: null, denominator: null, hasDenominator, isComplete };
  return {
    numerator: total(formula.numerator, counting),
    denominator: formula.denominator && total(formula.denominator, counting),
    hasDenominator,
    isComplete,
  };
}

const total = (terms: readonly SlotTerm[], all: readonly StreamSums[]): number =>
  terms.reduce((sum, { sign, slot }) => sum + sign * (slot === undefined ? 0 : inSlot(slot, all)), 0);

const inSlot = (slot: number, all: readonly StreamSums[]): number =>
  all.reduce((sum, { sums }) => sum + (sums[slot - 1] ?? 0), 0);

/** The sums of each account and span. */
export type SumsBook = ReadonlyMap<string, readonly StreamSums[]>;

export const bookKey = (account: number, span: number): string => `${account}/${span}`;

export const sumsBook = (all: readonly (StreamSums & { readonly account: number; readonly no: number })[]): SumsBook =>
  groupBy(all, (one) => bookKey(one.account, one.no));
