import type { BoundExpression } from "../kpis/bound-expression";
import type { ExplanationStep } from "./explanation-step";
import { nameOf, written, type NameOfMeasure } from "./formula-text.rules";
import type { FigureView } from "./scorecard-view";
import { amountIn, type BoundFormula, type PlacedMeasure, type SubjectSums } from "./sums-book.rules";

export const catalogue = ({ result }: FigureView): string =>
  `KPI catalogue: ${result.kpiCode}, version ${result.kpiVersion}`;

/** What was counted, measure by measure. */
export const countedSteps = (figure: FigureView, bound: BoundFormula, sums: SubjectSums): ExplanationStep[] =>
  distinctMeasures(bound).map((one) => ({
    rule: `${CLOSING_RULES[one.closing ?? "none"]}${one.use.measure.description}`,
    input: nameOf(one.use, one.closing),
    output: amountIn(bound, sums, one) ?? "nothing known",
    source: catalogue(figure),
  }));

/** The measures of a formula, each once. */
export const distinctMeasures = ({ measures }: BoundFormula): PlacedMeasure[] => [
  ...new Map(measures.map((one) => [nameOf(one.use, one.closing), one])).values(),
];

const CLOSING_RULES: Readonly<Record<NonNullable<PlacedMeasure["closing"]> | "none", string>> = {
  none: "",
  at_end: "All that came before the end of the period, added up: ",
  at_start: "All that came before the period, added up: ",
  day_sum: "What had come by the end of each day, added up over the days of the period: ",
};

/** How the sides of a formula follow from what was counted. */
export function sides(figure: FigureView, bound: BoundFormula, sums: SubjectSums): ExplanationStep[] {
  const { numerator, denominator } = bound.formula;
  const amounts = new Map(bound.measures.map((one) => [nameOf(one.use, one.closing), amountIn(bound, sums, one)]));
  const amount: NameOfMeasure = (use, closing) => amounts.get(nameOf(use, closing)) ?? "?";
  const side = (name: "numerator" | "denominator", formula: BoundExpression): ExplanationStep => ({
    rule: `The ${name} is ${written(formula, nameOf)}.`,
    input: written(formula, amount, String(sums.days)),
    output: figure[name] ?? "nothing",
    source: `${catalogue(figure)}, dialect ${figure.result.dialect}`,
  });
  return [side("numerator", numerator), ...(denominator ? [side("denominator", denominator)] : [])];
}
