import type { KpiDefinition } from "../../kpis/kpi-definition";
import { requireKpi } from "../../kpis/kpi-in-use.rules";
import type { FigureDifference, FigureStanding, ResultStanding } from "./result-difference";
import type { ResultStandingType } from "./standing.type";

/** A figure's standing as the API shows it. */
export interface FigureStandingView extends FigureStanding {
  readonly isManual: boolean;
  readonly kpi: KpiDefinition;
  readonly currency: string;
}

/** From what to what a figure changes, as the API shows it. */
export interface FigureDifferenceView {
  readonly kpi: KpiDefinition;
  readonly from: FigureStandingView | null;
  readonly to: FigureStandingView | null;
}

export function differenceView({ kpi: { kpiCode }, from, to }: FigureDifference, currency: string) {
  const kpi = requireKpi(kpiCode);
  const viewOf = (one: FigureStanding | null): FigureStandingView | null =>
    one && { ...one, isManual: one.manualId !== null, kpi, currency };
  return { kpi, from: viewOf(from), to: viewOf(to) } satisfies FigureDifferenceView;
}

export const standingView = (standing: ResultStanding | null): ResultStandingType | null => {
  if (standing === null) return null;
  const { score, rank: place, rankedOf: of, level, outcome, shortfall, missesAllowed } = standing;
  return { score, place, of, level: level?.name ?? null, outcome, shortfall, missesAllowed };
};
