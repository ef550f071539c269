import type { Stream } from "../shared/stream";
import { findMeasure, MEASURES } from "./catalogue/measures";
import { parseFormula } from "./formula.rules";
import { requireKpi } from "./kpi-in-use.rules";
import type { Dialect, KpiInUse, Parameters } from "./kpi-definition";
import { InvalidFormula, UnknownDialect } from "./kpi.errors";
import type { Attribution, Measure, MeasureInUse } from "./measure-definition";
import { nearest } from "../shared/nearest";

/** A measure of a formula, added or taken away, with the parameters it needs. */
export interface MeasureTerm extends MeasureInUse {
  readonly sign: 1 | -1;
}

/** What a KPI in use adds up and divides. All measures are of one stream and one instant of attribution. */
export interface KpiFormula {
  readonly stream: Stream;
  readonly attribution: Attribution;
  readonly numerator: readonly MeasureTerm[];
  /** Null: the numerator is the value. */
  readonly denominator: readonly MeasureTerm[] | null;
}

/** The formula of a KPI in use, bound to its parameters. */
export function formulaOf({ kpiCode, dialect, parameters }: KpiInUse): KpiFormula {
  const found = requireKpi(kpiCode).dialects.find((one) => one.code === dialect);
  if (!found) throw new UnknownDialect(kpiCode, { given: dialect, known: [], nearest: null });
  return bind(found, parameters);
}

/** The formula of a dialect; refuses unknown measures and measures that do not go together. */
export function bind(dialect: Dialect, parameters: Parameters): KpiFormula {
  const numerator = termsOf(dialect.numerator, parameters);
  const denominator = dialect.denominator === null ? null : termsOf(dialect.denominator, parameters);
  const [first, ...others] = [...numerator, ...(denominator ?? [])].map((term) => term.measure) as [
    Measure,
    ...Measure[],
  ];
  const { stream, attribution } = first;
  const stray = others.find((one) => one.stream !== stream || one.attribution !== attribution);
  if (stray)
    throw new InvalidFormula(dialect.numerator, 1, `"${first.code}" and "${stray.code}" count on different days.`);
  return { stream, attribution, numerator, denominator };
}

function termsOf(formula: string, parameters: Parameters): MeasureTerm[] {
  return parseFormula(formula).map(({ sign, measure: code, position }) => {
    const measure = findMeasure(code);
    if (!measure) throw unknownMeasure(formula, code, position);
    return { sign, measure, parameters: only(measure.parameters, parameters) };
  });
}

function unknownMeasure(formula: string, code: string, position: number): InvalidFormula {
  const meant = nearest(
    code,
    MEASURES.map((one) => one.code),
  );
  return new InvalidFormula(
    formula,
    position,
    `there is no measure "${code}".`,
    meant ? `Did you mean "${meant}"?` : undefined,
  );
}

const only = (names: readonly string[], parameters: Parameters): Parameters =>
  Object.fromEntries(names.map((name) => [name, parameters[name] as number]));
