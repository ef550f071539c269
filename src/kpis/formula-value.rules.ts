import { Decimal } from "../shared/decimal";
import type { BoundExpression } from "./bound-expression";
import type { Closing } from "./expression";
import type { MeasureInUse } from "./measure-definition";

/** Sums and products of whole numbers stay exact; a quotient has as many digits. */
const Exact = Decimal.clone({ precision: 100 });

/** Whole numbers that binary floats hold exactly stay such: most sums are, and decimals take twenty times as long. */
export type Amount = Decimal | number;

/** What a measure adds up to: over the period, or as a closing of it; null: nothing is known. */
export type ReadMeasure = (use: MeasureInUse, closing: Closing | null) => Amount | null;

/**
 * The value of a formula, in exact decimals. What is not known makes the whole unknown, and so does a division by zero.
 * | formula           | a | b    | value |
 * | a + 2 * b         | 1 |    3 | 7     |
 * | a / b             | 1 |    0 | null  |
 * | a + b             | 1 | null | null  |
 */
export function valueOf(formula: BoundExpression, read: ReadMeasure, days: number): Decimal | null {
  const amount = amountOf(formula, read, days);
  return amount === null ? null : new Exact(amount);
}

/** The same, without making a decimal of what need not be one. */
export const amountOf = (formula: BoundExpression, read: ReadMeasure, days: number): Amount | null =>
  amountAt(formula, read, { days, closing: null });

interface Setting {
  readonly days: number;
  readonly closing: Closing | null;
}

function amountAt(formula: BoundExpression, read: ReadMeasure, setting: Setting): Amount | null {
  switch (formula.kind) {
    case "number":
      return new Exact(formula.value);
    case "days":
      return setting.days;
    case "measure":
      return read(formula, setting.closing);
    case "closing":
      // a closing of a sum is the sum of the closings
      return amountAt(formula.of, read, { ...setting, closing: formula.closing });
    case "negation": {
      const negated = amountAt(formula.of, read, setting);
      return negated === null ? null : worked("-", 0, negated);
    }
    case "operation": {
      const left = amountAt(formula.left, read, setting);
      const right = amountAt(formula.right, read, setting);
      return left === null || right === null ? null : worked(formula.operator, left, right);
    }
  }
}

type Operator = "+" | "-" | "*" | "/";

function worked(operator: Operator, left: Amount, right: Amount): Amount | null {
  const plain = typeof left === "number" && typeof right === "number" ? workedPlainly(operator, left, right) : null;
  return plain ?? workedExactly(operator, new Exact(left), right);
}

/** Null when the result is not a whole number below 2⁵³, or could come from one that was not. */
function workedPlainly(operator: Operator, left: number, right: number): number | null {
  if (operator === "/" || !Number.isSafeInteger(left) || !Number.isSafeInteger(right)) return null;
  const result = operator === "+" ? left + right : operator === "-" ? left - right : left * right;
  return Number.isSafeInteger(result) ? result : null;
}

function workedExactly(operator: Operator, left: Decimal, right: Amount): Decimal | null {
  switch (operator) {
    case "+":
      return left.plus(right);
    case "-":
      return left.minus(right);
    case "*":
      return left.times(right);
    case "/":
      return new Exact(right).isZero() ? null : left.div(right);
  }
}
