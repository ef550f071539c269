import { moneyOf } from "../kpis/money.rules";
import { decimalText, rational, roundedTo } from "../shared/rational";
import type { CounterState, Hold, SettledPeriod } from "./engine/settled-period";
import type { EarnBackHoldType, FailureCounterType, SettledClauseType } from "./settled-clause.type";
import type { ResultBehind, Settlement } from "./settlement.entity";

/** An objective of a settlement with what its clauses came to. */
export type SettledObjectiveView = ResultBehind & { readonly clauses: readonly SettledClauseType[] };

export const objectivesOf = (
  { settled, basis }: Pick<Settlement, "settled" | "basis">,
  currency: string,
): SettledObjectiveView[] =>
  basis.results.map((result) => ({ ...result, clauses: clausesOf(settled, result.code, currency) }));

/** What the clauses about an objective came to; null: those about the contract. */
export const clausesOf = (settled: SettledPeriod, objective: string | null, currency: string): SettledClauseType[] =>
  settled.outcomes
    .filter((one) => one.objective === objective)
    .map((one) => ({
      ...{ clause: one.clause, from: one.stretch?.from ?? null, isJudged: one.isJudged, isTriggered: one.isTriggered },
      ...{ isFailure: one.isFailure, failuresInRow: one.failuresInRow, steps: one.steps },
      points: decimalText(rational(one.points)),
      amount: moneyOf(String(roundedTo(rational(one.amount), "half_up")), currency),
    }));

/** How many more may fail before the limit: 2 of 4 → 1 more; the one after reaches it. */
export const counterView = ({ isDefault, ...counter }: CounterState): FailureCounterType => ({
  ...counter,
  mayStillFail: Math.max(0, counter.limit - counter.failures - 1),
  isReached: isDefault,
});

export const holdView = ({ earnBack, amount, ...hold }: Hold, currency: string): EarnBackHoldType => ({
  ...{ clause: hold.clause, objective: hold.objective, cites: hold.cites, origin: hold.origin },
  ...{ periodsPassed: hold.periodsPassed, periodsReached: hold.periodsReached },
  ...{ amount: moneyOf(amount, currency), isWithheld: earnBack.settle === "withheld" },
  ...{ periodsNeeded: earnBack.periods, expiresAfter: earnBack.expiresAfter },
});
