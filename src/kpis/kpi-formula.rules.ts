import { Refusals } from "../shared/errors";
import { nearest } from "../shared/nearest";
import type { Stream } from "../shared/stream";
import type { BoundExpression } from "./bound-expression";
import { allMeasures, findMeasure } from "./catalogue/measures";
import type { Expression } from "./expression";
import { namesIn, parseFormula } from "./formula.rules";
import { requireKpi } from "./kpi-in-use.rules";
import type { Dialect, KpiInUse, Parameters } from "./kpi-definition";
import { InvalidFormula, UnknownDialect } from "./kpi.errors";
import type { Attribution, Measure, MeasureInUse } from "./measure-definition";

/** What a KPI in use adds up, multiplies and divides. */
export interface KpiFormula {
  readonly numerator: BoundExpression;
  /** Null: the numerator is the value. */
  readonly denominator: BoundExpression | null;
  /** How many facts the figure rests on. */
  readonly sample: BoundExpression;
  /** What must be known well enough besides (`Dialect.requires`). */
  readonly requires: BoundRequirement | null;
  /** Every measure of all of these, once. */
  readonly measures: readonly MeasureInUse[];
  /** Every stream of the measures, once. */
  readonly streams: readonly Stream[];
  /** Every instant of attribution of the measures, once. */
  readonly attributions: readonly Attribution[];
}

/** A ratio that must reach a percentage. */
export interface BoundRequirement {
  readonly numerator: BoundExpression;
  readonly denominator: BoundExpression;
  readonly atLeastPercent: number;
}

/** The formula of a KPI in use, bound to its parameters. */
export function formulaOf({ kpiCode, dialect, parameters }: KpiInUse): KpiFormula {
  const found = requireKpi(kpiCode).dialects.find((one) => one.code === dialect);
  if (!found) throw new UnknownDialect(kpiCode, { given: dialect, known: [], nearest: null });
  return bind(found, parameters);
}

/** The formula of a dialect; refuses unknown measures, all of them at once. */
export function bind(dialect: Dialect, parameters: Parameters, findLatest: FindMeasure = findMeasure): KpiFormula {
  const find = versioned(dialect, findLatest);
  const bound = (text: string): BoundExpression => bindText(text, parameters, find);
  return formulaFrom({
    numerator: bound(dialect.numerator),
    denominator: dialect.denominator === null ? null : bound(dialect.denominator),
    sample: dialect.sample === undefined ? null : bound(dialect.sample),
    requires: requirementOf(dialect, parameters, bound),
  });
}

function requirementOf(
  { requires }: Dialect,
  parameters: Parameters,
  bound: (text: string) => BoundExpression,
): BoundRequirement | null {
  if (!requires) return null;
  const { numerator, denominator, atLeastParameter } = requires;
  const atLeastPercent = parameters[atLeastParameter] ?? 0;
  return { numerator: bound(numerator), denominator: bound(denominator), atLeastPercent };
}

/** What is to be computed, with what follows from it. A sample of null: the denominator, else the numerator. */
export function formulaFrom(sides: {
  readonly numerator: BoundExpression;
  readonly denominator: BoundExpression | null;
  readonly sample: BoundExpression | null;
  readonly requires?: BoundRequirement | null;
}): KpiFormula {
  const { numerator, denominator, requires = null } = sides;
  const sample = sides.sample ?? denominator ?? numerator;
  const besides = requires ? [requires.numerator, requires.denominator] : [];
  const measures = distinct([numerator, ...(denominator ? [denominator] : []), sample, ...besides].flatMap(measuresOf));
  return {
    ...{ numerator, denominator, sample, requires, measures },
    streams: [...new Set(measures.map(({ measure }) => measure.stream))],
    attributions: [...new Set(measures.map(({ measure }) => measure.attribution))],
  };
}

const versioned =
  ({ measureVersions = {} }: Dialect, find: FindMeasure): FindMeasure =>
  (code) =>
    find(measureVersions[code] === undefined ? code : `${code}@${measureVersions[code]}`);

export type FindMeasure = (code: string) => Measure | undefined;

/** One side of a formula with its measures. */
export function bindText(text: string, parameters: Parameters, find: FindMeasure = findMeasure): BoundExpression {
  const refusals = unknownMeasures(text, find);
  if (refusals.length > 1) throw new Refusals(refusals);
  if (refusals[0]) throw refusals[0];
  return bindTree(parseFormula(text), parameters, find);
}

/** A refusal for each name in a formula that is no measure. */
export const unknownMeasures = (text: string, find: FindMeasure): InvalidFormula[] =>
  namesIn(parseFormula(text))
    .filter(({ code }) => !find(code))
    .map(({ code, position }) => unknownMeasure(text, code, position));

/** A tree whose names are all known. */
export function bindTree(tree: Expression, parameters: Parameters, find: FindMeasure): BoundExpression {
  switch (tree.kind) {
    case "number":
    case "days":
      return tree;
    case "measure": {
      const measure = find(tree.code) as Measure;
      return { kind: "measure", measure, parameters: only(measure.parameters, parameters), position: tree.position };
    }
    case "closing":
    case "negation":
      return { ...tree, of: bindTree(tree.of, parameters, find) };
    case "operation":
      return { ...tree, left: bindTree(tree.left, parameters, find), right: bindTree(tree.right, parameters, find) };
  }
}

/** Measures of one side of a formula, as often as they stand in it. */
export function measuresOf(formula: BoundExpression): MeasureInUse[] {
  switch (formula.kind) {
    case "measure":
      return [{ measure: formula.measure, parameters: formula.parameters }];
    case "closing":
    case "negation":
      return measuresOf(formula.of);
    case "operation":
      return [...measuresOf(formula.left), ...measuresOf(formula.right)];
    case "number":
    case "days":
      return [];
  }
}

/** A measure of a formula that only adds up and takes away. */
export interface MeasureTerm extends MeasureInUse {
  readonly sign: 1 | -1;
}

/** The terms of a plain sum or difference of measures; null: the formula multiplies, divides, closes or has numbers. */
export function linearTerms(formula: BoundExpression, sign: 1 | -1 = 1): MeasureTerm[] | null {
  const opposite = sign === 1 ? -1 : 1;
  switch (formula.kind) {
    case "measure":
      return [{ sign, measure: formula.measure, parameters: formula.parameters }];
    case "negation":
      return linearTerms(formula.of, opposite);
    case "operation": {
      if (formula.operator !== "+" && formula.operator !== "-") return null;
      const left = linearTerms(formula.left, sign);
      const right = linearTerms(formula.right, formula.operator === "+" ? sign : opposite);
      return left && right && [...left, ...right];
    }
    default:
      return null;
  }
}

const keyOf = ({ measure, parameters }: MeasureInUse): string =>
  JSON.stringify([measure.code, Object.entries(parameters).sort()]);

const distinct = (all: readonly MeasureInUse[]): MeasureInUse[] => [
  ...new Map(all.map((one) => [keyOf(one), one])).values(),
];

function unknownMeasure(formula: string, code: string, position: number): InvalidFormula {
  const meant = nearest(
    code,
    allMeasures().map((one) => one.code),
  );
  const remedy = meant ? `Did you mean "${meant}"?` : "The query `measures` lists them all.";
  return new InvalidFormula(formula, position, `there is no measure "${code}".`, remedy);
}

const only = (names: readonly string[], parameters: Parameters): Parameters =>
  Object.fromEntries(names.map((name) => [name, parameters[name] as number]));
