/**
 * What a contract says about money, as data. Numbers are exact decimals in text: money in minor units, percentages as
 * ratios (10 % is 0.1), values in the unit of the objective's KPI.
 */

/** What an amount of a clause means: points; a share of the fee or of the amount at risk; money in minor units. */
export const PAYS = ["points", "fee_share", "pool_share", "money"] as const;
export type Pays = (typeof PAYS)[number];

/** Which level of an objective. */
export const AIM_LEVELS = ["target", "minimum", "expected"] as const;
export type AimLevel = (typeof AIM_LEVELS)[number];

/** When a clause looks at an objective. `always`: the mechanism itself tells whether anything follows. */
export const TRIGGERS = ["missed", "below_minimum", "below_expected", "met", "expected_met", "always"] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** A band of values; the bound belongs to the band that is better for whoever is measured (semantics R4). */
export interface Band {
  /** The worst value that belongs to it; null: everything worse. */
  readonly from: string | null;
  /** Where the better band begins; null: everything better. */
  readonly until: string | null;
  readonly pays: string;
}

/**
 * How a value is read before it is looked up in bands. `continuous`: as it is. The others: bands were written to so many
 * decimals (98.0–98.9, 99.0–…), of the percentage for shares.
 */
export interface BandReading {
  readonly kind: "continuous" | "truncate" | "half_up";
  readonly decimals: number | null;
}

/** How a part of a step counts: in proportion, not at all ("for each full point"), or as a whole one ("or portion thereof"). */
export const STEP_COUNTINGS = ["exact", "full", "begun"] as const;
export type StepCounting = (typeof STEP_COUNTINGS)[number];

export type Mechanism =
  /** fee × at risk × allocation × criticality (semantics §6, C1). */
  | { readonly kind: "allocation"; readonly allocation: string; readonly criticality: string }
  /** The same amount whenever the clause is triggered. */
  | { readonly kind: "fixed"; readonly pays: Pays; readonly amount: string }
  /** By the band the value lies in (C3, A10). */
  | { readonly kind: "bands"; readonly pays: Pays; readonly reading: BandReading; readonly bands: readonly Band[] }
  /** Shortfall ÷ step × rate (C4, C6, C22). */
  | {
      readonly kind: "per_point";
      readonly pays: Pays;
      readonly below: AimLevel;
      readonly step: string;
      readonly rate: string;
      readonly steps: StepCounting;
    }
  /** Knots of value and amount; between them a step or a straight line; beyond the worst knot a constant (C23). */
  | {
      readonly kind: "table";
      readonly pays: Pays;
      readonly between: "step" | "linear";
      readonly knots: readonly { readonly at: string; readonly pays: string }[];
      /** Worse than the worst knot; null: as the worst knot. */
      readonly beyond: string | null;
    }
  /** A malus per step worse than `malusBeyond`, a bonus per step better than `bonusBeyond`, nothing in between (C8). */
  | {
      readonly kind: "bonus_malus";
      readonly pays: Pays;
      readonly malusBeyond: string;
      readonly bonusBeyond: string;
      readonly step: string;
      readonly steps: StepCounting;
      readonly malusRate: string;
      readonly bonusRate: string;
    }
  /** Per event beyond a tolerance: a share of all events, or a number of them (C8). */
  | {
      readonly kind: "per_event";
      readonly pays: Pays;
      readonly amount: string;
      readonly toleratedShare: string | null;
      readonly toleratedCount: string | null;
    }
  /** amount × failures in a row, this one included (C32); `most`: no more than so many count. */
  | { readonly kind: "escalating"; readonly pays: Pays; readonly amount: string; readonly most: number | null }
  /** All points of the period (or of the last `overPeriods`) → an amount (C5). */
  | {
      readonly kind: "points_ladder";
      readonly pays: Exclude<Pays, "points">;
      readonly overPeriods: number;
      readonly rungs: readonly { readonly points: string; readonly pays: string }[];
      /** What each point beyond the highest rung adds; left out or null: nothing. */
      readonly perPoint?: string | null;
    }
  /** So many failures of the level within so many periods are a default, or a ground for termination (C11, C14). */
  | {
      readonly kind: "default_counter";
      readonly below: AimLevel;
      readonly failures: number;
      readonly within: number;
      readonly consequence: "default" | "termination";
      /** What a default costs besides, once when it arises; null: nothing. */
      readonly pays: { readonly pays: Pays; readonly amount: string } | null;
    }
  /** Each wrong report is a failure of its own, unless corrected within the grace days (C18, C19). */
  | { readonly kind: "erroneous_reporting"; readonly pays: Pays; readonly amount: string; readonly graceDays: number }
  /** After so many periods in a row above target the target rises: old + share × (mean − old), at most `most` × (whole − old) (C9, C10). */
  | { readonly kind: "ratchet"; readonly periods: number; readonly share: string; readonly most: string | null };

