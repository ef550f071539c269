import { rows, type Tx } from "../../platform/database";
import type { ContractPlace } from "../settlement-book.queries";

/** Ids of a contract's objectives by their codes. */
export async function incidentObjectives(
  tx: Tx,
  { clientId, contractId }: ContractPlace,
): Promise<ReadonlyMap<string, string>> {
  const sql = "select code, id from objective where client_id = $1 and contract_id = $2 order by code";
  const found = await rows<{ code: string; id: string }>(tx, sql, [clientId, contractId]);
  return new Map(found.map(({ code, id }) => [code, id]));
}

export const CHARGE_COLUMNS = `h.client_id as "clientId", h.id, h.contract_id as "contractId",
  h.period_kind as "periodKind", h.period_from as "periodFrom", h.period_until as "periodUntil", h.amount, h.reference,
  h.note, h.recorded_by as "recordedBy", h.recorded_by_name as "recordedByName", h.recorded_at as "recordedAt",
  h.superseded_at as "supersededAt"`;

export const INCIDENT_COLUMNS = `i.client_id as "clientId", i.id, i.contract_id as "contractId", i.code, i.title,
  i.period_kind as "periodKind", i.period_from as "periodFrom", i.period_until as "periodUntil",
  i.objective_ids as "objectiveIds", i.evidence, i.recorded_by as "recordedBy",
  i.recorded_by_name as "recordedByName", i.recorded_at as "recordedAt",
  i.chosen_objective_id as "chosenObjectiveId", i.chosen_by_name as "chosenByName", i.chosen_at as "chosenAt"`;
