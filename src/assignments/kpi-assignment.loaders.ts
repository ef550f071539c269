import { parameterList } from "../kpis/kpi-parameter.type";
import { rows } from "../platform/database";
import { batchLoader, groupedBy, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import type { KpiAssignment } from "./kpi-assignment.entity";
import type { KpiAssignmentVersionType } from "./kpi-assignment.type";
import { shownScheme } from "./scheme.type";
import { placedRows, VISIBLE_PLACED } from "./placed-rows";

/** An assignment, whatever its versions say. */
export type KpiAssignmentRow = Pick<
  KpiAssignment,
  "clientId" | "id" | "roleCode" | "contractId" | "serviceId" | "kpiCode"
>;

const COLUMNS = `t.client_id as "clientId", t.id, t.role_code as "roleCode", t.contract_id as "contractId",
  t.service_id as "serviceId", t.kpi_code as "kpiCode"`;

export const kpiAssignmentById = batchLoader<KpiAssignmentRow | undefined>(async (tx, viewer, ids) => {
  const found = await rows<KpiAssignmentRow>(tx, BY_ID, [viewer.clientIds, ids], "kpiAssignmentById");
  return inOrderOf(ids, found, (row) => row.id);
});
const BY_ID = `select distinct ${COLUMNS} from kpi_assignment t where ${VISIBLE_PLACED} and t.id = any($2)`;

export const kpiAssignmentNode = nodeKind("KpiAssignment", kpiAssignmentById);

/** The versions believed now, by the days they apply on. */
export const versionsByAssignment = batchLoader<KpiAssignmentVersionType[]>(async (tx, viewer, ids) => {
  const found = await rows<KpiAssignment>(tx, VERSIONS, [viewer.clientIds, ids], "versionsByAssignment");
  const shown = found.map((row) => ({
    ...row,
    dialect: row.dialect!,
    parameters: parameterList(row.parameters),
    scheme: shownScheme(row.scheme),
  }));
  return groupedBy(ids, shown, (row) => row.id);
});
const VERSIONS = `
  select t.id, t.dialect, t.parameters, t.weight, t.target, t.min_sample as "minSample", t.scheme,
         t.on_missing as "onMissing", t.gate, t.baseline, t.version,
         t.valid_from as "validFrom", t.valid_until as "validUntil", t.recorded_at as "recordedAt"
    from kpi_assignment t
   where ${VISIBLE_PLACED} and t.id = any($2)
   order by t.id, t.valid_from`;

export const assignmentRows = placedRows<KpiAssignmentRow>("kpi_assignment", COLUMNS, [
  { sql: "t.kpi_code", type: "text", of: (row) => row.kpiCode },
  { sql: "t.id", type: "uuid", of: (row) => row.id },
]);
