import { rows, type Tx } from "../platform/database";
import type { Viewer } from "../platform/viewer";
import type { Period } from "../shared/period";
import { believedRows, latestOf } from "./believed-results";
import type { ObjectiveResult } from "./objective-result.entity";
import { OBJECTIVE_RESULTS } from "./result-table.rules";
import type { ContractClock } from "./scorecard-view";
import { visibility, visiblePromise } from "./visible-results";

export type ObjectiveResultRow = ObjectiveResult & ContractClock & { readonly serviceId: string | null };

export interface ObjectiveResultKey {
  readonly objectiveId: string;
  readonly period: Period;
}

const select = (from: string): string => `select r.client_id as "clientId", r.id, r.contract_id as "contractId",
  r.objective_id as "objectiveId", r.objective_version as "objectiveVersion", r.period_kind as "periodKind",
  r.period_from as "periodFrom", r.period_until as "periodUntil", r.version, r.state, r.outcome, r.shortfall,
  r.misses_allowed as "missesAllowed", r.item, r.aims, r.unadjusted, r.exclusions, r.segments, r.computed_at as "computedAt", r.recorded_at as "recordedAt",
  r.final_at as "finalAt", o.service_id as "serviceId", c.time_zone as "timeZone", c.grace_days as "graceDays", c.currency
  from ${from} r
  join objective o on o.client_id = r.client_id and o.id = r.objective_id
  join contract c on c.client_id = r.client_id and c.id = r.contract_id`;

const STORED = select("objective_result");
const AS_OF = select(believedRows(OBJECTIVE_RESULTS, "$6"));
const LATEST = latestOf(OBJECTIVE_RESULTS, "r");

const VISIBLE = `r.client_id = any($1) and ${visiblePromise("r.contract_id", "o.service_id")}`;

export const objectiveResultsById = (tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<ObjectiveResultRow[]> => {
  const [clientIds, , sight] = visibility(viewer);
  return rows(tx, `${STORED} where ${VISIBLE} and r.id = any($2)`, [clientIds, ids, sight], "objectiveResultsById");
};

/** The version in force of each key's result; of all keys as of one instant, or now. */
export function objectiveResultsInForce(
  tx: Tx,
  viewer: Viewer,
  { keys, asOf }: { readonly keys: readonly ObjectiveResultKey[]; readonly asOf: Date | null },
): Promise<ObjectiveResultRow[]> {
  const [clientIds, , sight] = visibility(viewer);
  return rows(
    tx,
    `${asOf ? AS_OF : STORED} join unnest($2::uuid[], $4::text[], $5::date[]) as k(id, kind, "from")
       on k.id = r.objective_id and k.kind = r.period_kind and k."from" = r.period_from
      where ${VISIBLE} and ${asOf ? "true" : LATEST}`,
    [
      clientIds,
      keys.map(({ objectiveId }) => objectiveId),
      sight,
      keys.map(({ period }) => period.kind),
      keys.map(({ period }) => period.from),
      ...(asOf ? [asOf] : []),
    ],
    `objectiveResultsInForce${asOf ? "/asOf" : ""}`,
  );
}
