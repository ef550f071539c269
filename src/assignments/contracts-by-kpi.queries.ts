import { rows, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import { NIL_ID } from "../shared/ids";

/** A contract under which a KPI is in use, promised or assigned. */
export interface ContractOfKpi {
  readonly clientId: string;
  readonly contractId: string;
  readonly startsOn: Day;
}

/** The contracts of some clients whose figures a KPI is among. */
export const contractsByKpi = (tx: Tx, clientIds: readonly string[], kpiCode: string): Promise<ContractOfKpi[]> =>
  rows<ContractOfKpi>(tx, BY_KPI, [clientIds, kpiCode, NIL_ID]);

const BY_KPI = `
  select c.client_id as "clientId", c.id as "contractId", c.starts_on as "startsOn"
    from contract c
   where c.client_id = any($1)
     and (exists (select 1 from kpi_use u where u.client_id = c.client_id and u.contract_id = c.id
                     and u.kpi_code = $2 and u.superseded_at is null)
       or exists (select 1 from objective o join objective_version v
                      on v.client_id = o.client_id and v.objective_id = o.id and v.superseded_at is null
                   where o.client_id = c.client_id and o.contract_id = c.id and v.kpi_code = $2)
       or exists (select 1 from kpi_assignment a
                   where (a.client_id = c.client_id or a.client_id = $3)
                     and (a.contract_id = c.id or a.contract_id is null)
                     and a.kpi_code = $2 and a.superseded_at is null))
   order by c.client_id, c.id`;
