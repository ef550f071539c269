import type { KpiInUse } from "../kpis/kpi-definition";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import { formulaOf, linearTerms, measuresOf, type MeasureTerm } from "../kpis/kpi-formula.rules";
import type { Stream } from "../shared/stream";
import { groupBy } from "../shared/group-by";
import { countedChannelsSql } from "./channel-class.rules";
import { countingFactsSql, placeKey } from "./fact-relation.rules";
import { amountSql, conditionSql } from "./measure-sql.rules";

/** The two sides of a formula. */
export type FigurePart = "numerator" | "denominator";

/**
 * SQL of the facts that count in one part of a figure, and what each adds to it: the facts of all streams and instants
 * that the part looks at. Where it multiplies or divides, a fact shows what it adds to its measure; of a level, the
 * flows of the period show. $1 client; $2 JSON of the sources: where facts belong and on which days they count; $3
 * asynchronous channels. Null: the formula has no such part.
 */
export function factsOfPartSql(kpi: KpiInUse, part: FigurePart): string | null {
  const side = formulaOf(kpi)[part];
  if (side === null) return null;
  const terms = linearTerms(side) ?? measuresOf(side).map((one): MeasureTerm => ({ ...one, sign: 1 }));
  const groups = [...groupBy(terms, (one) => placeKey({ ...one.measure, parameters: one.parameters })).values()];
  if (groups.length === 0) return null;
  return `
    with counting as materialized (
      select * from jsonb_to_recordset($2) as s(service_id uuid, person_id uuid, "from" date, until date)),
    place as materialized (
      select array_agg(service_id) as service_ids, min("from") as first_day, max(until) as end_day from counting),
    part as (${groups.map((group) => factsOfTermsSql(group, kpi)).join(" union all ")})
    ${groups.length === 1 ? "select * from part" : TOGETHER}`;
}

/** A fact that counts at the same instant for several reasons shows once. */
const COLUMNS = `
  stream, client_id, source, external_id, service_id, channel, person_id, import_id, occurred_at, day`;
const TOGETHER = `select ${COLUMNS}, sum(adds) as adds from part group by ${COLUMNS}`;

const NARROWING = {
  clientId: "$1",
  serviceIds: "(select service_ids from place)::uuid[]",
  from: "(select first_day from place)",
  until: "(select end_day from place)",
} as const;

function factsOfTermsSql(terms: readonly MeasureTerm[], kpi: KpiInUse): string {
  const { measure, parameters } = terms[0] as MeasureTerm;
  const { stream, attribution } = measure;
  return `
    select '${stream satisfies Stream}' as stream, f.client_id, f.source, f.external_id, f.service_id, f.channel,
           f.person_id, f.import_id, f.occurred_at, f.day, ${addsSql(terms)} as adds
      from ${countingFactsSql({ stream, attribution, parameters }, NARROWING)}
     where exists (select 1 from counting s where s.service_id = f.service_id and f.day >= s."from" and f.day < s.until
                      and (s.person_id is null or s.person_id = f.person_id))
       and ${countedChannelsSql({ stream, channels: requireKpi(kpi.kpiCode).channels }, "f.channel", "$3")}
       and ${countsSql(terms)}`;
}

/** What a fact adds to the part: counts, seconds, minor units. */
const addsSql = (terms: readonly MeasureTerm[]): string =>
  terms
    .map((term) => {
      const amount = amountSql(term);
      const added = amount === null ? "1" : `coalesce(${amount}, 0)`;
      return `${term.sign < 0 ? "-" : "+"} case when ${conditionSql(term)} then ${added} else 0 end`;
    })
    .join(" ");

/** Counts may cancel out: an abandoned contact that is taken away again is not in the part. Amounts count even if 0. */
function countsSql(terms: readonly MeasureTerm[]): string {
  const isCount = terms.every((term) => term.measure.sumOf === null);
  if (isCount) return `(${addsSql(terms)}) <> 0`;
  return `(${terms.map((term) => `(${conditionSql(term)})`).join(" or ")})`;
}
