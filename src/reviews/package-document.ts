import type { Day } from "../shared/day";
import type { PeriodKind } from "../shared/period";
import type { FigureStatus } from "../scorecards/scorecard.entity";
import type { Outcome } from "../scorecards/objective-result.entity";
import type { KpiDefinition, Parameters, SubjectKind } from "../kpis/kpi-definition";

/**
 * What a review package freezes: everything the forum reads, as it was known when it was compiled. Positions appear
 * with the person's code, never with a name: packages are kept for good, names are looked up live by whoever may see them.
 */
export interface PackageDocument {
  readonly format: 1;
  readonly client: Named;
  readonly contract: Named & { readonly timeZone: string; readonly currency: string };
  readonly forum: Named;
  readonly review: { readonly scheduledFor: Day };
  /** The reviewed period last; at least three before it, oldest first. Figures below stand in this order. */
  readonly periods: readonly PackagePeriod[];
  readonly objectives: readonly PackageObjective[];
  readonly misses: readonly PackageMiss[];
  readonly charts: readonly PackageChart[];
  readonly scorecards: readonly PackageScorecard[];
  readonly rankings: readonly PackageRanking[];
  readonly dataQuality: PackageDataQuality;
}

export interface Named {
  readonly code: string;
  readonly name: string;
}

export interface PackagePeriod {
  readonly kind: PeriodKind;
  readonly from: Day;
  readonly until: Day;
  /** `2026-10`, `2026-W43`, `2026-Q3`. */
  readonly label: string;
}

/** A KPI as the package shows it. */
export interface PackageKpi {
  readonly code: string;
  readonly name: string;
  readonly unit: KpiDefinition["unit"];
  readonly direction: KpiDefinition["direction"];
  readonly dialect: string;
  readonly parameters: Parameters;
}

export interface PackageFigure {
  readonly value: string | null;
  /** For people: `81.1 %`, `1 m 07 s`, or why there is none. */
  readonly display: string;
  readonly status: FigureStatus;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly sample: number;
}

export interface PackageObjective {
  readonly code: string;
  readonly name: string;
  readonly clause: string;
  readonly service: string | null;
  readonly kpi: PackageKpi;
  readonly target: string;
  readonly targetDisplay: string;
  /** One per period of the document; null where nothing was measured. */
  readonly results: readonly (PackageObjectiveResult | null)[];
}

export interface PackageObjectiveResult {
  readonly outcome: Outcome;
  readonly figure: PackageFigure;
  /** Unrounded, in the KPI's unit; null unless missed. */
  readonly shortfall: string | null;
  readonly shortfallDisplay: string | null;
  readonly missesAllowed: number | null;
}

/** An objective not reached in the reviewed period, and the days that cost it. */
export interface PackageMiss {
  readonly objectiveCode: string;
  readonly outcome: Outcome;
  readonly shortfallDisplay: string;
  readonly daysMeasured: number;
  readonly daysMissed: number;
  readonly worstDays: readonly { readonly day: Day; readonly display: string; readonly sample: number }[];
  /** In how many of the periods before it was missed, too. */
  readonly missedBefore: number;
}

export interface PackageChart {
  readonly title: string;
  readonly objectiveCode: string;
  readonly unit: KpiDefinition["unit"];
  readonly direction: KpiDefinition["direction"];
  readonly target: string;
  readonly targetDisplay: string;
  readonly points: readonly { readonly day: Day; readonly value: string | null; readonly sample: number }[];
}

export interface PackageSubject {
  readonly kind: SubjectKind;
  readonly id: string;
  /** Name of a contract, service or team; code of a position's person. */
  readonly name: string;
}

export interface PackageScorecard {
  readonly subject: PackageSubject;
  readonly score: string | null;
  readonly items: readonly PackageItem[];
}

export interface PackageItem {
  readonly kpi: PackageKpi;
  readonly target: string | null;
  readonly targetDisplay: string | null;
  readonly isMet: boolean | null;
  readonly figures: readonly (PackageFigure | null)[];
}

export interface PackageRanking {
  readonly of: "teams" | "people";
  /** Role of the people; null for teams. */
  readonly role: string | null;
  readonly minSample: number;
  readonly ranked: number;
  /** With data, but too little of it to be compared. */
  readonly unranked: number;
  readonly best: readonly PackageRank[];
  readonly worst: readonly PackageRank[];
}

export interface PackageRank {
  readonly rank: number;
  readonly subject: PackageSubject;
  readonly team: string | null;
  readonly score: string;
  readonly highlights: readonly { readonly kpi: string; readonly display: string }[];
}

export interface PackageDataQuality {
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  readonly rejects: readonly { readonly code: string; readonly rows: number; readonly example: string }[];
  readonly daysWithoutData: readonly { readonly service: string; readonly days: readonly Day[] }[];
  readonly provisional: boolean;
}
