import { rows } from "../platform/database";
import { batchLoader, groupedBy, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import type { RowList } from "../platform/graphql/row-list";
import { NIL_ID } from "../shared/ids";
import type { AssignmentFilter } from "./kpi-assignment.loaders";
import type { KpiSet } from "./kpi-set.entity";
import type { KpiSetVersionType } from "./kpi-set.type";

/** A set, whatever its versions say. */
export type KpiSetRow = Pick<KpiSet, "clientId" | "id" | "roleCode" | "contractId" | "serviceId">;

const COLUMNS = `t.client_id as "clientId", t.id, t.role_code as "roleCode", t.contract_id as "contractId",
  t.service_id as "serviceId"`;
/** Those of the whole house are everybody's to see. */
const VISIBLE = `(t.client_id = any($1) or t.client_id = '${NIL_ID}') and t.superseded_at is null`;

export const kpiSetById = batchLoader<KpiSetRow | undefined>(async (tx, viewer, ids) => {
  const found = await rows<KpiSetRow>(tx, BY_ID, [viewer.clientIds, ids], "kpiSetById");
  return inOrderOf(ids, found, (row) => row.id);
});
const BY_ID = `select distinct ${COLUMNS} from kpi_set t where ${VISIBLE} and t.id = any($2)`;

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
   where ${VISIBLE} and t.id = any($2)
   order by t.id, t.valid_from`;

const heldOn = (alias: string): string =>
  `($2::date is null or (${alias}.valid_from <= $2 and (${alias}.valid_until is null or ${alias}.valid_until > $2)))`;

/** One row per set: of the versions that hold on the day asked for, the latest. */
export const kpiSetRows: RowList<KpiSetRow> = {
  columns: COLUMNS,
  from: "kpi_set t",
  where: `${VISIBLE} and ($3::text is null or t.role_code = $3) and ${heldOn("t")} and not exists (
    select 1 from kpi_set l where l.client_id = t.client_id and l.id = t.id and l.superseded_at is null
       and l.valid_from > t.valid_from and ${heldOn("l")})`,
  params: (_asking, filter) => {
    const { validOn, role } = filter as unknown as AssignmentFilter;
    return [validOn, role];
  },
  sort: [
    { sql: "t.role_code", type: "text", of: (row) => row.roleCode },
    { sql: "t.id", type: "uuid", of: (row) => row.id },
  ],
};
