import type { CitationsOf } from "../../contracts/amendment.service";
import { rows } from "../../platform/database";

/** Objectives and terms of settlement, as they are believed, that an amendment brought. */
export const citationsOf: CitationsOf = async (tx, { clientId, id }) => {
  const found = await rows<{ what: string }>(tx, CITATIONS, [clientId, id], "citationsOf");
  return found.map(({ what }) => what);
};

const CITATIONS = `
  select distinct 'objective "' || o.code || '"' as what
    from objective_version v join objective o on o.client_id = v.client_id and o.id = v.objective_id
   where v.client_id = $1 and v.amendment_id = $2 and v.superseded_at is null
  union all
  select distinct 'the terms of settlement' from settlement_terms t
   where t.client_id = $1 and t.amendment_id = $2 and t.superseded_at is null
  order by what`;
