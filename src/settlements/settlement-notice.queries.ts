import { rows, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import type { CounterState } from "./engine/settled-period";
import type { ContractPlace } from "./settlement-book.queries";
import type { SettlementNotice } from "./settlement-notice.entity";
import type { NoticeChanges } from "./settlement-notice.rules";
import type { SettlementRow } from "./settlement.queries";

export type StandingNotice = Pick<SettlementNotice, "clause" | "objectiveCode" | "periodFrom">;

/** Notices of a contract that were not withdrawn. */
export const standingNotices = (tx: Tx, { clientId, contractId }: ContractPlace): Promise<StandingNotice[]> =>
  rows(
    tx,
    `select clause, objective_code as "objectiveCode", period_from as "periodFrom" from settlement_notice
      where client_id = $1 and contract_id = $2 and withdrawn_at is null`,
    [clientId, contractId],
  );

type Of = Pick<SettlementRow, "clientId" | "contractId" | "id" | "periodFrom">;

/** The counters with which the period before a settlement's ended; none where it was not settled. */
export async function countersBefore(tx: Tx, { clientId, id }: Of): Promise<CounterState[]> {
  const [found] = await rows<{ counters: CounterState[] }>(tx, COUNTERS_BEFORE, [clientId, id]);
  return found?.counters ?? [];
}

const COUNTERS_BEFORE = `
  select p.settled -> 'counters' as counters
    from settlement s
    join settlement p on p.client_id = s.client_id and p.contract_id = s.contract_id and p.cause <> 'dispute'
     and p.period_kind = s.period_kind and p.period_until = s.period_from
   where s.client_id = $1 and s.id = $2 order by p.version desc limit 1`;

/** Who says so, and when. */
export interface Telling {
  readonly by: string;
  readonly now: Date;
}

/** Raises and withdraws notices of a settlement's period. */
export async function writeNotices(
  tx: Tx,
  { clientId, contractId, id, periodFrom }: Of,
  { raised, withdrawn }: NoticeChanges,
  { by, now }: Telling,
): Promise<void> {
  if (raised.length > 0) await rows(tx, RAISE, [clientId, id, now, JSON.stringify(raised)]);
  if (withdrawn.length > 0)
    await rows(tx, WITHDRAW, [clientId, contractId, periodFrom satisfies Day, now, by, JSON.stringify(withdrawn)]);
}

const RAISE = `
  insert into settlement_notice (client_id, id, contract_id, settlement_id, clause, cites, objective_id,
    objective_code, consequence, failures, within, failures_limit, period_from, raised_at)
  select s.client_id, gen_random_uuid(), s.contract_id, s.id, c.clause, coalesce(t.cites, ''), o.id, c.objective,
         c.consequence, c.failures, c.within, c."limit", s.period_from, $3
    from settlement s
   cross join lateral jsonb_to_recordset($4::jsonb) as c(clause text, objective text, failures integer,
         within integer, "limit" integer, consequence text)
    left join objective o on o.client_id = s.client_id and o.contract_id = s.contract_id and o.code = c.objective
    left join lateral (
      select x ->> 'cites' as cites from settlement_terms v cross join jsonb_array_elements(v.terms -> 'clauses') x
       where v.client_id = s.client_id and v.contract_id = s.contract_id and v.version = s.terms_version
         and x ->> 'code' = c.clause limit 1) t on true
   where s.client_id = $1 and s.id = $2
  on conflict (client_id, contract_id, clause, objective_code, period_from) where withdrawn_at is null do nothing`;

const WITHDRAW = `
  update settlement_notice n set withdrawn_at = $4, withdrawn_by = $5, withdrawal_reason = w.reason
    from jsonb_to_recordset($6::jsonb) as w(clause text, "objectiveCode" text, reason text)
   where n.client_id = $1 and n.contract_id = $2 and n.period_from = $3 and n.withdrawn_at is null
     and n.clause = w.clause and n.objective_code = w."objectiveCode"`;
