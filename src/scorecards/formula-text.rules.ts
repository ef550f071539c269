import type { BoundExpression } from "../kpis/bound-expression";
import type { Closing } from "../kpis/expression";
import type { MeasureInUse } from "../kpis/measure-definition";

/** What stands for a measure: its name, or what it comes to. */
export type NameOfMeasure = (use: MeasureInUse, closing: Closing | null) => string;

/** `answered_within(thresholdSeconds=20)`, `at_end(cases_opened)` */
export const nameOf: NameOfMeasure = ({ measure, parameters }, closing) => {
  const given = measure.parameters.map((name) => `${name}=${parameters[name]}`);
  const name = given.length === 0 ? measure.code : `${measure.code}(${given.join(", ")})`;
  return closing === null ? name : `${closing}(${name})`;
};

const SIGNS = { "+": "+", "-": "−", "*": "×", "/": "÷" } as const;

/** A formula for people, with brackets only where they are needed; a closing of a sum is written at each measure. */
export function written(
  formula: BoundExpression,
  name: NameOfMeasure,
  days = "days",
  closing: Closing | null = null,
): string {
  const inner = (of: BoundExpression): string => written(of, name, days, closing);
  switch (formula.kind) {
    case "number":
      return formula.value;
    case "days":
      return days;
    case "measure":
      return name(formula, closing);
    case "closing":
      return written(formula.of, name, days, formula.closing);
    case "negation":
      return `− ${bracketed(formula.of, inner, isSum)}`;
    case "operation":
      return operation(formula, inner);
  }
}

type Operation = Extract<BoundExpression, { kind: "operation" }>;
type Write = (of: BoundExpression) => string;

function operation({ operator, left, right }: Operation, write: Write): string {
  const isProduct = operator === "*" || operator === "/";
  const before = bracketed(left, write, isProduct ? isSum : () => false);
  const after = bracketed(right, write, operator === "+" ? () => false : operator === "/" ? isOperation : isSum);
  return `${before} ${SIGNS[operator]} ${after}`;
}

const bracketed = (of: BoundExpression, write: Write, needsBrackets: (of: BoundExpression) => boolean): string =>
  needsBrackets(of) ? `(${write(of)})` : write(of);

const isOperation = (of: BoundExpression): of is Operation =>
  of.kind === "operation" || (of.kind === "closing" && isOperation(of.of));
const isSum = (of: BoundExpression): boolean =>
  (of.kind === "closing" && isSum(of.of)) || (of.kind === "operation" && (of.operator === "+" || of.operator === "-"));
