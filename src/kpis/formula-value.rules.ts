import { Decimal } from "../shared/decimal";
import type { BoundExpression } from "./bound-expression";
import type { Closing } from "./expression";
import type { MeasureInUse } from "./measure-definition";

/** Sums and products of whole numbers stay exact; a quotient has as many digits. */
const Exact = Decimal.clone({ precision: 100 });

/** What a measure adds up to: over the period, or as a closing of it; null: nothing is known. */
export type ReadMeasure = (use: MeasureInUse, closing: Closing | null) => Decimal | number | null;

/**
 * The value of a formula, in exact decimals. What is not known makes the whole unknown, and so does a division by zero.
 * | formula           | a | b    | value |
 * | a + 2 * b         | 1 |    3 | 7     |
 * | a / b             | 1 |    0 | null  |
 * | a + b             | 1 | null | null  |
 */
export function valueOf(formula: BoundExpression, read: ReadMeasure, days: number): Decimal | null {
  return valueAt(formula, read, { days, closing: null });
}

interface Setting {
  readonly days: number;
  readonly closing: Closing | null;
}

function valueAt(formula: BoundExpression, read: ReadMeasure, setting: Setting): Decimal | null {
  switch (formula.kind) {
    case "number":
      return new Exact(formula.value);
    case "days":
      return new Exact(setting.days);
    case "measure": {
      const found = read(formula, setting.closing);
      return found === null ? null : new Exact(found);
    }
    case "closing":
      // a closing of a sum is the sum of the closings
      return valueAt(formula.of, read, { ...setting, closing: formula.closing });
    case "negation":
      return valueAt(formula.of, read, setting)?.negated() ?? null;
    case "operation": {
      const left = valueAt(formula.left, read, setting);
      const right = valueAt(formula.right, read, setting);
      return left === null || right === null ? null : worked(formula.operator, left, right);
    }
  }
}

function worked(operator: "+" | "-" | "*" | "/", left: Decimal, right: Decimal): Decimal | null {
  switch (operator) {
    case "+":
      return left.plus(right);
    case "-":
      return left.minus(right);
    case "*":
      return left.times(right);
    case "/":
      return right.isZero() ? null : left.div(right);
  }
}
