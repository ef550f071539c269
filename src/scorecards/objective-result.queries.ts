import { rows, type Tx } from "../platform/database";
import type { Viewer } from "../platform/viewer";
import type { Period } from "../shared/period";
import type { ObjectiveResult } from "./objective-result.entity";
import type { ContractClock } from "./scorecard-view";

export type ObjectiveResultRow = ObjectiveResult & ContractClock & { readonly serviceId: string | null };

export interface ObjectiveResultKey {
  readonly objectiveId: string;
  readonly period: Period;
}

const SELECT = `select r.client_id as "clientId", r.id, r.contract_id as "contractId", r.objective_id as "objectiveId",
  r.objective_version as "objectiveVersion", r.period_kind as "periodKind", r.period_from as "periodFrom",
  r.period_until as "periodUntil", r.version, r.state, r.outcome, r.shortfall, r.misses_allowed as "missesAllowed",
  r.item, r.computed_at as "computedAt", r.recorded_at as "recordedAt", r.final_at as "finalAt", o.service_id as "serviceId", c.time_zone as "timeZone",
  c.grace_days as "graceDays", c.currency
  from objective_result r
  join objective o on o.client_id = r.client_id and o.id = r.objective_id
  join contract c on c.client_id = r.client_id and c.id = r.contract_id`;

const LATEST = `not exists (select 1 from objective_result n where n.client_id = r.client_id
  and n.objective_id = r.objective_id and n.period_kind = r.period_kind and n.period_from = r.period_from
  and n.version > r.version)`;

export const objectiveResultsById = (tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<ObjectiveResultRow[]> =>
  rows(tx, `${SELECT} where r.client_id = any($1) and r.id = any($2)`, [viewer.clientIds, ids], "objectiveResultsById");

export const latestObjectiveResults = (
  tx: Tx,
  viewer: Viewer,
  keys: readonly ObjectiveResultKey[],
): Promise<ObjectiveResultRow[]> =>
  rows(
    tx,
    `${SELECT} join unnest($2::uuid[], $3::text[], $4::date[]) as k(id, kind, "from")
       on k.id = r.objective_id and k.kind = r.period_kind and k."from" = r.period_from
      where r.client_id = any($1) and ${LATEST}`,
    [
      viewer.clientIds,
      keys.map(({ objectiveId }) => objectiveId),
      keys.map(({ period }) => period.kind),
      keys.map(({ period }) => period.from),
    ],
    "latestObjectiveResults",
  );
