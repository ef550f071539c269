import { rows } from "../../platform/database";
import { batchLoader, groupedBy, inOrderOf } from "../../platform/graphql/loader";
import { nodeKind } from "../../platform/graphql/node";
import { moneyVisibility, visibleMoney } from "../visible-settlements";
import type { SettlementDisputeEvent } from "./settlement-dispute-event.entity";
import type { SettlementDispute } from "./settlement-dispute.entity";
import { SETTLEMENT_DISPUTE_COLUMNS } from "./settlement-dispute.queries";

const VISIBLE = `${visibleMoney("d")} and $2::boolean is not null`;

export const settlementDisputeById = batchLoader<SettlementDispute | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<SettlementDispute>(tx, BY_ID, [...moneyVisibility(viewer), ids]), ({ id }) => id),
);
const BY_ID = `select ${SETTLEMENT_DISPUTE_COLUMNS} from settlement_dispute d where ${VISIBLE} and d.id = any($4)`;

export const settlementDisputeNode = nodeKind("SettlementDispute", settlementDisputeById);

/** Disputes about lines of settlements, oldest first. */
export const disputesOfSettlement = batchLoader<SettlementDispute[]>(async (tx, viewer, ids) =>
  groupedBy(
    ids,
    await rows<SettlementDispute>(tx, OF_SETTLEMENTS, [...moneyVisibility(viewer), ids]),
    ({ settlementId }) => settlementId,
  ),
);
const OF_SETTLEMENTS = `select ${SETTLEMENT_DISPUTE_COLUMNS} from settlement_dispute d
  where ${VISIBLE} and d.settlement_id = any($4) order by d.id`;

export const eventsOfSettlementDispute = batchLoader<SettlementDisputeEvent[]>(async (tx, viewer, ids) =>
  groupedBy(ids, await rows<SettlementDisputeEvent>(tx, EVENTS, [viewer.clientIds, ids]), (one) => one.disputeId),
);
const EVENTS = `select e.client_id as "clientId", e.dispute_id as "disputeId", e.ordinal, e.at, e.actor,
  e.actor_name as "actorName", e.step, e.state, e.note, e.evidence
  from settlement_dispute_event e where e.client_id = any($1) and e.dispute_id = any($2)
 order by e.dispute_id, e.ordinal`;
