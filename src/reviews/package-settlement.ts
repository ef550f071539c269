import type { Day } from "../shared/day";
import type { LineKind } from "../settlements/engine/settled-period";
import type { LineState } from "../settlements/settlement-line.entity";
import type { SettlementState } from "../settlements/settlement.entity";
import type { Period } from "../shared/period";

/** An amount in minor units with how people write it: `€ 2,000.00`. */
export interface PackageMoney {
  readonly minor: string;
  readonly display: string;
}

/** What the reviewed period came to in money, as it was issued to the client. */
export interface PackageSettlement {
  readonly state: Exclude<SettlementState, "proposed">;
  /** In UTC. */
  readonly issuedAt: string;
  readonly fee: PackageMoney;
  /** The part of the fee that credits may reach. */
  readonly pool: PackageMoney;
  readonly credits: PackageMoney;
  readonly bonuses: PackageMoney;
  /** Credits withheld until it is clear whether they are earned back. */
  readonly held: PackageMoney;
  /** Sum of the lines, in the client's favour. */
  readonly net: PackageMoney;
  readonly lines: readonly PackageSettlementLine[];
  readonly traces: readonly PackageTrace[];
  /** Steps about the whole period: caps, incidents. */
  readonly steps: readonly PackageStep[];
  readonly counters: readonly PackageCounter[];
}

export interface PackageSettlementLine {
  readonly no: number;
  readonly kind: LineKind;
  readonly clause: string;
  /** Document and section of the contract. */
  readonly cites: string;
  /** Name of the objective; null: the contract as a whole. */
  readonly objective: string | null;
  /** In the client's favour; below 0 in ours. */
  readonly amount: PackageMoney;
  readonly reason: string;
  readonly state: LineState;
}

/** How lines came about: those of one clause for one objective share their steps. Money from an earlier period has none. */
export interface PackageTrace {
  /** Numbers of the lines. */
  readonly lines: readonly number[];
  readonly steps: readonly PackageStep[];
}

/** One step of how an amount came about. */
export interface PackageStep {
  readonly rule: string;
  /** `value: 78.4 % (392 of 500); target: 80.0 %`; may be empty. */
  readonly inputs: string;
  readonly output: string;
  /** Document and section; null: a general rule. */
  readonly cites: string | null;
}

/** Failures counted towards a default or a ground for termination. */
export interface PackageCounter {
  readonly clause: string;
  readonly objective: string;
  readonly failures: number;
  readonly within: number;
  readonly limit: number;
  readonly consequence: "default" | "termination";
  readonly isReached: boolean;
}

/** What an earlier period's money was corrected by since the package before. */
export interface PackageMoneyCorrection {
  readonly period: Period & { readonly label: string };
  readonly issuedAt: string;
  readonly reason: string;
  /** In the client's favour; below 0 in ours. */
  readonly difference: PackageMoney;
  readonly lines: readonly { readonly from: Day | null; readonly reason: string; readonly amount: PackageMoney }[];
}
