import { compare, floorOf, least, negated, rational, times, ZERO, type Rational } from "../../shared/rational";
import { keyOf } from "./amount.rules";
import { told, type ClauseCase, type Setting } from "./clause-case.rules";
import { dueText, moneyText, periodsText, plainNumber } from "./money-text.rules";
import { failuresWithin } from "./past.rules";
import { capMoney, poolOf } from "./pool.rules";

/**
 * Failing again within so many periods multiplies, once however often it failed before (C3, X57).
 * | values             | points of the bands | with × 2 |
 * | 96.5 %, 98.5 %, 96.5 % | 3, 1, 3         | 3, 2, 6  |
 */
export function withRepeat(one: ClauseCase, { past, input }: Setting): ClauseCase {
  const { repeat } = one.clause;
  if (!repeat || !one.isOpen || !one.isFailure) return one;
  const before = failuresWithin(past, input.period, { count: repeat.within, of: keyOf(one) });
  const factor = before > 0 ? rational(repeat.multiplier) : rational(1);
  const [points, amount] = [times(one.points, factor), times(one.amount, factor)];
  const { kind } = input.period;
  const window = repeat.within === 1 ? `${kind} before` : `${periodsText(repeat.within, kind)} before`;
  return told(
    one,
    "repeat",
    () => ({
      rule: `Failing again within ${periodsText(repeat.within, kind)} multiplies by ${plainNumber(repeat.multiplier, 4)}.`,
      inputs: [{ name: `failures in the ${window}`, value: String(before) }],
      output: before > 0 ? dueText(points, amount, input.currency) : "the first failure: nothing is multiplied",
    }),
    { points, amount },
  );
}

/** Amounts up to so much are dropped (A10). Points stay. */
export function withFloor(one: ClauseCase, { input }: Setting): ClauseCase {
  const { ignoredUpTo } = one.clause;
  if (!ignoredUpTo || !one.isOpen || one.amount.top === 0n) return one;
  const bound = rational(ignoredUpTo);
  const isDropped = compare(sizeOf(one.amount), bound) <= 0;
  return told(
    one,
    "floor",
    () => ({
      rule: `Amounts up to ${moneyText(bound, input.currency)} are dropped.`,
      inputs: [{ name: "amount", value: moneyText(one.amount, input.currency) }],
      output: isDropped ? "dropped" : "above it: stays",
    }),
    { amount: isDropped ? ZERO : one.amount },
  );
}

/** The most one clause may bring for one objective, in either direction: the whole minor units of its cap. */
export function withObjectiveCap(one: ClauseCase, setting: Setting): ClauseCase {
  const { cap } = one.clause;
  if (!cap || !one.isOpen || one.amount.top === 0n) return one;
  const { currency, fee } = setting.input;
  const bound = rational(floorOf(capMoney(cap, { fee: rational(fee), pool: poolOf(setting) })));
  const size = least(sizeOf(one.amount), bound);
  const amount = one.amount.top < 0n ? negated(size) : size;
  return told(
    one,
    "objective_cap",
    () => ({
      rule: `The clause brings ${moneyText(bound, currency)} at most for ${one.objective?.code ?? "the contract"}.`,
      inputs: [{ name: "amount", value: moneyText(one.amount, currency) }],
      output: moneyText(amount, currency),
    }),
    { amount },
  );
}

const sizeOf = (amount: Rational): Rational => (amount.top < 0n ? negated(amount) : amount);
