import type { KpiInUse } from "../kpis/kpi-definition";
import { resolveKpi, type KpiReference } from "../kpis/kpi-in-use.rules";
import { rows, type Tx } from "../platform/database";
import { NIL_ID } from "../shared/ids";

/** Every KPI that the client's services, objectives and roles are measured by, now or for some days of the past. */
export async function kpisInUse(tx: Tx, clientId: string): Promise<KpiInUse[]> {
  const references = await rows<KpiReference>(tx, IN_USE, [clientId, NIL_ID], "kpis-in-use");
  return references.map(resolveKpi);
}

const IN_USE = `
  select kpi_code as "kpiCode", dialect, parameters from kpi_use where client_id = $1 and superseded_at is null
  union
  select kpi_code, dialect, parameters from objective_version where client_id = $1 and superseded_at is null
  union
  select kpi_code, dialect, parameters from kpi_assignment where client_id in ($1, $2) and superseded_at is null
  union
  -- what an assignment leaves open comes from the KPI in use
  select a.kpi_code, coalesce(a.dialect, u.dialect), u.parameters || a.parameters
    from kpi_assignment a join kpi_use u on u.kpi_code = a.kpi_code and u.client_id = $1 and u.superseded_at is null
   where a.client_id in ($1, $2) and a.superseded_at is null
  order by 1, 2, 3`;
