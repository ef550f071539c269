import type { AimLevel, EarnBack, Stage } from "../../objectives/clauses/clause";
import type { DayRange } from "../../shared/date-range";
import type { Day } from "../../shared/day";
import type { Period } from "../../shared/period";
import type { ObjectiveInPeriod } from "./period-input";

/** One step of how an amount came about, readable by a person who disputes it. */
export interface Step {
  readonly stage: Stage;
  /** A sentence that says the rule: "Failing again within 1 month doubles the points." */
  readonly rule: string;
  readonly inputs: readonly { readonly name: string; readonly value: string }[];
  readonly output: string;
  /** Document and section; null: a general rule. */
  readonly cites: string | null;
}

/** What came of one clause for one objective (or for the contract). */
export interface ClauseOutcome {
  readonly clause: string;
  /** Code of the objective; null: the contract. */
  readonly objective: string | null;
  /** False where the objective had too little data, or none: neither a failure nor compliance. */
  readonly isJudged: boolean;
  /** Whether the clause was set off, guards passed. */
  readonly isTriggered: boolean;
  /** Whether this counts as a failure for repeats, rows of failures and counters. */
  readonly isFailure: boolean;
  /** Failures in a row, this one included; periods that were not judged are passed over. */
  readonly failuresInRow: number;
  /** Days these terms applied, where terms changed within the period; points and amount are weighed by their share. */
  readonly stretch: DayRange | null;
  readonly points: string;
  /** In the client's favour, minor units, unrounded, after the objective's cap and before the pool's. */
  readonly amount: string;
  readonly steps: readonly Step[];
}

export const LINE_KINDS = [
  /** In the client's favour. */
  "credit",
  /** In ours: the amount is negative. */
  "bonus",
  /** A credit that is withheld until it is clear whether it is earned back: the amount is negative. */
  "earn_back_hold",
  /** A withheld credit that was not earned back. */
  "earn_back_release",
  /** A credit given before, taken back because performance recovered: the amount is negative. */
  "earn_back_return",
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export interface SettledLine {
  readonly kind: LineKind;
  readonly clause: string;
  /** Document and section. */
  readonly cites: string;
  readonly objective: string | null;
  /** Days it is about, where terms changed within the period; null: all of it. */
  readonly stretch: DayRange | null;
  /** Whole minor units in the client's favour; negative: in ours. Rounded once. */
  readonly amount: string;
  /** One sentence for the invoice. */
  readonly reason: string;
  /** First day of the period the money comes from, where it is not this one. */
  readonly origin: Day | null;
}

/** A credit that may still be earned back. */
export interface Hold {
  readonly clause: string;
  readonly objective: string | null;
  readonly cites: string;
  /** First day of the period of the credit. */
  readonly origin: Day;
  readonly stretch: DayRange | null;
  readonly amount: string;
  /** As the contract said when the credit arose. */
  readonly earnBack: EarnBack;
  /** Periods that have passed since, and how many judged ones in a row reached the level. */
  readonly periodsPassed: number;
  readonly periodsReached: number;
}

export interface CounterState {
  readonly clause: string;
  readonly objective: string;
  readonly below: AimLevel;
  readonly failures: number;
  readonly within: number;
  readonly limit: number;
  readonly consequence: "default" | "termination";
  /** Whether the limit is reached. */
  readonly isDefault: boolean;
}

export interface RatchetOutcome {
  readonly clause: string;
  readonly objective: string;
  readonly periodsInRow: number;
  readonly oldTarget: string;
  /** Null: the target stays. */
  readonly newTarget: string | null;
}

export interface SettlementTotals {
  /** Minor units, whole. Credits after caps. */
  readonly credits: string;
  readonly bonuses: string;
  /** Withheld in this period, and let go or taken back in it. */
  readonly held: string;
  readonly released: string;
  readonly returned: string;
  /** Sum of all lines, in the client's favour. */
  readonly net: string;
  readonly points: string;
}

/** How an objective came out, kept for later periods: means, rows of good periods. */
export type ObjectiveReading = Pick<ObjectiveInPeriod, "code" | "name" | "kpi" | "aims" | "figure" | "outcome">;

/** What a period comes to in money; with those before, all that the next period's needs to know. */
export interface SettledPeriod {
  readonly period: Period;
  readonly fee: string;
  /** Fee × at risk. */
  readonly pool: string;
  readonly readings: readonly ObjectiveReading[];
  readonly outcomes: readonly ClauseOutcome[];
  /** Steps that are about the whole period: caps, incidents. */
  readonly steps: readonly Step[];
  readonly lines: readonly SettledLine[];
  readonly holds: readonly Hold[];
  readonly counters: readonly CounterState[];
  readonly ratchets: readonly RatchetOutcome[];
  readonly totals: SettlementTotals;
}
