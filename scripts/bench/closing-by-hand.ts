import type { Client } from "pg";
import { KPI_CODES, MONTH, type ClosingStore } from "./closing-month";

/** The sums of each KPI, by the alias of the stream they come from. In the order of KPI_CODES: above the line, below it. */
const SIDES: Readonly<Record<string, readonly [numerator: string, denominator: string | null]>> = {
  AHT: ["talk + hold + wrap", "timed"],
  AVERAGE_HOLD: ["held_seconds", "held"],
  CONTACTS_HANDLED: ["handled", null],
  ESCALATION_RATE: ["transferred", "transfer_known"],
  CSAT: ["top", "rated"],
  DSAT: ["bottom", "rated"],
  RESOLUTION_RATE: ["resolved", "asked"],
  QUALITY: ["earned", "applicable"],
  ERROR_RATE: ["errors", "judged"],
  ADHERENCE: ["adherent", "scheduled"],
  OCCUPANCY: ["handling", "occupiable"],
  THROUGHPUT: ["3600 * handled", "productive"],
};

const SUMS = [
  ...["handled", "timed", "talk", "hold", "wrap", "held", "held_seconds", "transfer_known", "transferred"],
  ...["rated", "top", "bottom", "asked", "resolved", "applicable", "earned", "judged", "errors"],
  ...["scheduled", "adherent", "occupiable", "handling", "productive"],
];

const SHOWN = KPI_CODES.flatMap((code) => SIDES[code] ?? []).flatMap((side, i) =>
  side === null ? [] : `${side} as k${i}`,
);

/** What somebody would write who wants these sums of everybody now and does not keep them. $1 client, days from $2 until $3. */
const BY_HAND = `
  with c as (
    select service_id, person_id, count(*) as handled, count(talk_seconds) as timed, sum(talk_seconds) as talk,
           sum(hold_seconds) filter (where talk_seconds is not null) as hold,
           sum(wrap_seconds) filter (where talk_seconds is not null) as wrap,
           count(*) filter (where hold_seconds > 0) as held,
           sum(hold_seconds) filter (where hold_seconds > 0) as held_seconds,
           count(transferred) as transfer_known, count(*) filter (where transferred) as transferred
      from contact
     where client_id = $1 and outcome = 'answered' and ended_day >= $2 and ended_day < $3
       and offered_day >= $2::date - 7 and offered_day < $3
     group by service_id, person_id),
  s as (
    select service_id, person_id, count(rating) as rated, count(*) filter (where rating > rating_scale - 2) as top,
           count(*) filter (where rating <= 1) as bottom, count(resolved) as asked,
           count(*) filter (where resolved) as resolved
      from survey where client_id = $1 and surveyed_day >= $2 and surveyed_day < $3
     group by service_id, person_id),
  e as (
    select service_id, person_id, sum(applicable_millionths) filter (where applicable_millionths > 0) as applicable,
           sum(earned_millionths) filter (where applicable_millionths > 0 and not auto_failed) as earned,
           count(*) filter (where applicable_millionths > 0 or applicable_millionths is null) as judged,
           sum(product_errors + process_errors + other_errors)
             filter (where applicable_millionths > 0 or applicable_millionths is null) as errors
      from evaluation where client_id = $1 and day >= $2 and day < $3
     group by service_id, person_id),
  w as (
    select service_id, person_id,
           sum(scheduled_seconds) filter (where adherent_seconds is not null) as scheduled,
           sum(adherent_seconds) filter (where scheduled_seconds is not null) as adherent,
           sum(handling_seconds + available_seconds) as occupiable,
           sum(handling_seconds) filter (where available_seconds is not null) as handling,
           sum(productive_seconds) as productive
      from work_time where client_id = $1 and day >= $2 and day < $3
     group by service_id, person_id),
  everybody as (
    select grouping(p.id, p.team_id, p.service_id) as level, p.id, p.team_id, p.service_id,
           ${SUMS.map((sum) => `sum(${sum}) as ${sum}`).join(", ")}
      from position p
      left join c on c.service_id = p.service_id and c.person_id = p.person_id
      left join s on s.service_id = p.service_id and s.person_id = p.person_id
      left join e on e.service_id = p.service_id and e.person_id = p.person_id
      left join w on w.service_id = p.service_id and w.person_id = p.person_id
     where p.client_id = $1 and p.role_code = 'bench-agent'
     group by grouping sets ((p.id), (p.team_id), (p.service_id), ()))
  select coalesce(id, team_id, service_id, $4::uuid) as subject, ${SHOWN.join(", ")} from everybody
  union all
  select lead.id, ${SHOWN.join(", ")}
    from everybody e join position lead on lead.client_id = $1 and lead.team_id = e.team_id and lead.role_code = 'bench-lead'
   where e.id is null`;

/** One row for each subject: numerator and denominator of each KPI. */
export async function byHand(admin: Client, { clientId, contractId }: ClosingStore): Promise<Record<string, string>[]> {
  const params = [clientId, MONTH.from, MONTH.until, contractId];
  return (await admin.query<Record<string, string>>(BY_HAND, params)).rows;
}

/** The same out of the saved scorecards. */
export async function saved(admin: Client, { clientId }: ClosingStore): Promise<Record<string, string>[]> {
  const sides = KPI_CODES.flatMap((code, i) =>
    (SIDES[code] ?? []).flatMap((side, j) => {
      const path = `$[*] ? (@.kpiCode == "${code}").${j === 0 ? "numerator" : "denominator"}`;
      return side === null ? [] : `jsonb_path_query_first(items, '${path}')#>>'{}' as k${2 * i + j}`;
    }),
  );
  const sql = `select subject_id as subject, ${sides.join(", ")} from scorecard
                where client_id = $1 and period_kind = 'month' and period_from = $2 and state <> 'restated'`;
  return (await admin.query<Record<string, string>>(sql, [clientId, MONTH.from])).rows;
}
