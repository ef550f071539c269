import { Decimal } from "../shared/decimal";
import type { BoundExpression } from "../kpis/bound-expression";
import type { Closing } from "../kpis/expression";
import type { FigureSums } from "../kpis/figure.rules";
import { amountOf, valueOf, type ReadMeasure } from "../kpis/formula-value.rules";
import { formulaOf, type KpiFormula } from "../kpis/kpi-formula.rules";
import type { Dialect, KpiDefinition, KpiInUse } from "../kpis/kpi-definition";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import type { MeasureInUse } from "../kpis/measure-definition";
import { countsIn, type ChannelClass } from "../measures/channel-class.rules";
import { slotKey, type Slots } from "../measures/slots.rules";
import type { Stream } from "../shared/stream";

/** Sums of one stream and class of channels; slot 1 stands first. */
export interface StreamSums {
  readonly stream: Stream;
  readonly channels: ChannelClass;
  /** Null: the sums of the period itself. */
  readonly closing: Closing | null;
  /** The shortest row that went in; slots beyond it are not computed yet. */
  readonly length: number;
  readonly sums: readonly (number | null)[];
}

/** Everything that was summed for a subject over some days. */
export interface SubjectSums {
  readonly rows: readonly StreamSums[];
  /** How many days: of the period those that count for the subject and have come. */
  readonly days: number;
}

export const NO_SUMS: SubjectSums = { rows: [], days: 0 };

/** A measure where it stands in a formula. */
export interface PlacedMeasure {
  readonly use: MeasureInUse;
  readonly closing: Closing | null;
  readonly side: "numerator" | "denominator" | "sample" | "requirement";
  /** Undefined: nobody has computed this measure with these parameters yet. */
  readonly slot: number | undefined;
}

/** A KPI's formula as places in the sums. */
export interface BoundFormula {
  readonly kpi: KpiInUse;
  readonly dialect: Dialect;
  readonly channels: KpiDefinition["channels"];
  readonly formula: KpiFormula;
  readonly measures: readonly PlacedMeasure[];
}

/** Of counts and amounts: twice the days, twice the value. Quotients, levels, percentiles and shares of people do not. */
export const addsUp = ({ formula, dialect, measures }: BoundFormula): boolean =>
  formula.denominator === null &&
  dialect.percentile === undefined &&
  dialect.people === undefined &&
  measures.every(({ closing }) => closing === null);

export function boundFormula(kpi: KpiInUse, slots: Slots): BoundFormula {
  const { dialects, channels } = requireKpi(kpi.kpiCode);
  const formula = formulaOf(kpi);
  const { numerator, denominator, sample, requires } = formula;
  const placed = (side: PlacedMeasure["side"], of: BoundExpression | null): PlacedMeasure[] =>
    of === null ? [] : measuresIn(of).map((one) => ({ ...one, side, slot: slots.get(slotKey(one.use)) }));
  return {
    ...{ kpi, channels, formula },
    dialect: dialects.find(({ code }) => code === kpi.dialect) as Dialect,
    measures: [
      ...placed("numerator", numerator),
      ...placed("denominator", denominator),
      ...placed("sample", sample === numerator || sample === denominator ? null : sample),
      ...placed("requirement", requires?.numerator ?? null),
      ...placed("requirement", requires?.denominator ?? null),
    ],
  };
}

/** Every measure of a formula where it stands, under its closing. */
export function measuresIn(
  formula: BoundExpression,
  closing: Closing | null = null,
): { readonly use: MeasureInUse; readonly closing: Closing | null }[] {
  switch (formula.kind) {
    case "measure":
      return [{ use: formula, closing }];
    case "closing":
      return measuresIn(formula.of, formula.closing);
    case "negation":
      return measuresIn(formula.of, closing);
    case "operation":
      return [...measuresIn(formula.left, closing), ...measuresIn(formula.right, closing)];
    case "number":
    case "days":
      return [];
  }
}

/**
 * Numerator, denominator and sample of a formula over everything that was summed for a subject. No facts of any of its
 * streams: nulls. A stream without facts counts 0 besides others that have some; but seconds, money and points
 * that nobody delivered are unknown, not 0.
 */
export function figureSums(bound: BoundFormula, { rows, days }: SubjectSums): FigureSums {
  const counting = rows.filter((one) => countsIn(bound.channels, one.channels));
  const known = (one: PlacedMeasure): boolean => counting.some((sums) => isOf(sums, one.use, one.closing));
  const hasDenominator = bound.formula.denominator !== null;
  const isComplete = bound.measures.every((one) => isComputed(one, counting));
  if (!bound.measures.some(known)) return { numerator: null, denominator: null, hasDenominator, isComplete };
  const read = readerOf(bound, counting);
  const { numerator, denominator, sample } = bound.formula;
  const isMissing = bound.measures.some((one) => one.side === "numerator" && isDelivered(one) && !known(one));
  const above = isMissing ? null : amountOf(numerator, read, days);
  const below = denominator && amountOf(denominator, read, days);
  const sampled = sample === numerator ? above : sample === denominator ? below : amountOf(sample, read, days);
  const isSupported = isMetRequirement(bound.formula.requires, read, days);
  return { numerator: above, denominator: below, sample: sampled, hasDenominator, isComplete, isSupported };
}

/** Whether enough else is known: the ratio reaches its percentage, compared exactly. Nothing to divide by is not enough. */
function isMetRequirement(requires: KpiFormula["requires"], read: ReadMeasure, days: number): boolean {
  if (requires === null) return true;
  const [part, whole] = [valueOf(requires.numerator, read, days), valueOf(requires.denominator, read, days)];
  return part !== null && whole !== null && whole.gt(0) && part.times(100).gte(whole.times(requires.atLeastPercent));
}

const isOf = (one: StreamSums, { measure }: MeasureInUse, closing: Closing | null): boolean =>
  one.stream === measure.stream && one.closing === closing;

/** Amounts that some feed has to bring; of facts and people that did not come there are none. */
const isDelivered = ({ use: { measure }, closing }: PlacedMeasure): boolean =>
  closing === null && measure.unit !== "count" && measure.unit !== "people";

const isComputed = ({ use, closing, slot }: PlacedMeasure, counting: readonly StreamSums[]): boolean =>
  counting.every((one) => !isOf(one, use, closing) || (slot !== undefined && slot <= one.length));

function readerOf({ measures }: BoundFormula, counting: readonly StreamSums[]): ReadMeasure {
  const slots = new Map(measures.map(({ use, slot }) => [use, slot]));
  return (use, closing) => {
    const slot = slots.get(use);
    const values = counting.flatMap((one) => {
      const value = slot !== undefined && isOf(one, use, closing) ? one.sums[slot - 1] : null;
      return value == null ? [] : [value];
    });
    return together(values, use.measure.aggregate ?? "sum");
  };
}

/** Of nothing at all, the sum is 0 and the least and the greatest are unknown. */
export function together(values: readonly number[], how: "sum" | "min" | "max"): number | null {
  if (how === "sum") return values.reduce((sum, one) => sum + one, 0);
  return values.length === 0 ? null : Math[how](...values);
}

/** What a measure of a formula comes to; null while unknown. */
export function amountIn(bound: BoundFormula, of: SubjectSums, { use, closing }: PlacedMeasure): string | null {
  const counting = of.rows.filter((one) => countsIn(bound.channels, one.channels));
  const value = readerOf(bound, counting)(use, closing);
  return value === null ? null : new Decimal(value).toString();
}
