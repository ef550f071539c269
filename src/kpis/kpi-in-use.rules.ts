import type { DomainError } from "../shared/errors";
import { Refusals } from "../shared/errors";
import { allKpis, findKpi } from "./catalogue/kpis";
import { findMeasure } from "./catalogue/measures";
import { isForClient } from "./catalogue/own";
import { PROMISE_KPIS } from "./catalogue/promises";
import { namesIn, parseFormula } from "./formula.rules";
import type { Dialect, KpiDefinition, KpiInUse, ParameterDefinition, Parameters, Worth } from "./kpi-definition";
import { KpiNotMeasured, ParameterOutOfRange, UnknownDialect, UnknownKpi, UnknownParameter } from "./kpi.errors";
import type { Day } from "../shared/day";
import { nearest } from "../shared/nearest";

/** A KPI as somebody wrote it down: what is left out takes the catalogue's default. */
export interface KpiReference {
  /** Whose definition names it; left out: somebody's who may. */
  readonly clientId?: string;
  readonly kpiCode: string;
  readonly dialect?: string | null | undefined;
  readonly parameters?: Readonly<Record<string, unknown>> | null | undefined;
}

/** The catalogue's definition of a code that must be there, and be the client's to name where one is given. */
export function requireKpi(code: string, clientId?: string): KpiDefinition {
  const isKnown = (one: string): boolean => clientId === undefined || isForClient(one, clientId);
  const found = findKpi(code);
  if (found && isKnown(code)) return found;
  const known = allKpis().map((kpi) => kpi.code);
  throw new UnknownKpi(unknown(code, known.filter(isKnown)));
}

/** The same of a KPI that is measured: one that can be put in use and assigned. */
export function requireMeasuredKpi(code: string, clientId?: string): KpiDefinition {
  const kpi = requireKpi(code, clientId);
  if (worthOf({ kpiCode: kpi.code, dialect: kpi.defaultDialect })) throw new KpiNotMeasured(kpi.code);
  return kpi;
}

/** What the figure is worth where nothing is measured; null: it is measured. */
export function worthOf({ kpiCode, dialect }: Pick<KpiInUse, "kpiCode" | "dialect">): Worth | null {
  const kpi = PROMISE_KPIS.find(({ code }) => code === kpiCode);
  return kpi?.dialects.find(({ code }) => code === dialect)?.worth ?? null;
}

/**
 * The KPI with its dialect and a value for each parameter, defaults filled in. Throws what is wrong: one refusal, or
 * `Refusals` when there are several.
 */
export const resolveKpi = (reference: KpiReference): KpiInUse => resolved(reference, null);

/** The same of a KPI that is measured. */
export function resolveMeasuredKpi(reference: KpiReference): KpiInUse {
  requireMeasuredKpi(reference.kpiCode, reference.clientId);
  return resolved(reference, null);
}

/** The same on the day that decides which version of a KPI of one's own applies, where no dialect is named. */
export const resolveKpiOn = (reference: KpiReference, on: Day): KpiInUse => resolved(reference, on);

function resolved(reference: KpiReference, on: Day | null): KpiInUse {
  const kpi = requireKpi(reference.kpiCode, reference.clientId);
  const refusals = refusalsOf(kpi, reference);
  if (refusals.length > 1) throw new Refusals(refusals);
  if (refusals[0]) throw refusals[0];
  return {
    kpiCode: kpi.code,
    dialect: dialectOn(kpi, reference.dialect ?? kpi.defaultDialect, on),
    parameters: parametersOf(kpi, reference),
  };
}

/** The version that applies on a day, where none is named: the last that began by then, else the first. */
function dialectOn({ dialects, defaultDialect }: KpiDefinition, named: string, on: Day | null): string {
  if (on === null || named !== defaultDialect) return named;
  const versions = dialects
    .flatMap(({ code, validFrom, validAgainFrom = [] }) =>
      (validFrom === undefined ? [] : [validFrom, ...validAgainFrom]).map((from) => ({ code, from })),
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return (versions.filter(({ from }) => from <= on).at(-1) ?? versions[0])?.code ?? named;
}

/**
 * Every dialect of a KPI over facts of the same stream, with one set of parameters, to be shown side by side: all ten of
 * a service level, but not first contact resolution by surveys beside that by repeated contacts.
 */
export function dialectsOf(inUse: KpiInUse): KpiInUse[] {
  const { dialects } = requireKpi(inUse.kpiCode);
  const own = dialects.find(({ code }) => code === inUse.dialect);
  return dialects
    .filter((one) => !own || streamsOf(one) === streamsOf(own))
    .map(({ code }) => ({ ...inUse, dialect: code }));
}

/** The streams of both sides, in one order. */
function streamsOf({ numerator, denominator }: Dialect): string {
  const names = [numerator, denominator ?? ""].filter(Boolean).flatMap((side) => namesIn(parseFormula(side)));
  return [...new Set(names.map(({ code }) => findMeasure(code)?.stream))].sort().join();
}

function refusalsOf(kpi: KpiDefinition, { dialect, parameters }: KpiReference): DomainError[] {
  const dialects = kpi.dialects.map((one) => one.code);
  const wrongDialect = dialect != null && !dialects.includes(dialect);
  return [
    ...(wrongDialect ? [new UnknownDialect(kpi.code, unknown(dialect, dialects))] : []),
    ...Object.entries(parameters ?? {}).flatMap(([name, value]) => parameterRefusal(kpi, name, value) ?? []),
  ];
}

function parameterRefusal(kpi: KpiDefinition, name: string, value: unknown): DomainError | null {
  const parameter = kpi.parameters.find((one) => one.name === name);
  if (!parameter)
    return new UnknownParameter(
      kpi.code,
      unknown(
        name,
        kpi.parameters.map((one) => one.name),
      ),
    );
  return value == null || isInRange(parameter, value) ? null : new ParameterOutOfRange(kpi.code, parameter, value);
}

const isInRange = ({ minimum, maximum }: ParameterDefinition, value: unknown): boolean =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= minimum && value <= maximum;

function parametersOf(kpi: KpiDefinition, { parameters }: KpiReference): Parameters {
  const value = (one: ParameterDefinition): number => (parameters?.[one.name] as number | undefined) ?? one.default;
  return Object.fromEntries(kpi.parameters.map((one) => [one.name, value(one)]));
}

const unknown = (given: string, known: readonly string[]) => ({ given, known, nearest: nearest(given, known) });
