/**
 * On which days the moments of cases count (facts/README.md says what they are): on their own; a closing and a first
 * resolution also repeatDays later; an opening and a reopening also on the day on which the case is ageDays old, if it
 * is still waited for then.
 */

const slotValues = (names: readonly string[]): string => `
  select distinct p.value::integer as days
    from measure_slot s cross join lateral jsonb_each_text(s.parameters::jsonb) p
   where s.stream = 'case' and p.key in (${names.map((one) => `'${one}'`).join(", ")})`;

/** SQL of the repeatDays (column `days`) of everything that is counted so much later. */
export const REPEATS_SQL = slotValues(["repeatDays"]);

/** Parameters that say how old cases are. */
export const AGES = ["ageDays", "untilAgeDays"] as const;

/** SQL of the ages (column `days`) that are counted. */
export const AGES_SQL = slotValues(AGES);

/** SQL of whether moment `m` counts again repeatDays later. */
export const countsLaterSql = (m: string): string =>
  `(${m}.moment = 'closed' or (${m}.moment = 'resolved' and ${m}.is_first))`;

/** SQL of whether the case of moment `m`, an opening or a reopening, grows as old as on a later day while waited for. */
export const agesOnSql = (m: string, day: string): string =>
  `(${m}.moment in ('opened', 'reopened') and ${m}.day < ${day} and ((${m}.until_day > ${day}) is not false
     or (${m}.moment = 'opened' and (${m}.answered_day > ${day}) is not false)))`;

/**
 * SQL of `service_id, day` of every day on which moments count, with columns of moment `m` besides (`"m.person_id, "`);
 * `moments`: a relation with the columns of case_moment.
 */
export const momentDaysSql = (moments: string, besides = ""): string => `
  select ${besides}m.service_id, m.day from ${moments} m
  union
  select ${besides}m.service_id, m.day + r.days from ${moments} m cross join (${REPEATS_SQL}) r where ${countsLaterSql("m")}
  union
  select ${besides}m.service_id, m.opened_day + a.days from ${moments} m cross join (${AGES_SQL}) a
   where ${agesOnSql("m", "m.opened_day + a.days")}`;

const KEY = (c: string): string => `(${c}.opened_at, ${c}.source, ${c}.external_id)`;

const ofSameMatter = (c: string): string =>
  `n.client_id = ${c}.client_id and n.customer_ref = ${c}.customer_ref and n.reason is not distinct from ${c}.reason`;

/** SQL of when the customer of moment `m` opened the next case about the same; null: never. */
export const nextOpenedSql = (m: string): string =>
  `(select n.opened_at from case_record n where ${ofSameMatter(m)} and ${KEY("n")} > ${KEY(m)}
     order by n.opened_at, n.source, n.external_id limit 1)`;

/**
 * SQL of the days (`service_id`, `day`) on which the cases before others of the same customer and reason count as closed
 * without a repeat, or no longer. `changed` has the columns of case_record, and holds cases of client $1 as they were and
 * as they are. Each customer's cases are put in line once and looked up by lists: on a table that has just grown, looking
 * for each neighbour apart would read all of it each time. A changed case stands before a stored one of the same place,
 * so that its number is that of the stored case before it.
 */
export const neighbourDaysSql = (changed: string): string => `
  with changed as materialized (select * from ${changed} c where c.customer_ref is not null),
  line as (
    select n.source, n.external_id, n.customer_ref, n.reason, n.opened_at, 1 as stored from case_record n
     where n.client_id = $1 and n.customer_ref = any (array(select distinct customer_ref from changed))
    union all
    select source, external_id, customer_ref, reason, opened_at, 0 from changed),
  numbered as materialized (
    select source, external_id, stored, dense_rank() over (order by customer_ref, reason) as matter,
           sum(stored) over (partition by customer_ref, reason
             order by opened_at, source, external_id, stored rows unbounded preceding) as number
      from line),
  before as materialized (
    select r.source, r.external_id from numbered r
     where r.stored = 1 and (r.matter, r.number) in (select matter, number from numbered where stored = 0))
  select distinct m.service_id, m.day + r.days as day
    from case_moment m
   cross join (${REPEATS_SQL}) r
   where m.client_id = $1 and m.source = any (array(select distinct source from before))
     and m.external_id = any (array(select external_id from before)) and m.moment = 'closed'
     and (m.source, m.external_id) in (select source, external_id from before)`;
