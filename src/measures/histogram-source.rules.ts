import type { BoundExpression } from "../kpis/bound-expression";
import { findMeasure } from "../kpis/catalogue/measures";
import { linearTerms, type KpiFormula, type MeasureTerm } from "../kpis/kpi-formula.rules";
import type { Parameters } from "../kpis/kpi-definition";
import type { MeasureInUse } from "../kpis/measure-definition";
import { canonicalJson, sha256 } from "../shared/canonical-hash";
import type { Stream } from "../shared/stream";
import type { FactsOf } from "./fact-relation.rules";
import { amountSql, conditionSql } from "./measure-sql.rules";

/** The single facts whose times a KPI is the mean of, and what each of them took. */
export interface Distribution extends FactsOf {
  readonly amounts: readonly MeasureTerm[];
  readonly counted: readonly MeasureInUse[];
}

/**
 * What the numerator adds for each fact that the denominator counts; without a denominator, each that the numerator does.
 * | KPI | facts                             | amount             |
 * | ASA | answers whose wait is known       | wait               |
 * | AHT | contacts whose talk time is known | talk + hold + wrap |
 * Null: the formula is no mean of single facts, or of several streams or instants.
 */
export function distributionOf({
  numerator,
  denominator,
}: Pick<KpiFormula, "numerator" | "denominator">): Distribution | null {
  const amounts = linearTerms(numerator);
  const counted = denominator === null ? amounts : countsOf(denominator);
  return amounts && counted && distributed(amounts, counted);
}

/** Facts that are counted, each once; null where some are taken away or amounts are summed. */
function countsOf(denominator: BoundExpression): MeasureTerm[] | null {
  const terms = linearTerms(denominator);
  return terms?.every(({ sign, measure }) => sign === 1 && measure.sumOf === null) ? terms : null;
}

function distributed(amounts: readonly MeasureTerm[], counted: readonly MeasureInUse[]): Distribution | null {
  const all = [...amounts, ...counted];
  const [first] = amounts;
  if (!first || amounts.every(({ measure }) => measure.sumOf === null)) return null;
  const { stream, attribution } = first.measure;
  if (all.some(({ measure }) => measure.stream !== stream || measure.attribution !== attribution)) return null;
  const parameters = Object.assign({}, ...all.map((one) => one.parameters)) as Parameters;
  return { stream, attribution, parameters, amounts, counted };
}

/** A distribution as it is kept in the database. */
export interface WrittenDistribution {
  /** Equal for the same facts and amounts, whatever the KPI is called. */
  readonly id: string;
  readonly stream: Stream;
  readonly definition: string;
}

export function writtenDistribution({ stream, amounts, counted }: Distribution): WrittenDistribution {
  const definition = canonicalJson({
    amounts: amounts.map(({ sign, measure, parameters }) => ({ sign, measure: measure.code, parameters })),
    counted: counted.map(({ measure, parameters }) => ({ measure: measure.code, parameters })),
  });
  const hash = sha256(definition);
  const id = [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join(
    "-",
  );
  return { id, stream, definition };
}

interface Written {
  readonly sign?: 1 | -1;
  readonly measure: string;
  readonly parameters: Parameters;
}

/** What was written; null where the catalogue no longer knows one of the measures. */
export function readDistribution({ definition }: Pick<WrittenDistribution, "definition">): Distribution | null {
  const { amounts, counted } = JSON.parse(definition) as { amounts: Written[]; counted: Written[] };
  const terms = (all: readonly Written[]): MeasureTerm[] =>
    all.flatMap(({ sign = 1, measure: code, parameters }) => {
      const measure = findMeasure(code);
      return measure ? [{ sign, measure, parameters }] : [];
    });
  const [above, below] = [terms(amounts), terms(counted)];
  return above.length < amounts.length || below.length < counted.length ? null : distributed(above, below);
}

/** SQL of whether a fact `f` is among them. */
export const isCountedSql = ({ counted }: Pick<Distribution, "counted">): string =>
  `(${counted.map((one) => `(${conditionSql(one)})`).join(" or ")})`;

/** SQL of what the fact `f` took. */
export const amountOfSql = ({ amounts, counted }: Pick<Distribution, "amounts" | "counted">): string =>
  amounts
    .map((term) => {
      const amount = `coalesce(${amountSql(term) ?? "1"}, 0)`;
      const condition = conditionSql(term);
      // whoever is counted for the same reason needs no second look
      const isSure = counted.length === 1 && counted[0] !== undefined && conditionSql(counted[0]) === condition;
      return `${term.sign < 0 ? "- " : "+ "}${isSure ? amount : `case when ${condition} then ${amount} else 0 end`}`;
    })
    .join(" ");
