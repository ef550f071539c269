import type { Expression } from "./expression";

/** A formula as what is divided and what it is divided by; null: it is not divided. */
export interface Quotient {
  readonly numerator: Expression;
  readonly denominator: Expression | null;
}

/**
 * Draws divisions to the outside, so that sums are divided once.
 * | formula       | numerator | denominator |
 * | a / (b + c)   | a         | b + c       |
 * | 3600 * a / b  | 3600 * a  | b           |
 * | a / b / c     | a         | b * c       |
 * | a / (b / c)   | a * c     | b           |
 * | 1 - a / b     | 1 * b - a | b           |
 * | a / b + c / d | as it is  |             |
 */
export function quotientOf(formula: Expression): Quotient {
  switch (formula.kind) {
    case "negation": {
      const inner = quotientOf(formula.of);
      return { ...inner, numerator: { ...formula, of: inner.numerator } };
    }
    case "operation":
      if (formula.operator === "*" || formula.operator === "/") return ofProduct(formula);
      return ofSum(formula) ?? { numerator: formula, denominator: null };
    default:
      return { numerator: formula, denominator: null };
  }
}

type Operation = Extract<Expression, { kind: "operation" }>;

function ofProduct(formula: Operation): Quotient {
  const [left, right] = [quotientOf(formula.left), quotientOf(formula.right)];
  const turned =
    formula.operator === "*" ? right : { numerator: right.denominator, denominator: right.numerator as Expression };
  return {
    numerator: product(left.numerator, turned.numerator) as Expression,
    denominator: product(left.denominator, turned.denominator),
  };
}

/** Only where one side alone is divided, or both by the same. */
function ofSum(formula: Operation): Quotient | null {
  const [left, right] = [quotientOf(formula.left), quotientOf(formula.right)];
  const sum = (a: Expression, b: Expression): Expression => ({ ...formula, left: a, right: b });
  if (!left.denominator && !right.denominator) return { numerator: formula, denominator: null };
  if (left.denominator && right.denominator)
    return isSame(left.denominator, right.denominator)
      ? { numerator: sum(left.numerator, right.numerator), denominator: left.denominator }
      : null;
  const denominator = (left.denominator ?? right.denominator) as Expression;
  const whole = (side: Quotient): Expression =>
    side.denominator ? side.numerator : (product(side.numerator, denominator) as Expression);
  return { numerator: sum(whole(left), whole(right)), denominator };
}

function product(left: Expression | null, right: Expression | null): Expression | null {
  if (!left || !right) return left ?? right;
  return { kind: "operation", operator: "*", left, right, position: left.position };
}

function isSame(one: Expression, other: Expression): boolean {
  const { position: _a, ...a } = one as Record<string, unknown> & Expression;
  const { position: _b, ...b } = other as Record<string, unknown> & Expression;
  const names = Object.keys(a) as (keyof typeof a)[];
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => {
    const [mine, theirs] = [a[name], (b as typeof a)[name]] as unknown[];
    return typeof mine === "object" ? isSame(mine as Expression, theirs as Expression) : mine === theirs;
  });
}
