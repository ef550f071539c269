import type { MeasuredFigure } from "../../kpis/figure.rules";
import type { Aims } from "../../objectives/objective-terms";
import type { Outcome } from "../../scorecards/objective-result.entity";
import type { Period } from "../../shared/period";
import type { SettledLine, SettlementTotals } from "../engine/settled-period";
import type { WrittenDraft } from "./draft";
import type { Spread } from "./percentiles.rules";

/** One way the contract could be: as it stands, or as a draft says. */
export interface Draft {
  readonly name: string;
  /** Null: the contract as it stands. */
  readonly written: WrittenDraft | null;
}

/** What history would have come to under one draft. Plain values throughout: it is answered, and never kept. */
export interface Simulation {
  readonly name: string;
  readonly isAsItStands: boolean;
  readonly currency: string;
  readonly periods: readonly SimulatedPeriod[];
  readonly objectives: readonly SimulatedObjective[];
  readonly total: SimulatedTotal;
  /** What all periods together might have come to; null: no money, or nothing was drawn. */
  readonly spread: Spread | null;
  readonly seed: number;
  readonly draws: number;
  /** Documents of the draft that mean nothing to a simulation. */
  readonly ignored: readonly string[];
}

export interface SimulatedTotal {
  /** Minor units. */
  readonly fee: string;
  readonly credits: string;
  readonly bonuses: string;
  /** All lines, in the client's favour. */
  readonly net: string;
}

export interface SimulatedPeriod {
  readonly period: Period;
  readonly results: readonly SimulatedResult[];
  /** Null: the terms do not settle the period. */
  readonly money: SimulatedMoney | null;
  /** What it was settled for in earnest, all lines in minor units; null: it was not. */
  readonly settled: string | null;
}

export interface SimulatedMoney {
  readonly fee: string;
  readonly totals: SettlementTotals;
  readonly lines: readonly SettledLine[];
  /** What its credits less bonuses might have come to. */
  readonly spread: Spread | null;
}

export interface SimulatedResult {
  readonly objectiveId: string;
  readonly code: string;
  readonly kpiCode: string;
  readonly aims: Aims;
  readonly figure: MeasuredFigure;
  readonly outcome: Outcome;
  readonly missesAllowed: number | null;
  /** Of meeting the target with as many events at the rate seen, 0 to 1; null: counts no events, or not judged. */
  readonly chance: number | null;
}

/** One objective over all periods. */
export interface SimulatedObjective {
  readonly code: string;
  readonly name: string;
  readonly kpiCode: string;
  readonly periods: number;
  /** Periods with enough data to judge. */
  readonly judged: number;
  readonly met: number;
  /** Periods in which the minimum was reached; null: there is none. */
  readonly minimumMet: number | null;
  /** Chance to attain the target with as many events at the rates seen, on average over its periods; null: counts none. */
  readonly attainable: string | null;
  /** Of the middle period; null: does not count misses, or was never judged. */
  readonly typicalSample: number | null;
  readonly typicalMissesAllowed: number | null;
  /** Better than the target by so much, in the KPI's unit, negative: worse. Of the middle and of the worst period. */
  readonly typicalMargin: string | null;
  readonly leastMargin: string | null;
  /** Minor units in the client's favour. */
  readonly credits: string;
}
