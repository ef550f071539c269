import { rows, type Tx } from "../platform/database";
import { DisputeEvent } from "./dispute-event.entity";
import { Dispute } from "./dispute.entity";

export const DISPUTE_COLUMNS = `d.client_id as "clientId", d.id, d.contract_id as "contractId", d.about,
  d.subject_kind as "subjectKind", d.subject_id as "subjectId", d.service_id as "serviceId", d.team_id as "teamId",
  d.person_id as "personId", d.kpi_code as "kpiCode", d.dialect, d.parameters, d.period_kind as "periodKind",
  d.period_from as "periodFrom", d.period_until as "periodUntil", d.source, d.external_id as "externalId",
  d.evaluator_id as "evaluatorId", d.state, d.reason, d.original, d.outcome, d.decided, d.opened_by as "openedBy",
  d.opened_by_name as "openedByName", d.opened_by_person_id as "openedByPersonId", d.opened_at as "openedAt",
  d.decided_by_name as "decidedByName", d.decided_at as "decidedAt", d.decision_reason as "decisionReason"`;

/** The dispute as it is now; whoever else acts on it waits until this transaction ends. */
export async function lockDispute(tx: Tx, { clientId, id }: Pick<Dispute, "clientId" | "id">): Promise<Dispute> {
  const [found] = await rows<Dispute>(
    tx,
    `select ${DISPUTE_COLUMNS} from dispute d where d.client_id = $1 and d.id = $2 for update`,
    [clientId, id],
  );
  return found!;
}

/** The undecided dispute about the same thing, if there is one. Whoever opens another waits until this transaction ends. */
export async function undecidedAbout(tx: Tx, dispute: Dispute): Promise<Dispute | undefined> {
  const { clientId, about, subjectKind, subjectId, periodKind, periodFrom, kpiCode, source, externalId } = dispute;
  const thing = about === "item" ? [subjectKind, subjectId, periodKind, periodFrom, kpiCode] : [source, externalId];
  const key = ["dispute", clientId, about, ...thing].join("/");
  await rows(tx, "select pg_advisory_xact_lock(hashtextextended($1, 19))", [key]);
  const [found] = await rows<Dispute>(tx, about === "item" ? SAME_ITEM : SAME_EVALUATION, [
    clientId,
    ...thing,
    ...(about === "item" ? [dispute.dialect, JSON.stringify(dispute.parameters)] : []),
  ]);
  return found;
}

const UNDECIDED = "d.state in ('open', 'evidence', 'review')";
const SAME_ITEM = `select ${DISPUTE_COLUMNS} from dispute d
  where d.client_id = $1 and d.about = 'item' and d.subject_kind = $2 and d.subject_id = $3 and d.period_kind = $4
    and d.period_from = $5 and d.kpi_code = $6 and d.dialect = $7 and d.parameters = $8::jsonb and ${UNDECIDED}`;
const SAME_EVALUATION = `select ${DISPUTE_COLUMNS} from dispute d
  where d.client_id = $1 and d.about = 'evaluation' and d.source = $2 and d.external_id = $3 and ${UNDECIDED}`;

export const insertDispute = async (tx: Tx, dispute: Dispute): Promise<void> =>
  void (await tx.insert(Dispute, { ...dispute, parameters: dispute.parameters as never }));

/** Brings a locked dispute into a state, with what was decided. */
export async function saveState(tx: Tx, dispute: Dispute): Promise<void> {
  await rows(
    tx,
    `update dispute set state = $3, outcome = $4, decided = $5, decided_by_name = $6, decided_at = $7,
            decision_reason = $8
      where client_id = $1 and id = $2`,
    [
      ...[dispute.clientId, dispute.id, dispute.state, dispute.outcome],
      dispute.decided && JSON.stringify(dispute.decided),
      ...[dispute.decidedByName, dispute.decidedAt, dispute.decisionReason],
    ],
  );
}

export async function appendEvent(tx: Tx, event: Omit<DisputeEvent, "ordinal">): Promise<void> {
  await rows(
    tx,
    `insert into dispute_event (client_id, dispute_id, ordinal, at, actor, actor_name, step, state, note, evidence)
     select $1, $2, 1 + (select count(*) from dispute_event where client_id = $1 and dispute_id = $2),
            $3, $4, $5, $6, $7, $8, $9`,
    [
      ...[event.clientId, event.disputeId, event.at, event.actor, event.actorName],
      ...[event.step, event.state, event.note, event.evidence],
    ],
  );
}
