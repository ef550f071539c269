import type { KpiInUse } from "../kpis/kpi-definition";
import { formulaOf, linearTerms, type MeasureTerm } from "../kpis/kpi-formula.rules";
import { amountSql as amountOf, conditionSql } from "./measure-sql.rules";
import { streamDays } from "./streams/streams";

/** The two sides of a formula. */
export type FigurePart = "numerator" | "denominator";

/**
 * SQL of the facts that count in one part of a figure, and what each adds to it. $1 client; $2 JSON of the sources: where
 * facts belong and on which days they count; $3 channels that do not count. Null: the formula has no such part.
 */
export function factsOfPartSql(kpi: KpiInUse, part: FigurePart): string | null {
  const formula = formulaOf(kpi);
  const side = formula[part];
  const terms = side && linearTerms(side);
  if (!terms?.[0]) return null;
  const { attribution, stream } = terms[0].measure;
  const { relation, columns, near, later: days } = streamDays(stream).counting(attribution, terms[0].parameters);
  return `
    with counting as (
      select * from jsonb_to_recordset($2) as s(service_id uuid, person_id uuid, "from" date, until date)),
    bounds as (select min("from") - ${days} as first_day, max(until) - ${days} as end_day from counting)
    select '${stream}' as stream, f.client_id, f.source, f.external_id, f.service_id, f.channel, f.person_id,
           f.import_id, f.occurred_at, f.day, ${amountSql(terms)} as adds
      from (select c.*${columns === null ? "" : `, ${columns}`}
              from ${relation} c, bounds b
             where c.client_id = $1 and c.service_id in (select service_id from counting)
               and (${near})) f
     where exists (select 1 from counting s where s.service_id = f.service_id and f.day >= s."from" and f.day < s.until
                      and (s.person_id is null or s.person_id = f.person_id))
       and f.channel <> all($3::text[])
       and ${countsSql(terms)}`;
}

/** What a fact adds to the part: counts, or seconds. */
const amountSql = (terms: readonly MeasureTerm[]): string =>
  terms
    .map((term) => {
      const amount = term.measure.sumOf === null ? "1" : `coalesce(${term.measure.sumOf}, 0)`;
      return `${term.sign < 0 ? "-" : "+"} case when ${conditionSql(term)} then ${amount} else 0 end`;
    })
    .join(" ");

/** Counts may cancel out: an abandoned contact that is taken away again is not in the part. Seconds count even if 0. */
function countsSql(terms: readonly MeasureTerm[]): string {
  const isCount = terms.every((term) => term.measure.sumOf === null);
  if (isCount) return `${amountSql(terms)} <> 0`;
  return `(${terms.map((term) => `(${conditionSql(term)})`).join(" or ")})`;
}
