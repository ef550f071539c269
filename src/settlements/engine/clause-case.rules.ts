import type { Clause, Stage } from "../../objectives/clauses/clause";
import type { SettlementTerms } from "../../objectives/clauses/settlement-terms";
import type { DayRange } from "../../shared/date-range";
import type { Rational } from "../../shared/rational";
import type { ObjectiveInPeriod, PeriodInput } from "./period-input";
import type { SettledPeriod, Step } from "./settled-period";

/** All that a period is settled from. */
export interface Setting {
  readonly terms: SettlementTerms;
  readonly input: PeriodInput;
  /** Oldest first. */
  readonly past: readonly SettledPeriod[];
  /** The part of the period under these terms. */
  readonly stretch: Stretch | null;
  readonly detail: Detail;
}

/** `sums`: the same money without steps and reasons, several times as fast, for many trials. */
export type Detail = "steps" | "sums";

/** A part of a period under terms of its own. */
export interface Stretch {
  readonly days: DayRange;
  /** 0 to 1, a decimal or a fraction. */
  readonly share: string;
  /** Shares of the parts before it together. */
  readonly shareBefore: string;
  /** Credits of the parts before it, whole minor units: the yearly cap counts them. */
  readonly creditsBefore: string;
}

/** One clause that looks at one objective (or at the contract), on its way through the stages. */
export interface ClauseCase {
  readonly clause: Clause;
  readonly objective: ObjectiveInPeriod | null;
  /** False where there is too little data to judge. */
  readonly isJudged: boolean;
  /** Whether money may still follow. */
  readonly isOpen: boolean;
  readonly isTriggered: boolean;
  readonly isFailure: boolean;
  /** Points and minor units in the client's favour; below 0 in ours. */
  readonly points: Rational;
  readonly amount: Rational;
  /** Whether its steps are told. */
  readonly isTold: boolean;
  readonly steps: readonly Step[];
}

type Said = Omit<Step, "stage" | "cites" | "inputs"> & Partial<Pick<Step, "inputs">>;

/** The case with changes and the step that tells them. */
export const told = (
  one: ClauseCase,
  stage: Stage,
  tell: () => Said,
  changes: Partial<ClauseCase> = {},
): ClauseCase => ({
  ...one,
  ...changes,
  steps: one.isTold ? [...one.steps, { stage, inputs: [], ...tell(), cites: one.clause.cites }] : one.steps,
});
