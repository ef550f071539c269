import { parameterList } from "../kpis/kpi-parameter.type";
import { rows } from "../platform/database";
import { batchLoader, groupedBy, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { childList, type RowList } from "../platform/graphql/row-list";
import type { Day } from "../shared/day";
import type { ObjectiveVersion } from "./objective-version.entity";
import type { Objective } from "./objective.entity";
import type { ObjectiveVersionType } from "./objective.type";

const COLUMNS = `t.client_id as "clientId", t.id, t.contract_id as "contractId", t.service_id as "serviceId", t.code,
  t.name, t.kind, t.clause`;

export const objectiveById = batchLoader<Objective | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<Objective>(tx, BY_ID, [viewer.clientIds, ids], "objectiveById"), (row) => row.id),
);
const BY_ID = `select ${COLUMNS} from objective t where t.client_id = any($1) and t.id = any($2)`;

export const objectiveNode = nodeKind("Objective", objectiveById);

const objectiveRows: RowList<Objective> = {
  columns: COLUMNS,
  from: "objective t",
  where: `t.client_id = any($1) and ($2::date is null or exists (
    select 1 from objective_version v
     where v.client_id = t.client_id and v.objective_id = t.id and v.superseded_at is null
       and v.valid_from <= $2 and (v.valid_until is null or $2 < v.valid_until)))`,
  params: (_asking, filter) => [(filter as unknown as { validOn: Day | null }).validOn],
  sort: [
    { sql: "t.code", type: "text", of: (row) => row.code },
    { sql: "t.id", type: "uuid", of: (row) => row.id },
  ],
};

export const objectivesOfContract = childList(objectiveRows, "t.contract_id");

/** A version as the graph shows it, with the code of its KPI. */
export type ObjectiveVersionRow = ObjectiveVersionType &
  Pick<ObjectiveVersion, "objectiveId" | "kpiCode" | "calendarId" | "amendmentId">;

/** The versions believed now, by the days they apply on. */
export const versionsByObjective = batchLoader<ObjectiveVersionRow[]>(async (tx, viewer, ids) => {
  const found = await rows<ObjectiveVersion>(tx, VERSIONS, [viewer.clientIds, ids], "versionsByObjective");
  const shown = found.map((row) => ({
    ...row,
    exclusionsAllowed: row.exclusionsAllowed as ObjectiveVersionType["exclusionsAllowed"],
    dialect: row.dialect!,
    parameters: parameterList(row.parameters),
  }));
  return groupedBy(ids, shown, (row) => row.objectiveId);
});
const VERSIONS = `
  select v.objective_id as "objectiveId", v.kpi_code as "kpiCode", v.dialect, v.parameters, v.target, v.minimum,
         v.measured_by as "measuredBy", v.min_sample as "minSample", v.version, v.valid_from as "validFrom",
         v.expected, v.rounding, v.weight, v.rolling, v.calendar_id as "calendarId", v.baseline, v.composite,
         v.exclusions_allowed as "exclusionsAllowed", v.question, v.relief, v.amendment_id as "amendmentId",
         v.valid_until as "validUntil", v.recorded_at as "recordedAt"
    from objective_version v
   where v.client_id = any($1) and v.objective_id = any($2) and v.superseded_at is null
   order by v.objective_id, v.valid_from`;
