/**
 * The contacts of one customer about one reason, in the order they were offered: handled contacts (outcome answered)
 * of one client with the same `customer_ref` and the same `reason` (none is a reason, too), whatever their service.
 * Operational FCR looks at each contact's neighbours in that order. A contact that comes, goes or changes alters what
 * its old and new neighbours count for, nobody else's: see measures/README.md for the days this touches.
 */

/** SQL of the last instant known of contact `c`: its end, else its answer, else its offer. */
export const lastAtSql = (c: string): string => `coalesce(${c}.ended_at, ${c}.answered_at, ${c}.offered_at)`;

/** SQL of the local day of the last instant known of contact `c`. */
export const lastDaySql = (c: string): string => `coalesce(${c}.ended_day, ${c}.answered_day, ${c}.offered_day)`;

/** SQL of the day on which contact `c` counts as answered. */
export const answeredDaySql = (c: string): string => `coalesce(${c}.answered_day, ${c}.offered_day)`;

const ofSameIssue = (c: string): string =>
  `n.client_id = ${c}.client_id and n.customer_ref = ${c}.customer_ref and n.reason is not distinct from ${c}.reason
   and n.outcome = 'answered'`;

const KEY = (c: string): string => `(${c}.offered_at, ${c}.source, ${c}.external_id)`;

/** SQL of one value of the contact that comes after `c`, for example `n.offered_at`; null when there is none. */
export const ofNextSql = (c: string, value: string): string =>
  `(select ${value} from contact n where ${ofSameIssue(c)} and ${KEY("n")} > ${KEY(c)}
     order by n.offered_at, n.source, n.external_id limit 1)`;

/** SQL of one value of the contact that came before `c`. */
export const ofPreviousSql = (c: string, value: string): string =>
  `(select ${value} from contact n where ${ofSameIssue(c)} and ${KEY("n")} < ${KEY(c)}
     order by n.offered_at desc, n.source desc, n.external_id desc limit 1)`;

/** SQL of the repeatDays (column `days`) of every operational FCR that is computed. */
export const REPEAT_DAYS_SQL = `
  select distinct (parameters::jsonb ->> 'repeatDays')::integer as days from measure_slot
   where stream = 'contact' and parameters like '%"repeatDays"%'`;

/**
 * SQL of the days (`service_id`, `day`) whose operational FCR changes with contacts: `changed` is a relation with the
 * columns of `contact` that holds how they were and how they are. Run it when the table already holds how they are.
 */
export const issueDaysSql = (changed: string): string => `
  select distinct l.service_id, l.last_day + r.days as day
    from ${changed} c
   cross join lateral (
     select c.service_id, ${lastDaySql("c")} as last_day
     union all
     (select n.service_id, ${lastDaySql("n")} from contact n where ${ofSameIssue("c")} and ${KEY("n")} < ${KEY("c")}
       order by n.offered_at desc, n.source desc, n.external_id desc limit 1)
     union all
     (select n.service_id, ${lastDaySql("n")} from contact n where ${ofSameIssue("c")} and ${KEY("n")} > ${KEY("c")}
       order by n.offered_at, n.source, n.external_id limit 1)) l
   cross join (${REPEAT_DAYS_SQL}) r
   where c.outcome = 'answered' and c.customer_ref is not null`;
