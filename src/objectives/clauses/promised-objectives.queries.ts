import { rows, type Tx } from "../../platform/database";
import { promisesOf, type DatedPromise, type PromiseRow } from "./promised-objective";
import type { TermsAsk } from "./settlement-terms.queries";

/** Every version of every objective of a contract, as believed now. One statement. */
export const loadPromises = async (tx: Tx, { clientId, contractId }: TermsAsk): Promise<DatedPromise[]> =>
  promisesOf(await rows<PromiseRow>(tx, PROMISES, [clientId, contractId], "loadPromises"));

const PROMISES = `
  select o.code, v.kpi_code as "kpiCode", v.dialect, v.target, v.minimum, v.expected, v.measured_by as "measuredBy",
         v.valid_from as "validFrom", v.valid_until as "validUntil"
    from objective o
    join objective_version v on v.client_id = o.client_id and v.objective_id = o.id and v.superseded_at is null
   where o.client_id = $1 and o.contract_id = $2
   order by o.code, v.valid_from`;
