import { rows } from "../platform/database";
import { batchLoader } from "../platform/graphql/loader";
import { NIL_ID } from "../shared/ids";

/** Ids of what names a KPI, as it is believed now. */
export interface KpiUsers {
  readonly kpiUses: readonly string[];
  readonly objectives: readonly string[];
  readonly assignments: readonly string[];
  readonly forums: readonly string[];
}

const NOBODY: KpiUsers = { kpiUses: [], objectives: [], assignments: [], forums: [] };

interface Found {
  readonly kpiCode: string;
  readonly kind: keyof KpiUsers;
  readonly ids: string[];
}

/** What uses each KPI, within reach of the viewer. */
export const usersByKpi = batchLoader<KpiUsers>(async (tx, viewer, codes) => {
  const found = await rows<Found>(tx, USERS, [viewer.clientIds, codes, NIL_ID], "users-by-kpi");
  return codes.map((code) =>
    found
      .filter(({ kpiCode }) => kpiCode === code)
      .reduce<KpiUsers>((users, { kind, ids }) => ({ ...users, [kind]: ids }), NOBODY),
  );
});

const USERS = `
  with uses as (
    select distinct u.client_id, u.kpi_code, u.id, u.contract_id from kpi_use u
     where u.client_id = any($1) and u.kpi_code = any($2) and u.superseded_at is null),
  objectives as (
    select distinct v.client_id, v.kpi_code, v.objective_id as id, o.contract_id
      from objective_version v join objective o on o.client_id = v.client_id and o.id = v.objective_id
     where v.client_id = any($1) and v.kpi_code = any($2) and v.superseded_at is null),
  assignments as (
    select distinct a.client_id, a.kpi_code, a.id, a.contract_id from kpi_assignment a
     where (a.client_id = any($1) or a.client_id = $3) and a.kpi_code = any($2) and a.superseded_at is null),
  -- a forum reviews a contract, and with it every KPI that is in use, promised or assigned there
  forums as (
    select distinct f.client_id, p.kpi_code, f.id
      from forum f
      join (select client_id, kpi_code, contract_id from uses
            union select client_id, kpi_code, contract_id from objectives
            union select client_id, kpi_code, contract_id from assignments where contract_id is not null) p
        on p.client_id = f.client_id and p.contract_id = f.contract_id
     where f.client_id = any($1))
  select kpi_code as "kpiCode", 'kpiUses' as kind, array_agg(id order by id) as ids from uses group by 1
  union all select kpi_code, 'objectives', array_agg(id order by id) from objectives group by 1
  union all select kpi_code, 'assignments', array_agg(id order by id) from assignments group by 1
  union all select kpi_code, 'forums', array_agg(id order by id) from forums group by 1`;
