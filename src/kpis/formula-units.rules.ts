import type { BoundExpression } from "./bound-expression";
import type { KpiUnit } from "./kpi-definition";
import type { MeasureUnit } from "./measure-definition";
import { Decimal } from "../shared/decimal";

/** Powers of units: seconds per contact are `{ seconds: 1, count: -1 }`. No units at all: a plain ratio. */
export type Dimension = Readonly<Partial<Record<MeasureUnit, number>>>;

/** Something wrong at a place of a formula. */
export interface Trouble {
  readonly position: number;
  readonly trouble: string;
  readonly remedy?: string;
}

/** The unit of a formula, with everything in it that does not go together. */
export function dimensionOf(formula: BoundExpression): { readonly dimension: Dimension; readonly troubles: Trouble[] } {
  const troubles: Trouble[] = [];
  return { dimension: dimensionAt(formula, troubles), troubles };
}

function dimensionAt(formula: BoundExpression, troubles: Trouble[]): Dimension {
  switch (formula.kind) {
    case "number":
    case "days":
      return {};
    case "measure":
      return { [formula.measure.unit]: 1 };
    case "closing":
    case "negation":
      return dimensionAt(formula.of, troubles);
    case "operation": {
      const left = dimensionAt(formula.left, troubles);
      const right = dimensionAt(formula.right, troubles);
      if (formula.operator === "*") return times(left, right, 1);
      if (formula.operator === "/") {
        if (isZero(formula.right)) troubles.push({ position: formula.right.position, trouble: "it divides by zero." });
        return times(left, right, -1);
      }
      if (!isSame(left, right)) troubles.push(doNotGoTogether(formula, left, right));
      return left;
    }
  }
}

function doNotGoTogether(
  { operator, right }: Extract<BoundExpression, { kind: "operation" }>,
  first: Dimension,
  second: Dimension,
): Trouble {
  const trouble =
    operator === "+"
      ? `${nameOf(second)} cannot be added to ${nameOf(first)}.`
      : `${nameOf(second)} cannot be taken away from ${nameOf(first)}.`;
  return { position: right.position, trouble, remedy: "Add up and take away what has the same unit." };
}

/** What a formula of numbers alone comes to; null: it depends on measures or days. Division by zero is told elsewhere. */
export function constantOf(formula: BoundExpression): Decimal | null {
  switch (formula.kind) {
    case "number":
      return new Decimal(formula.value);
    case "measure":
    case "days":
      return null;
    case "closing":
      return constantOf(formula.of);
    case "negation":
      return constantOf(formula.of)?.negated() ?? null;
    case "operation":
      return constantOperation(formula);
  }
}

function constantOperation({ operator, left, right }: Extract<BoundExpression, { kind: "operation" }>): Decimal | null {
  const [a, b] = [constantOf(left), constantOf(right)];
  if (operator === "*" && (a?.isZero() || b?.isZero())) return new Decimal(0);
  if (operator === "-" && a === null && b === null && isSameFormula(left, right)) return new Decimal(0);
  if (a === null || b === null) return null;
  if (operator === "+") return a.plus(b);
  if (operator === "-") return a.minus(b);
  if (operator === "*") return a.times(b);
  return b.isZero() ? null : a.div(b);
}

export const isZero = (formula: BoundExpression): boolean => constantOf(formula)?.isZero() ?? false;

function isSameFormula(one: BoundExpression, other: BoundExpression): boolean {
  if (one.kind === "measure" && other.kind === "measure") return one.measure.code === other.measure.code;
  if (one.kind === "days" && other.kind === "days") return true;
  if (one.kind === "negation" && other.kind === "negation") return isSameFormula(one.of, other.of);
  if (one.kind === "closing" && other.kind === "closing")
    return one.closing === other.closing && isSameFormula(one.of, other.of);
  if (one.kind === "number" && other.kind === "number") return new Decimal(one.value).eq(other.value);
  if (one.kind !== "operation" || other.kind !== "operation" || one.operator !== other.operator) return false;
  return isSameFormula(one.left, other.left) && isSameFormula(one.right, other.right);
}

/**
 * Whether a formula's unit is one in which the KPI can be told. A number of facts or people may stand below the line
 * of any of them: seconds per contact, money per case.
 * | KPI's unit     | formula                                       |
 * | share, percent | a plain ratio                                 |
 * | rate           | facts or people ÷ seconds, times 3600         |
 * | seconds        | seconds, seconds ÷ facts                      |
 * | points         | points, points ÷ facts                        |
 * | money          | money, money ÷ facts, money ÷ seconds, times 3600 |
 * | count          | facts or people, facts ÷ people, facts ÷ facts |
 */
export function fitsUnit(unit: KpiUnit, dimension: Dimension): boolean {
  const { count = 0, people = 0, seconds = 0, money = 0, points = 0 } = dimension;
  const heads = count + people;
  const others = Math.abs(seconds) + Math.abs(money) + Math.abs(points);
  switch (unit) {
    case "share":
    case "percent":
      return heads === 0 && others === 0;
    case "rate":
      return seconds === -1 && money === 0 && points === 0 && heads === 1;
    case "count":
      return others === 0 && (heads === 0 || heads === 1);
    case "money":
      return money === 1 && points === 0 && isOneOf(heads, [0, -1]) && isOneOf(seconds, heads === 0 ? [0, -1] : [0]);
    case "seconds":
    case "points":
      return dimension[unit] === 1 && others === 1 && (heads === 0 || heads === -1);
  }
}

const isOneOf = (power: number, powers: readonly number[]): boolean => powers.includes(power);

/** `seconds ÷ count`, `a plain number` */
export function nameOf(dimension: Dimension): string {
  const part = (sign: 1 | -1): string =>
    Object.entries(dimension)
      .filter(([, power]) => Math.sign(power) === sign)
      .map(([unit, power]) => (Math.abs(power) === 1 ? unit : `${unit}^${Math.abs(power)}`))
      .join(" × ");
  const [above, below] = [part(1), part(-1)];
  if (!above && !below) return "a plain number";
  return below ? `${above || "1"} ÷ ${below}` : above;
}

function times(left: Dimension, right: Dimension, sign: 1 | -1): Dimension {
  const units = [...new Set([...Object.keys(left), ...Object.keys(right)])] as MeasureUnit[];
  const powers = units.map((unit) => [unit, (left[unit] ?? 0) + sign * (right[unit] ?? 0)] as const);
  return Object.fromEntries(powers.filter(([, power]) => power !== 0));
}

const isSame = (left: Dimension, right: Dimension): boolean => Object.keys(times(left, right, -1)).length === 0;
