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
  const bound = (parameters: Parameters): KpiFormula => bind(dialect, parameters, find);
  return formulaTroubles(kpi.unit, settings, bound, dialect).map(({ text, ...one }) =>
    refusal(dialect[text] ?? dialect.numerator, one),
  );
}

/** Something wrong at a place of one of a formula's texts. */
export interface FormulaTrouble extends Trouble {
  readonly text: "numerator" | "denominator" | "sample";
}

/**
 * Units that do not go together or do not fit, division by zero, and a share that is no part of its whole for some
 * setting of its parameters.
 */
export function formulaTroubles(
  unit: KpiUnit,
  settings: readonly Parameters[],
  bound: (parameters: Parameters) => KpiFormula,
  kind: Pick<Dialect, "people" | "percentile"> = {},
): FormulaTrouble[] {
  const wrong = unitTroubles(unit, bound(settings[0] as Parameters), kind);
  if (wrong.length > 0 || unit !== "share" || kind.people || kind.percentile) return wrong;
  const tried = new Set<string>();
  for (const parameters of settings) {
    const formula = bound(parameters);
    const used = JSON.stringify(formula.measures.map((one) => one.parameters));
    if (tried.has(used)) continue;
    tried.add(used);
    const found = shareTrouble(formula);
    if (found) return [{ ...found, text: found.side }];
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

function unitTroubles(
  unit: KpiUnit,
  { numerator, denominator, sample }: KpiFormula,
  kind: Pick<Dialect, "people" | "percentile">,
): FormulaTrouble[] {
  const above = dimensionOf(numerator);
  const below = denominator && dimensionOf(denominator);
  const troubles = [
    ...above.troubles.map((one) => ({ ...one, text: "numerator" as const })),
    ...(below?.troubles ?? []).map((one) => ({ ...one, text: "denominator" as const })),
    ...(sample === numerator || sample === denominator ? [] : dimensionOf(sample).troubles).map((one) => ({
      ...one,
      text: "sample" as const,
    })),
    ...dividesByZero(denominator),
  ];
  if (troubles.length > 0) return troubles;
  if (kind.people) return [];
  const whole = quotient(above.dimension, kind.percentile ? {} : (below?.dimension ?? {}));
  return fitsUnit(unit, whole) ? [] : [doesNotFit(unit, whole)];
}

const dividesByZero = (denominator: BoundExpression | null): FormulaTrouble[] =>
  denominator && constantOf(denominator)?.isZero()
    ? [{ text: "denominator", position: denominator.position, trouble: "it divides by zero." }]
    : [];

const doesNotFit = (unit: KpiUnit, dimension: Dimension): FormulaTrouble => ({
  text: "numerator",
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
