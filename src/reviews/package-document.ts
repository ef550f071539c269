import type { Day } from "../shared/day";
import type { PeriodKind } from "../shared/period";
import type { Stream } from "../shared/stream";
import type { PackageCorrection } from "./package-corrections";
import type { PackageMoneyCorrection, PackageSettlement } from "./package-settlement";
import type { FigureStatus, ScoreLevel } from "../scorecards/scorecard.entity";
import type { Outcome } from "../scorecards/objective-result.entity";
import type { PackageAdjustment } from "./package-adjustment";
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
  /** Left out when nothing was corrected since the package before. */
  readonly corrections?: readonly PackageCorrection[];
  /** Left out until the settlement of the reviewed period is issued. */
  readonly settlement?: PackageSettlement;
  /** Left out when no earlier settlement was corrected since the package before. */
  readonly moneyCorrections?: readonly PackageMoneyCorrection[];
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
  readonly family: KpiDefinition["family"];
  readonly unit: KpiDefinition["unit"];
  readonly direction: KpiDefinition["direction"];
  /** Decimals shown to people. */
  readonly precision: number;
  /** Of amounts of money, ISO 4217; null for other units. */
  readonly currency: string | null;
  readonly dialect: string;
  /** What the dialect counts, in words. */
  readonly rule: string;
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
  /** Left out of what was measured. */
  readonly manual?: PackageManual;
}

/** Who entered a value in the place of the measured one. */
export interface PackageManual {
  readonly author: string;
  readonly reason: string;
  readonly attachment: string | null;
  /** What was measured, for people: `50.0 %`, `no data`. */
  readonly measuredDisplay: string;
}

export interface PackageObjective {
  readonly code: string;
  readonly name: string;
  readonly clause: string;
  readonly service: string | null;
  readonly kpi: PackageKpi;
  /** Of the latest period with a result. */
  readonly target: string;
  readonly targetDisplay: string;
  /** One per period of the document; null where nothing was measured. */
  readonly results: readonly (PackageObjectiveResult | null)[];
}

export interface PackageObjectiveResult {
  readonly outcome: Outcome;
  /** What it was held against in this period. */
  readonly target: string;
  readonly figure: PackageFigure;
  /** Unrounded, in the KPI's unit; null unless missed. */
  readonly shortfall: string | null;
  /** Shares in percentage points: `5.2 pp`. */
  readonly shortfallDisplay: string | null;
  /** Of a share: the events that missed, and how many of all events the target lets miss. Otherwise null. */
  readonly missesMade: number | null;
  readonly missesAllowed: number | null;
  /** Left out where nothing was excluded. */
  readonly adjustment?: PackageAdjustment;
}

/** An objective not reached in the reviewed period, and the days that cost it. */
export interface PackageMiss {
  readonly objectiveCode: string;
  readonly outcome: Outcome;
  readonly shortfallDisplay: string;
  /** Days with enough facts to be judged. */
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
  readonly precision: number;
  readonly currency: string | null;
  readonly target: string;
  readonly targetDisplay: string;
  /** Every day of the period. */
  readonly points: readonly PackagePoint[];
}

export interface PackagePoint {
  readonly day: Day;
  /** Whether the service was open by its calendar; of a whole contract, whether any service was. */
  readonly isOpen: boolean;
  /** Null without facts. With too few to be judged the value is there, and the outcome is undetermined. */
  readonly value: string | null;
  readonly outcome: Outcome;
  readonly sample: number;
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
  /** What the score is called; left out of packages of before there were levels. */
  readonly level?: ScoreLevel | null;
  readonly items: readonly PackageItem[];
  /** Names of KPIs of the scorecard for which none of the periods has data. */
  readonly notMeasured: readonly string[];
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
  /** Code and name of the people's role; null for teams. */
  readonly role: string | null;
  readonly roleName: string | null;
  readonly minSample: number;
  readonly ranked: number;
  /** Scored, but too few facts behind a weighted figure to be compared. */
  readonly unranked: number;
  readonly best: readonly PackageRank[];
  readonly worst: readonly PackageRank[];
}

export interface PackageRank {
  readonly rank: number;
  readonly subject: PackageSubject;
  readonly team: string | null;
  readonly score: string;
  /** The figures that made the score. */
  readonly highlights: readonly { readonly kpi: string; readonly display: string; readonly isMet: boolean | null }[];
}

export interface PackageFeed {
  readonly stream: Stream;
  readonly source: string;
  /** How far its data reaches, in UTC; null: it has brought nothing. */
  readonly through: string | null;
  /** Whether the sender vouched for that. */
  readonly isDeclared: boolean;
  readonly isLate: boolean;
}

export interface PackageDataQuality {
  /** The first local day that was not looked at: the period's end, or the day of compiling while it runs. */
  readonly lookedAtUntil: Day;
  readonly rowsAccepted: number;
  /** The same by stream, most first. */
  readonly facts: readonly { readonly stream: Stream; readonly facts: number }[];
  /** What brings the contract's facts, and how far each reached when the package was compiled. */
  readonly feeds: readonly PackageFeed[];
  /** Still missing, of all feeds of the client, on days of the period: a refused row often has no readable service. */
  readonly rowsRejected: number;
  readonly rejects: readonly { readonly code: string; readonly rows: number; readonly example: string }[];
  readonly daysWithoutData: readonly { readonly service: string; readonly days: readonly Day[] }[];
  readonly provisional: boolean;
}
