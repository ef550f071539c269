import { realImprovement } from "../kpis/baseline.rules";
import type { Baseline } from "../kpis/baseline";
import type { Gate } from "../assignments/scoring-scheme";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import { ratioOf } from "./objective-outcome.rules";
import type { ScorecardItem } from "./scorecard.entity";
import { hasClosedGate } from "./scoring/composite.rules";

export interface GateView extends Gate {
  readonly isClosed: boolean;
}

export interface BaselineView extends Baseline {
  readonly realImprovement: string | null;
}

export const gateView = (item: ScorecardItem): GateView | null =>
  item.gate && { ...item.gate, isClosed: hasClosedGate(item) };

export function baselineView(item: ScorecardItem): BaselineView | null {
  if (item.baseline === null) return null;
  const value = item.value === null ? null : ratioOf(item);
  const { direction } = requireKpi(item.kpiCode);
  return { ...item.baseline, realImprovement: value && realImprovement(item.baseline, value, direction) };
}
