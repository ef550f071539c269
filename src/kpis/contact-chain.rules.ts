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
