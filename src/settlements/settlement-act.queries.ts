import { rows, type Tx } from "../platform/database";
import type { SettlementEvent } from "./settlement-event.entity";
import type { LineState, SettlementLine } from "./settlement-line.entity";
import type { Settlement, SettlementState } from "./settlement.entity";

type Key = Pick<Settlement, "clientId" | "id">;

export const LINE_COLUMNS = `l.client_id as "clientId", l.settlement_id as "settlementId", l.no, l.kind, l.clause,
  l.cites, l.objective_id as "objectiveId", l.objective_code as "objectiveCode", l.amount, l.reason, l.origin,
  l.stretch_from as "stretchFrom", l.stretch_until as "stretchUntil", l.state, l.dispute_id as "disputeId",
  l.invoice_reference as "invoiceReference"`;

export const linesOf = (tx: Tx, { clientId, id }: Key): Promise<SettlementLine[]> =>
  rows(
    tx,
    `select ${LINE_COLUMNS} from settlement_line l where l.client_id = $1 and l.settlement_id = $2 order by l.no`,
    [clientId, id],
  );

/** Brings lines of a settlement into a state; what is not given is left alone. */
export const moveLines = async (
  tx: Tx,
  { clientId, id }: Key,
  to: {
    readonly nos: readonly number[];
    readonly state: LineState;
    readonly disputeId?: string;
    readonly reference?: string;
  },
): Promise<void> =>
  void (await rows(
    tx,
    `update settlement_line set state = $4, dispute_id = coalesce($5::uuid, dispute_id),
           invoice_reference = coalesce($6, invoice_reference)
      where client_id = $1 and settlement_id = $2 and no = any($3)`,
    [clientId, id, to.nos, to.state, to.disputeId ?? null, to.reference ?? null],
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
