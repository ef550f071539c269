import { compare, floorOf, least, most, negated, rational, ZERO, type Rational } from "../../shared/rational";
import { told, type ClauseCase, type Setting } from "./clause-case.rules";
import { favourText, moneyText } from "./money-text.rules";
import { capMoney, poolOf } from "./pool.rules";

/** Amounts up to so much are dropped (A10), and what is left is at least as much as the clause says. Points stay. */
export const withFloor = (one: ClauseCase, setting: Setting): ClauseCase => raised(dropped(one, setting), setting);

function dropped(one: ClauseCase, { input }: Setting): ClauseCase {
  const { ignoredUpTo } = one.clause;
  if (!ignoredUpTo || !one.isOpen || one.amount.top === 0n) return one;
  const bound = rational(ignoredUpTo);
  const isDropped = compare(sizeOf(one.amount), bound) <= 0;
  return told(
    one,
    "floor",
    () => ({
      rule: `Amounts up to ${moneyText(bound, input.currency)} are left out.`,
      inputs: [{ name: "amount", value: favourText(one.amount, input.currency) }],
      output: isDropped ? "left out" : "the amount is larger and stays",
    }),
    { amount: isDropped ? ZERO : one.amount },
  );
}

function raised(one: ClauseCase, { input }: Setting): ClauseCase {
  const { atLeast } = one.clause;
  if (!atLeast || !one.isOpen || one.amount.top === 0n) return one;
  const bound = rational(atLeast);
  const size = most(sizeOf(one.amount), bound);
  const amount = one.amount.top < 0n ? negated(size) : size;
  return told(
    one,
    "floor",
    () => ({
      rule: `What is due is at least ${moneyText(bound, input.currency)}.`,
      inputs: [{ name: "amount", value: favourText(one.amount, input.currency) }],
      output: favourText(amount, input.currency),
    }),
    { amount },
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
      rule: `The clause brings at most ${moneyText(bound, currency)} for ${one.objective?.name ?? "the contract as a whole"}.`,
      inputs: [{ name: "amount", value: favourText(one.amount, currency) }],
      output: favourText(amount, currency),
    }),
    { amount },
  );
}

const sizeOf = (amount: Rational): Rational => (amount.top < 0n ? negated(amount) : amount);
