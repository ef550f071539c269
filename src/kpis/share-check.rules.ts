import { WITNESSES } from "./witnesses/witnesses";
import type { BoundExpression } from "./bound-expression";
import { linearTerms, type KpiFormula } from "./kpi-formula.rules";
import { valueOf } from "./formula-value.rules";
import type { Trouble } from "./formula-units.rules";
import type { MeasureInUse } from "./measure-definition";
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
export function shareTrouble(formula: KpiFormula): ShareTrouble | null {
  const { numerator, denominator } = formula;
  if (!denominator) return trouble(numerator, "numerator", "a share needs a denominator.", "Divide by the whole.");
  const apart = differing(formula);
  if (apart) return trouble(numerator, "numerator", apart, USE_PERCENT);
  for (const [side, tree] of [["numerator", numerator] as const, ["denominator", denominator] as const])
    if (!isLinear(tree)) return trouble(tree, side, "a share adds up measures; this does more.", USE_PERCENT);
  const seen = counterExample(formula);
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

function counterExample(formula: KpiFormula): string | null {
  const stream = formula.streams[0];
  const witnesses = stream && WITNESSES[stream];
  if (!witnesses) return `nothing is known of ${stream} facts that would prove it part of its whole.`;
  const { numerator, denominator, measures } = formula;
  const values = measures.flatMap(({ parameters }) => Object.values(parameters));
  const limits = [...new Set(values.flatMap((limit) => [limit - 1, limit, limit + 1]))];
  const [partOf, wholeOf] = [adderOf(numerator), adderOf(denominator as BoundExpression)];
  for (const fact of varied(witnesses(limits), measures)) {
    const [part, whole] = [partOf(fact), wholeOf(fact)];
    if (part < 0 || part > whole)
      return `it counts ${part} of ${whole} for ${JSON.stringify(fact)}: a share is part of its whole.`;
  }
  return null;
}

const MOST_FACTS = 100_000;

/**
 * The same facts with every combination of the values by which measures of one's own decide. Where these are too many,
 * a sample spread evenly over them.
 */
function varied(facts: readonly object[], measures: readonly MeasureInUse[]): readonly object[] {
  const ranges = rangesOf(measures);
  if (ranges.length === 0) return facts;
  const combinations = ranges.reduce((product, [, range]) => product * range.length, facts.length);
  // not a divisor of any range, so that every value comes up
  const step = combinations <= MOST_FACTS ? 1 : nextPrime(Math.ceil(combinations / MOST_FACTS));
  const count = Math.ceil(combinations / step);
  return Array.from({ length: count }, (_, index) => variant(facts, ranges, index * step));
}

type Ranges = readonly (readonly [property: string, range: readonly unknown[]])[];

function variant(facts: readonly object[], ranges: Ranges, at: number): object {
  const fact: Record<string, unknown> = { ...facts[at % facts.length] };
  let rest = Math.floor(at / facts.length);
  for (const [property, range] of ranges) {
    fact[property] = range[rest % range.length];
    rest = Math.floor(rest / range.length);
  }
  return fact;
}

function rangesOf(measures: readonly MeasureInUse[]): Ranges {
  const ranges = new Map<string, unknown[]>();
  for (const { measure, parameters } of measures)
    for (const [property, range] of Object.entries(measure.decidedBy?.(parameters) ?? {}))
      ranges.set(property, [...new Set([...(ranges.get(property) ?? []), ...range])]);
  return [...ranges];
}

function nextPrime(from: number): number {
  const isPrime = (one: number): boolean => {
    for (let divisor = 2; divisor * divisor <= one; divisor += 1) if (one % divisor === 0) return false;
    return one > 1;
  };
  return isPrime(from) ? from : nextPrime(from + 1);
}

/** What a fact adds to a side of a formula, worked out for many facts. */
function adderOf(formula: BoundExpression): (fact: object) => number {
  const terms = linearTerms(formula);
  if (terms) return (fact) => terms.reduce((sum, term) => sum + term.sign * addsOfFact(term, fact), 0);
  return (fact) => valueOf(formula, (use) => addsOfFact(use, fact), 1)?.toNumber() ?? 0;
}
