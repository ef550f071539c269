import { Refusals, type DomainError } from "../shared/errors";
import type { BoundExpression } from "./bound-expression";
import { constantOf, dimensionOf, fitsUnit, nameOf, type Dimension, type Trouble } from "./formula-units.rules";
import type { Dialect, KpiDefinition, KpiUnit, Parameters } from "./kpi-definition";
import { InvalidFormula } from "./kpi.errors";
import { bind, type FindMeasure, type KpiFormula } from "./kpi-formula.rules";
import { findMeasure } from "./catalogue/measures";
import { shareTrouble } from "./share-check.rules";

/** Refuses a catalogue with a formula that cannot be read, whose units do not fit, or whose share is no part of its whole. */
export function checkCatalogue(kpis: readonly KpiDefinition[]): void {
  for (const kpi of kpis) {
    const refusals = refusalsOfKpi(kpi);
    if (refusals.length > 1) throw new Refusals(refusals);
    if (refusals[0]) throw refusals[0];
  }
}

type Checked = Pick<KpiDefinition, "unit" | "parameters" | "dialects">;

/** Everything that is wrong with the formulas of a KPI. */
export const refusalsOfKpi = (kpi: Checked, find: FindMeasure = findMeasure): DomainError[] =>
  kpi.dialects.flatMap((dialect) => refusalsOfDialect(kpi, dialect, find));

function refusalsOfDialect(kpi: Checked, dialect: Dialect, find: FindMeasure): DomainError[] {
  const settings = settingsOf(kpi);
  const formula = readable(dialect, settings[0] as Parameters, find);
  if (Array.isArray(formula)) return formula;
  const wrong = unitTroubles(kpi.unit, dialect, formula);
  if (wrong.length > 0 || kpi.unit !== "share" || dialect.people || dialect.percentile) return wrong;
  for (const parameters of settings) {
    const found = shareTrouble(bind(dialect, parameters, find), parameters);
    if (found) return [refusal(dialect[found.side] ?? dialect.numerator, found)];
  }
  return [];
}

function readable(dialect: Dialect, parameters: Parameters, find: FindMeasure): KpiFormula | DomainError[] {
  try {
    return bind(dialect, parameters, find);
  } catch (error) {
    if (error instanceof Refusals) return [...error.all];
    if (error instanceof InvalidFormula) return [error];
    throw error;
  }
}

function unitTroubles(unit: KpiUnit, dialect: Dialect, formula: KpiFormula): DomainError[] {
  const above = dimensionOf(formula.numerator);
  const below = formula.denominator && dimensionOf(formula.denominator);
  const refusals = [
    ...above.troubles.map((one) => refusal(dialect.numerator, one)),
    ...(below?.troubles ?? []).map((one) => refusal(dialect.denominator as string, one)),
    ...dimensionOf(formula.sample).troubles.map((one) => refusal(dialect.sample ?? "", one)),
    ...dividesByZero(dialect, formula.denominator),
  ];
  if (refusals.length > 0) return [...new Map(refusals.map((one) => [one.message, one])).values()];
  if (dialect.people) return [];
  const whole = quotient(above.dimension, dialect.percentile ? {} : (below?.dimension ?? {}));
  return fitsUnit(unit, whole) ? [] : [doesNotFit(unit, dialect, whole)];
}

function dividesByZero(dialect: Dialect, denominator: BoundExpression | null): DomainError[] {
  if (!denominator || !constantOf(denominator)?.isZero()) return [];
  return [refusal(dialect.denominator as string, { position: denominator.position, trouble: "it divides by zero." })];
}

const doesNotFit = (unit: KpiUnit, { numerator }: Dialect, dimension: Dimension): InvalidFormula =>
  refusal(numerator, {
    position: 1,
    trouble: `it comes to ${nameOf(dimension)}, which is no ${unit}.`,
    remedy: "Change the KPI's unit, or divide by something else.",
  });

function quotient(above: Dimension, below: Dimension): Dimension {
  const units = [...new Set([...Object.keys(above), ...Object.keys(below)])] as (keyof Dimension)[];
  return Object.fromEntries(
    units.map((unit) => [unit, (above[unit] ?? 0) - (below[unit] ?? 0)] as const).filter(([, power]) => power !== 0),
  );
}

const refusal = (text: string, { position, trouble, remedy }: Trouble): InvalidFormula =>
  new InvalidFormula(text, position, trouble, remedy);

/** Every parameter at its default, minimum and maximum, in all combinations. */
function settingsOf(kpi: Pick<KpiDefinition, "parameters">): Parameters[] {
  return kpi.parameters.reduce<Parameters[]>(
    (settings, { name, default: usual, minimum, maximum }) =>
      settings.flatMap((one) => [...new Set([usual, minimum, maximum])].map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}
