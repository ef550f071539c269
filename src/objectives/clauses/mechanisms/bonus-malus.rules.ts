import { compare, negated, rational, times, ZERO, type Rational } from "../../../shared/rational";
import type { Mechanism } from "../clause";
import type { ClausePay, ClauseReading } from "./clause-reading";
import { comparedValue, worseBy } from "./compared-value.rules";
import { betterWord, shownLevel, shownPay, shownValue, worseWord } from "./readable.rules";
import { everyStep, PART_WORDS, stepsIn } from "./steps.rules";
import { unmeasuredPay } from "./unmeasured.rules";

type BonusMalus = Extract<Mechanism, { kind: "bonus_malus" }>;

/**
 * A malus per step worse than one bound, a bonus per step better than the other, nothing in between (C8, X59): 500 per
 * second, 15 to 30 s. Bonuses are below 0.
 * | value  |  amount |
 * | 47 s   |   8,500 |
 * | 30 s   |       0 |
 * | 29.9 s |       0 |
 * | 15 s   |       0 |
 * | 14 s   |    -500 |
 * Without a value: nothing.
 */
export function bonusMalusPay(mechanism: BonusMalus, reading: ClauseReading): ClausePay {
  const { pays, malusBeyond, bonusBeyond } = mechanism;
  const value = comparedValue(reading);
  if (value === null) return unmeasuredPay(pays);
  const { amount, rule } = amountAt(mechanism, value, reading.kpi);
  return {
    pays,
    amount,
    inputs: [
      { name: "value", value: shownValue(value, reading.kpi, [rational(malusBeyond), rational(bonusBeyond)]) },
      { name: "malus beyond", value: shownLevel(rational(malusBeyond), reading.kpi) },
      { name: "bonus beyond", value: shownLevel(rational(bonusBeyond), reading.kpi) },
    ],
    rule,
  };
}

function amountAt(
  { pays, malusBeyond, bonusBeyond, step, steps, malusRate, bonusRate }: BonusMalus,
  value: Rational,
  kpi: ClauseReading["kpi"],
): { amount: Rational; rule: string } {
  const isRange = kpi.direction === "range";
  const paid = (distance: Rational, rate: string): Rational => times(stepsIn(distance, step, steps), rational(rate));
  const rule = (where: string, rate: string, kind: string): string =>
    `${everyStep(step, kpi)} ${where} brings ${shownPay(pays, rational(rate))} of ${kind}; ${PART_WORDS[steps]}.`;
  const worse = worseBy(value, rational(malusBeyond), kpi);
  if (!isRange && compare(worse, ZERO) > 0) {
    const where = `${worseWord(kpi)} ${shownLevel(rational(malusBeyond), kpi)}`;
    return { amount: paid(worse, malusRate), rule: rule(where, malusRate, "malus") };
  }
  const better = negated(worseBy(value, rational(bonusBeyond), kpi));
  if (!isRange && compare(better, ZERO) > 0) {
    const where = `${betterWord(kpi)} ${shownLevel(rational(bonusBeyond), kpi)}`;
    return { amount: negated(paid(better, bonusRate)), rule: rule(where, bonusRate, "bonus") };
  }
  return { amount: ZERO, rule: "Between the two bounds nothing is due." };
}
