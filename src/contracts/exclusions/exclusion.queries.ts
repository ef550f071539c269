import { rows, type Tx } from "../../platform/database";
import type { ExclusionEvent } from "./exclusion-event.entity";
import type { Exclusion } from "./exclusion.entity";

export const EXCLUSION_COLUMNS = `x.client_id as "clientId", x.id, x.contract_id as "contractId", x.code, x.kind,
  x.reason, x.evidence, x.from_at as "fromAt", x.until_at as "untilAt", x.service_ids as "serviceIds", x.channels,
  x.objective_ids as "objectiveIds", x.approval_by as "approvalBy", x.state, x.requested_by as "requestedBy",
  x.requested_by_name as "requestedByName", x.requested_side as "requestedSide", x.requested_at as "requestedAt",
  x.approved_at as "approvedAt", x.revoked_at as "revokedAt"`;

export const EVENT_COLUMNS = `e.client_id as "clientId", e.exclusion_id as "exclusionId", e.ordinal, e.at, e.actor,
  e.actor_name as "actorName", e.side, e.step, e.state, e.note`;

type Key = Pick<Exclusion, "clientId" | "id">;

/** The exclusion as it is now; whoever else acts on it waits until this transaction ends. */
export async function lockExclusion(tx: Tx, { clientId, id }: Key): Promise<Exclusion> {
  const [found] = await rows<Exclusion>(
    tx,
    `select ${EXCLUSION_COLUMNS} from exclusion x where x.client_id = $1 and x.id = $2 for update`,
    [clientId, id],
  );
  return found!;
}

/** One under the same contract with the same code. Whoever requests another of that code waits. */
export async function sameCode(
  tx: Tx,
  { clientId, contractId, code }: Pick<Exclusion, "clientId" | "contractId" | "code">,
): Promise<Exclusion | undefined> {
  const key = ["exclusion", clientId, contractId, code].join("/");
  await rows(tx, "select pg_advisory_xact_lock(hashtextextended($1, 29))", [key]);
  const [found] = await rows<Exclusion>(
    tx,
    `select ${EXCLUSION_COLUMNS} from exclusion x where x.client_id = $1 and x.contract_id = $2 and x.code = $3`,
    [clientId, contractId, code],
  );
  return found;
}

export async function saveState(tx: Tx, { clientId, id, state, approvedAt, revokedAt }: Exclusion): Promise<void> {
  await rows(
    tx,
    "update exclusion set state = $3, approved_at = $4, revoked_at = $5 where client_id = $1 and id = $2",
    [clientId, id, state, approvedAt, revokedAt],
  );
}

/** Every step so far, in order. */
export const eventsOf = (tx: Tx, { clientId, id }: Key): Promise<ExclusionEvent[]> =>
  rows<ExclusionEvent>(
    tx,
    `select ${EVENT_COLUMNS} from exclusion_event e where e.client_id = $1 and e.exclusion_id = $2 order by e.ordinal`,
    [clientId, id],
  );
