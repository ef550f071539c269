import type { KpiDefinition, SubjectKind } from "../kpis/kpi-definition";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import { describePeriod, type PeriodType } from "../platform/graphql/period.type";
import type { Day } from "../shared/day";
import type { Period, PeriodKind } from "../shared/period";
import type { ObjectiveResult, ResultSegment } from "./objective-result.entity";
import type {
  DataQuality,
  FigureStatus,
  KpiResult,
  ManualMark,
  PeerMedian,
  Scorecard,
  ScorecardItem,
  TargetSource,
} from "./scorecard.entity";

/** How the contract of a row counts time and money; read along with the row. */
export interface ContractClock {
  readonly timeZone: string;
  readonly graceDays: number;
  readonly currency: string;
}

/** Whose facts a figure is made of. */
export interface FigureSubject {
  readonly clientId: string;
  readonly contractId: string;
  readonly kind: SubjectKind;
  readonly id: string;
  /** The objective it is judged by, for figures of objective results. */
  readonly objectiveId: string | null;
}

/** When something was believed, and by the definitions of which day it is read; null: now, and the period's own. */
export interface Reading {
  readonly asOf: Date | null;
  readonly validOn: Day | null;
}

export const NOW: Reading = { asOf: null, validOn: null };

export type Finality = Scorecard["state"];

/** A figure as the API shows it: plain values here, everything else by the resolvers from `of` and `result`. */
export interface FigureView {
  readonly kpi: KpiDefinition;
  readonly period: PeriodType;
  readonly value: string | null;
  readonly status: FigureStatus;
  readonly finality: Finality;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly sample: number;
  /** Who entered it; null: it was measured. */
  readonly manual: ManualMark | null;
  /** What was excluded from it; left out or null: figures that are not of objectives. */
  readonly adjusted?: Pick<ObjectiveResult, "unadjusted" | "exclusions"> | null;
  /** Its stretches, of an objective whose contract was amended within the period. */
  readonly segments?: readonly ResultSegment[];
  /** Left out: as it is believed now. */
  readonly reading?: Reading;
  readonly of: FigureSubject;
  readonly result: KpiResult;
  readonly clock: ContractClock;
}

/** A result as it is stored in an item, or computed now and then perhaps with a manual value over it. */
export type ResultToShow = KpiResult & { readonly manual?: ManualMark | null };

export interface TargetView {
  readonly value: string;
  readonly source: TargetSource["kind"];
  readonly clause: string | null;
  readonly version: number;
}

export interface PeersView extends PeerMedian {
  readonly kpi: KpiDefinition;
  readonly currency: string;
}

type PlainPart = "weight" | "isMet" | "score" | "level" | "minSample" | "onMissing" | "missing";

/** An item as the API shows it: plain values here, what is seldom asked by the resolvers from `item`. */
export interface ScorecardItemView extends Pick<ScorecardItem, PlainPart> {
  readonly target: TargetView | null;
  readonly peers: PeersView | null;
  readonly figure: FigureView;
  readonly item: ScorecardItem;
}

/** Data quality with what it is about, so that the feeds behind it can be found. */
export interface DataQualityView extends DataQuality {
  readonly of: FigureSubject;
  readonly period: PeriodType;
  readonly kpis: readonly KpiResult[];
}

export interface ScorecardView extends Omit<Scorecard, "items" | "rank"> {
  readonly dataQuality: DataQualityView;
  readonly period: PeriodType;
  readonly rank: { readonly place: number; readonly of: number } | null;
  readonly items: readonly ScorecardItemView[];
  /** The items as they are stored. */
  readonly results: readonly ScorecardItem[];
}

export interface ObjectiveResultView extends ObjectiveResult {
  readonly period: PeriodType;
  readonly target: TargetView | null;
  readonly figure: FigureView;
  /** Left out: as it is believed now. */
  readonly reading?: Reading;
}

/** Periods of rows, each described once: a page of scorecards has one period, and hours need a calendar. */
export type DescribePeriod = (row: PeriodOfRow, clock: ContractClock) => PeriodType;

interface PeriodOfRow {
  readonly periodKind: PeriodKind;
  readonly periodFrom: Day;
  readonly periodUntil: Day;
}

export function periodDescriber(now: Date): DescribePeriod {
  const described = new Map<string, PeriodType>();
  return (row, clock) => {
    const key = `${row.periodKind}/${row.periodFrom}/${clock.timeZone}/${clock.graceDays}`;
    const known = described.get(key) ?? describePeriod(periodOf(row), clock, now);
    described.set(key, known);
    return known;
  };
}

export const periodOf = ({ periodKind, periodFrom, periodUntil }: PeriodOfRow): Period => ({
  kind: periodKind,
  from: periodFrom,
  until: periodUntil,
});

export function scorecardView(row: Scorecard & ContractClock, describe: DescribePeriod): ScorecardView {
  const { clientId, contractId, subjectKind: kind, subjectId: id } = row;
  const shared: Shared = { period: describe(row, row), finality: row.state, clock: row };
  const of: FigureSubject = { clientId, contractId, kind, id, objectiveId: null };
  const { anonymousUnder } = row.composition;
  return {
    ...row,
    period: shared.period,
    rank: row.rank === null || row.rankedOf === null ? null : { place: row.rank, of: row.rankedOf },
    results: row.items,
    items: row.items.map((item) => itemView(item, figureView(item, of, shared), anonymousUnder)),
    dataQuality: { ...row.dataQuality, of, period: shared.period, kpis: row.items },
  };
}

export function objectiveResultView(
  row: ObjectiveResult & ContractClock & { readonly serviceId: string | null },
  describe: DescribePeriod,
): ObjectiveResultView {
  const { clientId, contractId, objectiveId, serviceId, item } = row;
  const shared: Shared = { period: describe(row, row), finality: row.state, clock: row };
  const kind = serviceId === null ? "contract" : "service";
  const of: FigureSubject = { clientId, contractId, kind, id: serviceId ?? contractId, objectiveId };
  const figure = {
    ...figureView(item, of, shared),
    adjusted: { unadjusted: row.unadjusted, exclusions: row.exclusions },
    segments: row.segments,
  };
  return { ...row, period: shared.period, target: targetView(item), figure };
}

/** What all figures of one row have in common. */
interface Shared {
  readonly period: PeriodType;
  readonly finality: Finality;
  readonly clock: ContractClock;
}

function itemView(item: ScorecardItem, figure: FigureView, anonymousUnder: number): ScorecardItemView {
  const { weight, isMet, score, level, minSample, onMissing, missing } = item;
  const [target, peers] = [targetView(item), peersView(item, figure, anonymousUnder)];
  return { weight, isMet, score, level, minSample, onMissing, missing, target, peers, figure, item };
}

/** In groups smaller than that, what the others reached is not shown. */
function peersView({ peers }: ScorecardItem, { kpi, clock }: FigureView, anonymousUnder: number): PeersView | null {
  if (peers === null || peers.of + 1 < anonymousUnder) return null;
  return { median: peers.median, of: peers.of, kpi, currency: clock.currency };
}

export function figureView(result: ResultToShow, of: FigureSubject, { period, finality, clock }: Shared): FigureView {
  const { value, status, numerator, denominator, sample, manual = null } = result;
  const kpi = requireKpi(result.kpiCode);
  return { kpi, period, value, status, finality, numerator, denominator, sample, manual, of, result, clock };
}

function targetView({ target, targetSource }: ScorecardItem): TargetView | null {
  if (target === null || targetSource === null) return null;
  const { kind: source, clause, version } = targetSource;
  return { value: target, source, clause, version };
}
