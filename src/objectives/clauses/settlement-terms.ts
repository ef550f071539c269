import type { PeriodKind } from "../../shared/period";
import type { Cap, Clause, MoneyRounding, Stage } from "./clause";

/** What a contract says about money for a range of days. Exact decimals in text, money in minor units. */
export interface SettlementTerms {
  /** The length of period that is settled. */
  readonly settledBy: PeriodKind;
  /** Fee of one such period, unless another was charged. */
  readonly fee: string;
  /** Share of the fee that credits may reach: the pool. */
  readonly atRisk: string;
  /** What all allocations together may come to: 2 is 200 % (semantics §6, C2). */
  readonly allocationLimit: string;
  /** Money per point; null: points count on ladders only. */
  readonly pointValue: string | null;
  /** What all credits of a period may reach; null: the pool. */
  readonly creditCap: Cap | null;
  /** What all credits of twelve months of the contract may reach; null: no such cap. Of the fees of those months. */
  readonly yearlyCreditCap: Cap | null;
  /** What all bonuses of a period may reach; null: no such cap. */
  readonly bonusCap: Cap | null;
  /** Objectives that one incident breaches together yield one credit, which the client chooses (C7). */
  readonly singleIncident: boolean;
  readonly order: readonly Stage[];
  /** Of each line, to the minor unit. */
  readonly rounding: MoneyRounding;
  readonly clauses: readonly Clause[];
}
