import { rows, type Tx } from "../../platform/database";
import { SettlementDispute } from "./settlement-dispute.entity";
import type { SettlementDisputeEvent } from "./settlement-dispute-event.entity";

export const SETTLEMENT_DISPUTE_COLUMNS = `d.client_id as "clientId", d.id, d.contract_id as "contractId",
  d.settlement_id as "settlementId", d.state, d.reason, d.opened_by as "openedBy", d.opened_by_name as "openedByName",
  d.opened_at as "openedAt", d.outcome, d.decided, d.decided_by_name as "decidedByName", d.decided_at as "decidedAt",
  d.decision_reason as "decisionReason", d.correction_id as "correctionId"`;

type Key = Pick<SettlementDispute, "clientId" | "id">;

/** A dispute as it is now, locked until this transaction ends. */
export async function lockDispute(tx: Tx, { clientId, id }: Key): Promise<SettlementDispute> {
  const sql = `select ${SETTLEMENT_DISPUTE_COLUMNS} from settlement_dispute d
    where d.client_id = $1 and d.id = $2 for update`;
  return (await rows<SettlementDispute>(tx, sql, [clientId, id]))[0]!;
}

export const insertDispute = async (tx: Tx, dispute: SettlementDispute): Promise<void> =>
  void (await tx.insert(SettlementDispute, dispute as never));

export const saveDispute = async (tx: Tx, dispute: SettlementDispute): Promise<void> =>
  void (await rows(
    tx,
    `update settlement_dispute set state = $3, outcome = $4, decided = $5, decided_by_name = $6, decided_at = $7,
            decision_reason = $8, correction_id = $9
      where client_id = $1 and id = $2`,
    [
      ...[dispute.clientId, dispute.id, dispute.state, dispute.outcome],
      ...[dispute.decided && JSON.stringify(dispute.decided), dispute.decidedByName, dispute.decidedAt],
      ...[dispute.decisionReason, dispute.correctionId],
    ],
  ));

export async function appendDisputeEvent(tx: Tx, event: Omit<SettlementDisputeEvent, "ordinal">): Promise<void> {
  await rows(
    tx,
    `insert into settlement_dispute_event (client_id, dispute_id, ordinal, at, actor, actor_name, step, state, note,
       evidence)
     select $1, $2, 1 + count(*), $3, $4, $5, $6, $7, $8, $9 from settlement_dispute_event
      where client_id = $1 and dispute_id = $2`,
    [
      ...[event.clientId, event.disputeId, event.at, event.actor, event.actorName],
      ...[event.step, event.state, event.note, event.evidence],
    ],
  );
}

/** The highest version of a settlement's period. */
export async function latestVersion(tx: Tx, { clientId, id }: Key): Promise<number> {
  const [found] = await rows<{ version: number }>(
    tx,
    `select max(o.version) as version from settlement s
       join settlement o on o.client_id = s.client_id and o.contract_id = s.contract_id
        and o.period_kind = s.period_kind and o.period_from = s.period_from
      where s.client_id = $1 and s.id = $2`,
    [clientId, id],
  );
  return found!.version;
}

/** Whether somebody issued the settlement that a dispute is about. */
export async function hasIssued(
  tx: Tx,
  { clientId, settlementId }: Pick<SettlementDispute, "clientId" | "settlementId">,
  actor: string,
): Promise<boolean> {
  const sql = `select from settlement_event
    where client_id = $1 and settlement_id = $2 and step = 'issued' and actor = $3`;
  return (await rows(tx, sql, [clientId, settlementId, actor])).length > 0;
}
