import type { BoundExpression } from "../kpis/bound-expression";
import { linearTerms, type KpiFormula, type MeasureTerm } from "../kpis/kpi-formula.rules";
import type { MeasureInUse } from "../kpis/measure-definition";
import { canonicalJson } from "../shared/canonical-hash";
import type { FactsOf } from "./fact-relation.rules";
import { amountSql, conditionSql } from "./measure-sql.rules";

/** The single facts whose times a KPI is the mean of, and what each of them took. */
export interface Distribution extends FactsOf {
  /** Equal for the same facts and amounts, whatever the KPI is called. */
  readonly key: string;
  readonly amounts: readonly MeasureTerm[];
  readonly counted: readonly MeasureInUse[];
}

/**
 * What the numerator adds for each fact that the denominator counts; without a denominator, each that the numerator does.
 * | KPI | facts                            | amount             |
 * | ASA | answers whose wait is known      | wait               |
 * | AHT | contacts whose talk time is known | talk + hold + wrap |
 * Null: the formula is no mean of single facts, or of several streams or instants.
 */
export function distributionOf({ numerator, denominator }: Pick<KpiFormula, "numerator" | "denominator">) {
  const amounts = linearTerms(numerator);
  const counted = denominator === null ? amounts : countsOf(denominator);
  const [first] = amounts ?? [];
  if (!amounts || !counted || !first) return null;
  const all = [...amounts, ...counted];
  const parameters = Object.assign({}, ...all.map((one) => one.parameters)) as MeasureInUse["parameters"];
  const { stream, attribution } = first.measure;
  if (all.some(({ measure }) => measure.stream !== stream || measure.attribution !== attribution)) return null;
  return { stream, attribution, parameters, amounts, counted, key: keyOf(amounts, counted) } satisfies Distribution;
}

/** Facts that are counted, each once; null where some are taken away or amounts are summed. */
function countsOf(denominator: BoundExpression): MeasureTerm[] | null {
  const terms = linearTerms(denominator);
  return terms?.every(({ sign, measure }) => sign === 1 && measure.sumOf === null) ? terms : null;
}

function keyOf(amounts: readonly MeasureTerm[], counted: readonly MeasureInUse[]): string {
  const named = (one: MeasureInUse): string =>
    one.measure.code + (one.measure.parameters.length === 0 ? "" : canonicalJson(one.parameters));
  const above = amounts.map((one) => `${one.sign < 0 ? "-" : "+"}${named(one)}`).join("");
  return `${above} of ${counted.map(named).join(" or ")}`;
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
