import { rows } from "../platform/database";
import { batchLoader, groupedBy, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import type { KpiSet } from "./kpi-set.entity";
import type { KpiSetVersionType } from "./kpi-set.type";
import { placedRows, VISIBLE_PLACED } from "./placed-rows";

/** A set, whatever its versions say. */
export type KpiSetRow = Pick<KpiSet, "clientId" | "id" | "roleCode" | "contractId" | "serviceId">;

const COLUMNS = `t.client_id as "clientId", t.id, t.role_code as "roleCode", t.contract_id as "contractId",
  t.service_id as "serviceId"`;

export const kpiSetById = batchLoader<KpiSetRow | undefined>(async (tx, viewer, ids) => {
  const found = await rows<KpiSetRow>(tx, BY_ID, [viewer.clientIds, ids], "kpiSetById");
  return inOrderOf(ids, found, (row) => row.id);
});
const BY_ID = `select distinct ${COLUMNS} from kpi_set t where ${VISIBLE_PLACED} and t.id = any($2)`;

export const kpiSetNode = nodeKind("KpiSet", kpiSetById);

/** The versions believed now, by the days they apply on. */
export const versionsByKpiSet = batchLoader<KpiSetVersionType[]>(async (tx, viewer, ids) => {
  const found = await rows<KpiSet>(tx, VERSIONS, [viewer.clientIds, ids], "versionsByKpiSet");
  return groupedBy(ids, found, (row) => row.id);
});
const VERSIONS = `
  select t.id, t.weights, t.levels, t.anonymous_under as "anonymousUnder", t.version,
         t.valid_from as "validFrom", t.valid_until as "validUntil", t.recorded_at as "recordedAt"
    from kpi_set t
   where ${VISIBLE_PLACED} and t.id = any($2)
   order by t.id, t.valid_from`;

export const kpiSetRows = placedRows<KpiSetRow>("kpi_set", COLUMNS, [
  { sql: "t.id", type: "uuid", of: (row) => row.id },
]);
