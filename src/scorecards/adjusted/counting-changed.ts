import { rows, type Tx } from "../../platform/database";
import { addDays, type Day } from "../../shared/day";
import { touchPeriods } from "../touched-period.queries";

/** What counts on days `[from, until)` of a contract has changed. */
export interface ChangedCounting {
  readonly clientId: string;
  readonly contractId: string;
  readonly from: Day;
  readonly until: Day;
}

/**
 * Marks the periods whose figures may change: those that overlap the days, those in which facts of the days count that
 * count later, and those that are judged together with one of them. Others are left alone.
 */
export async function touchCounting(tx: Tx, { until, ...changed }: ChangedCounting): Promise<number> {
  const [found] = await rows<{ days: number }>(tx, REACH, [changed.clientId, changed.contractId]);
  return touchPeriods(tx, { ...changed, until: addDays(until, found?.days ?? 0) });
}

/**
 * How many days after a fact an objective of the contract may still look at it, at most, by any version there was: as
 * the days of its parameters say, which by themselves are no more than 100, and by the periods that are judged together.
 */
const REACH = `
  select coalesce(max(greatest(100, p.days) + (v.rolling - 1) * case v.measured_by
           when 'day' then 1 when 'week' then 7 when 'month' then 31 when 'quarter' then 92 else 366 end), 0)::integer as days
    from objective_version v
    join objective o on o.client_id = v.client_id and o.id = v.objective_id
    cross join lateral (select max(value::integer) as days from jsonb_each_text(v.parameters) where key like '%Days') p
   where v.client_id = $1 and o.contract_id = $2`;
