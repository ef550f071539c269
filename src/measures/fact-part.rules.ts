import { answeredDaySql, lastAtSql, lastDaySql, ofNextSql, ofPreviousSql } from "../kpis/contact-chain.rules";
import type { KpiInUse } from "../kpis/kpi-definition";
import { formulaOf, linearTerms, type MeasureTerm } from "../kpis/kpi-formula.rules";
import type { Attribution } from "../kpis/measure-definition";
import { conditionSql } from "./measure-sql.rules";
import { closedDaySql } from "./survey-days.rules";

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
  const days = attribution === "chain" ? (terms[0]?.parameters.repeatDays ?? 0) : 0;
  return `
    with counting as (
      select * from jsonb_to_recordset($2) as s(service_id uuid, person_id uuid, "from" date, until date)),
    bounds as (select min("from") - ${days} as first_day, max(until) - ${days} as end_day from counting)
    select '${stream}' as stream, f.client_id, f.source, f.external_id, f.service_id, f.channel, f.person_id,
           f.import_id, f.occurred_at, f.day, ${amountSql(terms)} as adds
      from (select c.*, ${PLACES[attribution]!(days)}
              from ${stream} c, bounds b
             where c.client_id = $1 and c.service_id in (select service_id from counting)
               and (${NEAR[attribution]})) f
     where exists (select 1 from counting s where s.service_id = f.service_id and f.day >= s."from" and f.day < s.until
                      and (s.person_id is null or s.person_id = f.person_id))
       and f.channel <> all($3::text[])
       and ${countsSql(terms)}`;
}

/** What a fact adds to the part: counts, or seconds. */
const amountSql = (terms: readonly MeasureTerm[]): string =>
  terms
    .map((term) => {
      const amount = term.measure.sumOf === null ? "1" : `coalesce(f.${term.measure.sumOf}, 0)`;
      return `${term.sign < 0 ? "-" : "+"} case when ${conditionSql(term)} then ${amount} else 0 end`;
    })
    .join(" ");

/** Counts may cancel out: an abandoned contact that is taken away again is not in the part. Seconds count even if 0. */
function countsSql(terms: readonly MeasureTerm[]): string {
  const isCount = terms.every((term) => term.measure.sumOf === null);
  if (isCount) return `${amountSql(terms)} <> 0`;
  return `(${terms.map((term) => `(${conditionSql(term)})`).join(" or ")})`;
}

/** The instant and the day on which a fact counts, and what else the conditions need. */
const PLACES: Readonly<Record<Attribution, (days: number) => string>> = {
  offered: () => "c.offered_at as occurred_at, c.offered_day as day",
  answered: () => `coalesce(c.answered_at, c.offered_at) as occurred_at, ${answeredDaySql("c")} as day`,
  ended: () => `${lastAtSql("c")} as occurred_at, ${lastDaySql("c")} as day`,
  chain: (days) => `${lastAtSql("c")} as occurred_at, ${lastDaySql("c")} + ${days} as day, ${lastAtSql("c")} as last_at,
    ${ofNextSql("c", "n.offered_at")} as next_offered_at, ${ofPreviousSql("c", lastAtSql("n"))} as previous_last_at`,
  surveyed: () => "c.surveyed_at as occurred_at, c.surveyed_day as day",
  closed: () => `coalesce(c.closed_at, c.surveyed_at) as occurred_at, ${closedDaySql("c")} as day`,
};

const within = (column: string, apartFrom?: string): string =>
  `(c.${column} >= b.first_day and c.${column} < b.end_day${apartFrom ? ` and c.${column} <> c.${apartFrom}` : ""})`;

const OFFERED = within("offered_day");
const ANSWERED = within("answered_day", "offered_day");
const ENDED = within("ended_day", "offered_day");

/** Which facts can count on those days at all: conditions for the indexes. */
const NEAR: Readonly<Record<Attribution, string>> = {
  offered: OFFERED,
  answered: `${OFFERED} or ${ANSWERED}`,
  ended: `${OFFERED} or ${ANSWERED} or ${ENDED}`,
  chain: `${OFFERED} or ${ANSWERED} or ${ENDED}`,
  surveyed: within("surveyed_day"),
  closed: `${within("surveyed_day")} or ${within("closed_day", "surveyed_day")}`,
};
