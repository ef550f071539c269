import { rows, type Tx } from "../platform/database";
import type { SettlementEvent } from "./settlement-event.entity";
import type { LineState, SettlementLine } from "./settlement-line.entity";
import type { Settlement, SettlementState } from "./settlement.entity";

type Key = Pick<Settlement, "clientId" | "id">;

export const LINE_COLUMNS = `l.client_id as "clientId", l.settlement_id as "settlementId", l.no, l.kind, l.clause,
  l.cites, l.objective_id as "objectiveId", l.objective_code as "objectiveCode", l.amount, l.reason, l.origin,
  l.stretch_from as "stretchFrom", l.stretch_until as "stretchUntil", l.state, l.dispute_id as "disputeId"`;

export const linesOf = (tx: Tx, { clientId, id }: Key): Promise<SettlementLine[]> =>
  rows(
    tx,
    `select ${LINE_COLUMNS} from settlement_line l where l.client_id = $1 and l.settlement_id = $2 order by l.no`,
    [clientId, id],
  );

/** Brings lines of a settlement into a state; `disputeId` is left alone when it is not given. */
export const moveLines = async (
  tx: Tx,
  { clientId, id }: Key,
  to: { readonly nos: readonly number[]; readonly state: LineState; readonly disputeId?: string },
): Promise<void> =>
  void (await rows(
    tx,
    `update settlement_line set state = $4, dispute_id = coalesce($5::uuid, dispute_id)
      where client_id = $1 and settlement_id = $2 and no = any($3)`,
    [clientId, id, to.nos, to.state, to.disputeId ?? null],
  ));

export interface NewState {
  readonly state: SettlementState;
  readonly by: string;
  readonly now: Date;
  readonly invoiceReference?: string | null;
}

/** Keeps who brought it there and when, the first time. */
export const saveSettlementState = async (
  tx: Tx,
  { clientId, id }: Key,
  { state, by, now, invoiceReference = null }: NewState,
): Promise<void> => void (await rows(tx, SAVE_STATE, [clientId, id, state, now, by, invoiceReference]));

const SAVE_STATE = `
  update settlement set state = $3,
         issued_at = coalesce(issued_at, $4), issued_by = coalesce(issued_by, $5),
         agreed_at = case when $3 in ('agreed', 'invoiced') then coalesce(agreed_at, $4) else agreed_at end,
         agreed_by = case when $3 in ('agreed', 'invoiced') then coalesce(agreed_by, $5) else agreed_by end,
         invoiced_at = case when $3 = 'invoiced' then coalesce(invoiced_at, $4) else invoiced_at end,
         invoiced_by = case when $3 = 'invoiced' then coalesce(invoiced_by, $5) else invoiced_by end,
         invoice_reference = coalesce($6, invoice_reference)
   where client_id = $1 and id = $2`;

export async function appendSettlementEvent(tx: Tx, event: Omit<SettlementEvent, "ordinal">): Promise<void> {
  await rows(
    tx,
    `insert into settlement_event (client_id, settlement_id, ordinal, at, actor, actor_name, step, state, note)
     select $1, $2, 1 + count(*), $3, $4, $5, $6, $7, $8 from settlement_event
      where client_id = $1 and settlement_id = $2`,
    [
      ...[event.clientId, event.settlementId, event.at, event.actor, event.actorName],
      ...[event.step, event.state, event.note],
    ],
  );
}

/** The counters that a settlement's period ended with, where they had not been reached in the period before. */
export const raiseNotices = async (tx: Tx, { clientId, id }: Key, now: Date): Promise<void> =>
  void (await rows(tx, RAISE, [clientId, id, now]));

const RAISE = `
  insert into settlement_notice (client_id, id, contract_id, settlement_id, clause, cites, objective_id,
    objective_code, consequence, failures, within, failures_limit, period_from, raised_at)
  select s.client_id, gen_random_uuid(), s.contract_id, s.id, c.clause, coalesce(t.cites, ''), o.id, c.objective,
         c.consequence, c.failures, c.within, c."limit", s.period_from, $3
    from settlement s
   cross join lateral jsonb_to_recordset(s.settled -> 'counters') as c(clause text, objective text, failures integer,
         within integer, "limit" integer, consequence text, "isDefault" boolean)
    left join objective o on o.client_id = s.client_id and o.contract_id = s.contract_id and o.code = c.objective
    left join lateral (
      select x ->> 'cites' as cites from settlement_terms v cross join jsonb_array_elements(v.terms -> 'clauses') x
       where v.client_id = s.client_id and v.contract_id = s.contract_id and v.version = s.terms_version
         and x ->> 'code' = c.clause limit 1) t on true
   where s.client_id = $1 and s.id = $2 and c."isDefault" and not exists (
     select from settlement p
      cross join lateral jsonb_to_recordset(p.settled -> 'counters') as d(clause text, objective text, "isDefault" boolean)
      where p.client_id = s.client_id and p.contract_id = s.contract_id and p.period_until = s.period_from
        and p.period_kind = s.period_kind and p.version = (
          select max(q.version) from settlement q where q.client_id = p.client_id and q.contract_id = p.contract_id
             and q.period_kind = p.period_kind and q.period_from = p.period_from)
        and d.clause = c.clause and d.objective = c.objective and d."isDefault")
  on conflict on constraint settlement_notice_once_key do nothing`;
