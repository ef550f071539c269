import { momentDaysSql } from "../kpis/case-days.rules";
import { affected, rows, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import type { LateChange } from "./late-fact.entity";
import { CLOSED_PLACES, LATE_COLUMNS } from "./late-fact.sql";

/** What cases count for on closed days, in words that differ when it does. */
export interface CaseOnDay {
  readonly contractId: string;
  readonly externalId: string;
  readonly serviceId: string;
  readonly personId: string | null;
  readonly day: Day;
  readonly content: string;
}

/** What an opening says about the end of the case counts on the day of that end. */
const TOLD_LATER = "{ordinal,import_id,until_day,answered_day,resolved_at,first_reopened_at,reopenings}";

const BESIDES = `m.external_id, m.person_id, (to_jsonb(m) - '${TOLD_LATER}'::text[])::text as content, `;

/** The moments of some cases on days of closed periods, as they are now. */
export const casesOnClosedDays = (tx: Tx, clientId: string, source: string, ids: readonly string[]) =>
  rows<CaseOnDay>(
    tx,
    `with mine as materialized (
       select * from case_moment where client_id = $1 and source = $2 and external_id = any($3)
          and exists (select from period_closing where client_id = $1)),
     place as materialized (
       select s.contract_id, d.* from (${momentDaysSql("mine", BESIDES)}) d
         join service s on s.client_id = $1 and s.id = d.service_id),
     ${CLOSED_PLACES}
     select c.contract_id as "contractId", c.external_id as "externalId", c.service_id as "serviceId",
            c.person_id as "personId", c.day, md5(string_agg(c.content, ' ' order by c.content)) as content
       from closed c
      group by c.contract_id, c.external_id, c.service_id, c.person_id, c.day`,
    [clientId, source, ids],
  );

interface CaseOrigin {
  readonly clientId: string;
  readonly source: string;
  readonly importId: string;
  readonly at: Date;
}

/** Logs what differs between how cases counted on closed days and how they count. */
export async function noteLateCases(
  tx: Tx,
  { clientId, source, importId, at }: CaseOrigin,
  { before, after }: { readonly before: readonly CaseOnDay[]; readonly after: readonly CaseOnDay[] },
): Promise<void> {
  const was = new Map(before.map((one) => [placeOf(one), one]));
  const is = new Map(after.map((one) => [placeOf(one), one]));
  const known = new Set(before.map(({ externalId }) => externalId));
  const changeOf = (one: CaseOnDay): LateChange => {
    if (!known.has(one.externalId)) return "added";
    return was.has(placeOf(one)) && is.has(placeOf(one)) ? "changed" : "moved";
  };
  const places = [...new Map([...was, ...is]).values()];
  const late = places.filter((one) => was.get(placeOf(one))?.content !== is.get(placeOf(one))?.content);
  if (late.length === 0) return;
  await affected(
    tx,
    `insert into late_fact (${LATE_COLUMNS})
     select $1, l."contractId", 'case', $2, l."externalId", l."serviceId", l."personId", l.day,
            case when exists (select from case_record r where r.client_id = $1 and r.source = $2 and r.external_id = l."externalId")
                 then l.change else 'withdrawn' end, $3, $4
       from jsonb_to_recordset($5) as l("contractId" uuid, "externalId" text, "serviceId" uuid, "personId" uuid,
            day date, change text)`,
    [clientId, source, importId, at, JSON.stringify(late.map((one) => ({ ...one, change: changeOf(one) })))],
  );
}

const placeOf = ({ externalId, serviceId, personId, day }: CaseOnDay): string =>
  `${externalId}\u0000${serviceId}/${personId}/${day}`;
