import { moneyOf, clausePay } from "../../objectives/clauses/mechanisms/clause-pay.rules";
import type { ClausePay, ClauseReading } from "../../objectives/clauses/mechanisms/clause-reading";
import { compare, exactText, negated, ZERO, type Rational } from "../../shared/rational";
import { told, type ClauseCase, type Setting } from "./clause-case.rules";
import { failsByItself } from "./failure.rules";
import { favourText, inCurrency, pointsText } from "./money-text.rules";
import { plainReading } from "./guards.rules";
import { failuresInRowBefore, failuresWithin, type CaseKey } from "./past.rules";
import { pointsOf } from "./points.rules";
import { poolOf } from "./pool.rules";

/** What the clause pays before repeats, floors and caps; and whether it counts as a failure. */
export function withAmount(one: ClauseCase, setting: Setting, points: Rational = ZERO): ClauseCase {
  if (!one.isOpen) return one;
  const pay = clausePay(one.clause.mechanism, readingOf(one, setting, points));
  const isFailure = failsByItself(one) ?? (one.clause.side === "credit" && compare(pay.amount, ZERO) > 0);
  const inFavour = one.clause.side === "credit" ? pay.amount : negated(pay.amount);
  const { terms, input } = setting;
  const worth = { fee: input.fee, pool: exactText(poolOf(setting)), pointValue: terms.pointValue };
  const amount = moneyOf({ pays: pay.pays, amount: inFavour }, worth);
  return told(one, "amount", () => said(pay, amount, setting), {
    isFailure,
    amount,
    points: pay.pays === "points" ? inFavour : ZERO,
  });
}

function said({ pays, amount: paid, inputs, rule }: ClausePay, amount: Rational, { input, terms }: Setting) {
  const { currency } = input;
  const money = favourText(amount, currency);
  const isOnlyCounted = pays === "points" && terms.pointValue === null;
  return {
    rule: inCurrency(rule, currency),
    inputs: inputs.map(({ name, value }) => ({ name, value: inCurrency(value, currency) })),
    output: pays === "points" ? `${pointsText(paid)}${isOnlyCounted ? "" : `, ${money}`}` : money,
  };
}

function readingOf(one: ClauseCase, setting: Setting, points: Rational): ClauseReading {
  const { terms, input, past } = setting;
  const { mechanism } = one.clause;
  const key = keyOf(one);
  const fails = failsByItself(one) ?? true;
  const inWindow =
    mechanism.kind === "default_counter"
      ? failuresWithin(past, input.period, { count: mechanism.within - 1, of: key }) + (fails ? 1 : 0)
      : 0;
  return {
    ...plainReading(one.objective),
    ...{ fee: input.fee, pool: exactText(poolOf(setting)), atRisk: terms.atRisk },
    failuresInRow: fails ? failuresInRowBefore(past, key) + 1 : 0,
    failuresInWindow: inWindow,
    wasDefault: wasDefault(one, setting, key),
    pointsInWindow: mechanism.kind === "points_ladder" ? exactText(pointsOf(one, setting, points)) : "0",
    errors: lateErrors(one, setting),
  };
}

const lateErrors = ({ clause: { mechanism } }: ClauseCase, { input }: Setting): number =>
  mechanism.kind === "erroneous_reporting"
    ? input.reportErrors.filter(({ daysToCorrection }) => daysToCorrection > mechanism.graceDays).length
    : 0;

/** Told from the failures, so that neither a period without a result nor a changed limit makes an old default a new one. */
function wasDefault({ clause: { mechanism } }: ClauseCase, { past, input }: Setting, key: CaseKey): boolean {
  if (mechanism.kind !== "default_counter") return false;
  return failuresWithin(past, input.period, { count: mechanism.within, of: key }) >= mechanism.failures;
}

export const keyOf = ({ clause, objective }: ClauseCase): CaseKey => ({
  clause: clause.code,
  objective: objective?.code ?? null,
});
