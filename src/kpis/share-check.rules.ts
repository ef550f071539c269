import { WITNESSES } from "./witnesses/witnesses";
import type { BoundExpression } from "./bound-expression";
import type { Parameters } from "./kpi-definition";
import { linearTerms, type KpiFormula } from "./kpi-formula.rules";
import { valueOf } from "./formula-value.rules";
import type { Trouble } from "./formula-units.rules";
import { addsOfFact } from "./measure-fact.rules";

/** What is wrong with a formula that claims to be a share; in the numerator's text unless it says otherwise. */
export interface ShareTrouble extends Trouble {
  readonly side: "numerator" | "denominator";
}

const USE_PERCENT = "Write it as unit percent, which may pass 100 %, if that is what it is.";

/**
 * What keeps a formula from being a share, or null. For every kind of fact, what it adds to the numerator must be between
 * nothing and what it adds to the denominator; then so are their sums. Facts of every kind are tried, at and around
 * each limit.
 */
export function shareTrouble(formula: KpiFormula, parameters: Parameters): ShareTrouble | null {
  const { numerator, denominator } = formula;
  if (!denominator) return trouble(numerator, "numerator", "a share needs a denominator.", "Divide by the whole.");
  const apart = differing(formula);
  if (apart) return trouble(numerator, "numerator", apart, USE_PERCENT);
  for (const [side, tree] of [["numerator", numerator] as const, ["denominator", denominator] as const])
    if (!isLinear(tree)) return trouble(tree, side, "a share adds up measures; this does more.", USE_PERCENT);
  const seen = counterExample(formula, parameters);
  return seen === null ? null : trouble(numerator, "numerator", seen, USE_PERCENT);
}

const trouble = (
  { position }: BoundExpression,
  side: ShareTrouble["side"],
  text: string,
  remedy: string,
): ShareTrouble => ({ position, side, trouble: text, remedy });

function differing({ measures, streams, attributions }: KpiFormula): string | null {
  const pair = (isApart: (at: number) => boolean): string => {
    const other = measures.findIndex((_, at) => isApart(at));
    return `"${measures[0]?.measure.code}" and "${measures[other]?.measure.code}"`;
  };
  if (streams.length > 1)
    return `${pair((at) => measures[at]?.measure.stream !== streams[0])} count different facts: no part of one whole.`;
  if (attributions.length > 1)
    return `${pair((at) => measures[at]?.measure.attribution !== attributions[0])} count on different days.`;
  if (measures.some(({ measure }) => measure.aggregate === "min" || measure.aggregate === "max"))
    return "a least or greatest value is no part of a whole.";
  return null;
}

/** Sums and differences of measures, perhaps times numbers. */
function isLinear(formula: BoundExpression): boolean {
  switch (formula.kind) {
    case "measure":
      return true;
    case "negation":
      return isLinear(formula.of);
    case "operation":
      if (formula.operator === "+" || formula.operator === "-")
        return isLinear(formula.left) && isLinear(formula.right);
      if (formula.right.kind === "number") return isLinear(formula.left);
      return formula.operator === "*" && formula.left.kind === "number" && isLinear(formula.right);
    default:
      return false;
  }
}

function counterExample(formula: KpiFormula, parameters: Parameters): string | null {
  const stream = formula.streams[0];
  const witnesses = stream && WITNESSES[stream];
  if (!witnesses) return `nothing is known of ${stream} facts that would prove it part of its whole.`;
  const limits = Object.values(parameters).flatMap((limit) => [limit - 1, limit, limit + 1]);
  const { numerator, denominator } = formula;
  for (const fact of witnesses([...new Set(limits)])) {
    const [part, whole] = [amountOf(numerator, fact), amountOf(denominator as BoundExpression, fact)];
    if (part < 0 || part > whole)
      return `it counts ${part} of ${whole} for ${JSON.stringify(fact)}: a share is part of its whole.`;
  }
  return null;
}

/** What one fact adds to a side of a formula. */
export function amountOf(formula: BoundExpression, fact: object): number {
  const terms = linearTerms(formula);
  if (terms) return terms.reduce((sum, term) => sum + term.sign * addsOfFact(term, fact), 0);
  return valueOf(formula, (use) => addsOfFact(use, fact), 1)?.toNumber() ?? 0;
}
