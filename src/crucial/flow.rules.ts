import type { BoundExpression } from "../kpis/bound-expression";
import type { KpiInUse } from "../kpis/kpi-definition";
import { formulaOf, linearTerms, type MeasureTerm } from "../kpis/kpi-formula.rules";

/** What moves a level up and down, where a KPI is the level at the end of its period and nothing else; otherwise null. */
export function flowOf(kpi: KpiInUse): readonly MeasureTerm[] | null {
  const { numerator, denominator } = formulaOf(kpi);
  if (denominator !== null || numerator.kind !== "closing" || numerator.closing !== "at_end") return null;
  return linearTerms(numerator.of);
}

/** Whether both sides of a KPI are sums of measures, or levels of such, so that services add up to the contract. */
export function addsUpOverServices(kpi: KpiInUse): boolean {
  const { numerator, denominator } = formulaOf(kpi);
  return isSum(numerator) && (denominator === null || isSum(denominator));
}

const isSum = (side: BoundExpression): boolean =>
  (linearTerms(side.kind === "closing" ? side.of : side) ?? []).length > 0;

const MOST_PERIODS = 1_000;
/** A number of its own for each candidate and period. */
export const flowKey = (candidate: number, period: number): number => candidate * MOST_PERIODS + period;