export type MechanismKind = Mechanism["kind"];

/** A condition without which nothing follows from a clause. */
export type Guard =
  /** Only if the deficit is significant: P(at most so many successes | target) ≤ alpha, exact (C31). */
  | { readonly kind: "binomial"; readonly alpha: string }
  /** Only if (target − value) ÷ √(target (1 − target) ÷ n) exceeds the critical value of its sample size (C32). */
  | {
      readonly kind: "critical_z";
      readonly table: readonly { readonly fromSample: number; readonly z: string }[];
    }
  /** For small samples only more misses than listed count; larger samples pass (C31). */
  | {
      readonly kind: "small_sample";
      readonly table: readonly { readonly upToSample: number; readonly missesAllowed: number }[];
    }
  /** Only with so many facts. */
  | { readonly kind: "minimum_sample"; readonly sample: number }
  /** Only if these objectives (none named: all) reach their level (C21). */
  | { readonly kind: "all_reach"; readonly level: AimLevel; readonly objectives: readonly string[] };

/** Failing again multiplies. */
export type Repeat =
  /** Once, however often it failed within so many periods before (C3). */
  | { readonly multiplier: string; readonly within: number }
  /** By how many failures in a row it is: of the first, the second, …; the last holds from then on (C32). */
  | { readonly inARow: readonly string[] };

export interface Cap {
  readonly pays: Exclude<Pays, "points">;
  readonly amount: string;
}

/** Money that is given back when performance recovers (C13, C14). */
export interface EarnBack {
  readonly level: AimLevel;
  /** How many of the following periods must reach it. */
  readonly periods: number;
  /** Each of them reaches it, or their mean does. */
  readonly mode: "each" | "average";
  /** The objective itself, or all of the contract. */
  readonly of: "objective" | "all";
  /** Periods after which what was not earned back is lost; at least `periods`. */
  readonly expiresAfter: number;
  /** withheld: not invoiced until it is clear; returned: credited at once and taken back later. */
  readonly settle: "withheld" | "returned";
}

export interface Clause {
  /** Unique within the contract. */
  readonly code: string;
  readonly name: string;
  /** Document and section of the contract. */
  readonly cites: string;
  /** A credit is in the client's favour, a bonus in ours; `bonus_malus` is both. */
  readonly side: "credit" | "bonus";
  /** Codes of the objectives it looks at, each by itself; none: it is about the contract. */
  readonly objectives: readonly string[];
  readonly when: Trigger;
  readonly mechanism: Mechanism;
  readonly guards: readonly Guard[];
  readonly repeat: Repeat | null;
  /** Amounts of money up to this are dropped, in minor units (A10). */
  readonly ignoredUpTo: string | null;
  /** What is due is at least this, in minor units; left out or null: whatever it comes to. */
  readonly atLeast?: string | null;
  readonly cap: Cap | null;
  readonly earnBack: EarnBack | null;
}

/** Steps of the evaluation, in the order of semantics §6. */
export const STAGES = [
  "exclusions",
  "value",
  "minimum_sample",
  "outcome",
  "guards",
  "single_incident",
  "amount",
  "repeat",
  "floor",
  "objective_cap",
  "pool_cap",
  "earn_back",
  "line",
] as const;
export type Stage = (typeof STAGES)[number];

export const MONEY_ROUNDINGS = ["half_up", "half_even", "down", "up"] as const;
export type MoneyRounding = (typeof MONEY_ROUNDINGS)[number];
