import type { BoundExpression } from "../kpis/bound-expression";
import type { KpiInUse } from "../kpis/kpi-definition";
import { formulaOf, linearTerms, type MeasureTerm } from "../kpis/kpi-formula.rules";

/** What moves a level up and down, in units of which the level counts `perUnit`. */
export interface Flow {
  readonly terms: readonly MeasureTerm[];
  readonly perUnit: string;
}

/** The flow of a KPI that is the level at the end of its period and nothing else, such as a backlog; otherwise null. */
export function flowOf(kpi: KpiInUse): Flow | null {
  const { numerator, denominator } = formulaOf(kpi);
  if (denominator !== null) return null;
  const isScaled = numerator.kind === "operation" && numerator.operator === "/" && numerator.right.kind === "number";
  const level = isScaled ? numerator.left : numerator;
  if (level.kind !== "closing" || level.closing !== "at_end") return null;
  const terms = linearTerms(level.of);
  return terms && { terms, perUnit: isScaled ? (numerator.right as { value: string }).value : "1" };
}

/** Whether both sides of a KPI are sums of measures, or levels of such, so that services add up to the contract. */
export function addsUpOverServices(kpi: KpiInUse): boolean {
  const { numerator, denominator } = formulaOf(kpi);
  return isSum(numerator) && (denominator === null || isSum(denominator));
}

const isSum = (side: BoundExpression): boolean =>
  (linearTerms(side.kind === "closing" ? side.of : side) ?? []).length > 0;

/** Units of which there is never less than nothing. Money is given back, and people leave. */
const COUNTED = ["count", "seconds"];

/** Whether a KPI cannot be below zero: it only adds up what cannot, or is a level of facts that come and go. */
export function isNeverNegative(kpi: KpiInUse): boolean {
  const { numerator, denominator } = formulaOf(kpi);
  const isCounted = (terms: readonly MeasureTerm[]): boolean =>
    terms.every(({ measure }) => COUNTED.includes(measure.unit));
  const flow = flowOf(kpi);
  if (flow) return isCounted(flow.terms);
  return [numerator, denominator].every((side) => {
    const terms = side && linearTerms(side);
    return side === null || (terms !== null && isCounted(terms) && terms.every(({ sign }) => sign === 1));
  });
}

const MOST_PERIODS = 1_000;
/** A number of its own for each candidate and period. */
export const flowKey = (candidate: number, period: number): number => candidate * MOST_PERIODS + period;
