import type { KpiUse } from "../contracts/kpi-use.entity";
import { parameterList } from "../kpis/kpi-parameter.type";
import { rows } from "../platform/database";
import { batchLoader, groupedBy, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { childList, type RowList } from "../platform/graphql/row-list";
import type { Day } from "../shared/day";
import type { KpiUseVersionType } from "./kpi-use.type";

/** A KPI in use, whatever its versions say. */
export type KpiUseRow = Pick<KpiUse, "clientId" | "id" | "contractId" | "serviceId" | "kpiCode">;

const COLUMNS = `t.client_id as "clientId", t.id, t.contract_id as "contractId", t.service_id as "serviceId",
  t.kpi_code as "kpiCode"`;

export const kpiUseById = batchLoader<KpiUseRow | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<KpiUseRow>(tx, BY_ID, [viewer.clientIds, ids], "kpiUseById"), (row) => row.id),
);
const BY_ID = `select distinct ${COLUMNS} from kpi_use t
  where t.client_id = any($1) and t.id = any($2) and t.superseded_at is null`;

export const kpiUseNode = nodeKind("KpiUse", kpiUseById);

type VersionRow = KpiUse & KpiUseVersionType;

/** The versions believed now, by the days they apply on. */
export const versionsByKpiUse = batchLoader<KpiUseVersionType[]>(async (tx, viewer, ids) => {
  const found = await rows<KpiUse>(tx, VERSIONS, [viewer.clientIds, ids], "versionsByKpiUse");
  const shown = found.map((row) => ({ ...row, parameters: parameterList(row.parameters) }) as unknown as VersionRow);
  return groupedBy(ids, shown, (row) => row.id);
});
const VERSIONS = `
  select ${COLUMNS}, t.dialect, t.parameters, t.min_sample as "minSample", t.version, t.valid_from as "validFrom",
         t.valid_until as "validUntil", t.recorded_at as "recordedAt"
    from kpi_use t
   where t.client_id = any($1) and t.id = any($2) and t.superseded_at is null
   order by t.id, t.valid_from`;

/** One row per use: of the versions that hold on the day asked for, the latest. */
const kpiUseRows: RowList<KpiUseRow> = {
  columns: COLUMNS,
  from: "kpi_use t",
  where: `t.client_id = any($1) and t.superseded_at is null and ${heldOn("t")} and not exists (
    select 1 from kpi_use l where l.client_id = t.client_id and l.id = t.id and l.superseded_at is null
       and l.valid_from > t.valid_from and ${heldOn("l")})`,
  params: (_asking, filter) => [(filter as unknown as { validOn: Day | null }).validOn],
  sort: [
    { sql: "t.kpi_code", type: "text", of: (row) => row.kpiCode },
    { sql: "t.id", type: "uuid", of: (row) => row.id },
  ],
};

function heldOn(alias: string): string {
  const ended = `${alias}.valid_until is not null and ${alias}.valid_until <= $2`;
  return `($2::date is null or (${alias}.valid_from <= $2 and not (${ended})))`;
}

export const kpiUsesOfContract = childList(kpiUseRows, "t.contract_id");
