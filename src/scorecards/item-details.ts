import { realImprovement } from "../assignments/baseline.rules";
import { shownScheme } from "../assignments/scheme.type";
import type { Baseline, Gate, OnMissing, ScoringScheme } from "../assignments/scoring-scheme";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { ratioOf } from "./objective-outcome.rules";
import type { MissingTreatment, PeerMedian, ScorecardItem } from "./scorecard.entity";
import { hasClosedGate } from "./scoring/composite.rules";

/** How an item came to its score, as the API shows it. */
export interface ItemDetails {
  readonly level: string | null;
  readonly minSample: number;
  readonly scheme: ScoringScheme;
  readonly onMissing: OnMissing;
  readonly missing: MissingTreatment | null;
  readonly gate: GateView | null;
  readonly baseline: BaselineView | null;
  readonly peers: PeersView | null;
}

export interface GateView extends Gate {
  readonly isClosed: boolean;
}

export interface BaselineView extends Baseline {
  readonly realImprovement: string | null;
}

export interface PeersView extends PeerMedian {
  readonly kpi: KpiDefinition;
  readonly currency: string;
}

export interface ItemSetting {
  readonly kpi: KpiDefinition;
  readonly currency: string;
  /** In smaller groups, what the others reached is not shown. */
  readonly anonymousUnder: number;
}

export function itemDetails(item: ScorecardItem, setting: ItemSetting): ItemDetails {
  const { level, minSample, scheme, onMissing, missing, gate } = item;
  return {
    ...{ level, minSample, onMissing, missing },
    scheme: shownScheme(scheme),
    gate: gate && { ...gate, isClosed: hasClosedGate(item) },
    baseline: baselineView(item, setting),
    peers: peersView(item, setting),
  };
}

function baselineView(item: ScorecardItem, { kpi }: ItemSetting): BaselineView | null {
  if (item.baseline === null) return null;
  const value = item.value === null ? null : ratioOf(item);
  return { ...item.baseline, realImprovement: value && realImprovement(item.baseline, value, kpi.direction) };
}

function peersView({ peers }: ScorecardItem, { kpi, currency, anonymousUnder }: ItemSetting): PeersView | null {
  return peers === null || peers.of + 1 < anonymousUnder ? null : { ...peers, kpi, currency };
}
