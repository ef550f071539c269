import { parameterList } from "../kpis/kpi-parameter.type";
import { rows } from "../platform/database";
import { batchLoader, groupedBy, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import type { RowList } from "../platform/graphql/row-list";
import type { Day } from "../shared/day";
import { NIL_ID } from "../shared/ids";
import type { KpiAssignment } from "./kpi-assignment.entity";
import type { KpiAssignmentVersionType } from "./kpi-assignment.type";
import { shownScheme } from "./scheme.type";

/** An assignment, whatever its versions say. */
export type KpiAssignmentRow = Pick<
  KpiAssignment,
  "clientId" | "id" | "roleCode" | "contractId" | "serviceId" | "kpiCode"
>;

const COLUMNS = `t.client_id as "clientId", t.id, t.role_code as "roleCode", t.contract_id as "contractId",
  t.service_id as "serviceId", t.kpi_code as "kpiCode"`;
/** Those of the whole house are everybody's to see. */
const VISIBLE = `(t.client_id = any($1) or t.client_id = '${NIL_ID}') and t.superseded_at is null`;

export const kpiAssignmentById = batchLoader<KpiAssignmentRow | undefined>(async (tx, viewer, ids) => {
  const found = await rows<KpiAssignmentRow>(tx, BY_ID, [viewer.clientIds, ids], "kpiAssignmentById");
  return inOrderOf(ids, found, (row) => row.id);
});
const BY_ID = `select distinct ${COLUMNS} from kpi_assignment t where ${VISIBLE} and t.id = any($2)`;

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
   where ${VISIBLE} and t.id = any($2)
   order by t.id, t.valid_from`;

/** What a list of assignments is narrowed to. */
export interface AssignmentFilter {
  readonly validOn: Day | null;
  readonly role: string | null;
}

function heldOn(alias: string): string {
  const ended = `${alias}.valid_until is not null and ${alias}.valid_until <= $2`;
  return `($2::date is null or (${alias}.valid_from <= $2 and not (${ended})))`;
}

/** One row per assignment: of the versions that hold on the day asked for, the latest. */
export const assignmentRows: RowList<KpiAssignmentRow> = {
  columns: COLUMNS,
  from: "kpi_assignment t",
  where: `${VISIBLE} and ($3::text is null or t.role_code = $3) and ${heldOn("t")} and not exists (
    select 1 from kpi_assignment l where l.client_id = t.client_id and l.id = t.id and l.superseded_at is null
       and l.valid_from > t.valid_from and ${heldOn("l")})`,
  params: (_asking, filter) => {
    const { validOn, role } = filter as unknown as AssignmentFilter;
    return [validOn, role];
  },
  sort: [
    { sql: "t.role_code", type: "text", of: (row) => row.roleCode },
    { sql: "t.kpi_code", type: "text", of: (row) => row.kpiCode },
    { sql: "t.id", type: "uuid", of: (row) => row.id },
  ],
};
