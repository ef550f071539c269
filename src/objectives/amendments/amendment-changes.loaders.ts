import { rows } from "../../platform/database";
import { batchLoader, groupedBy } from "../../platform/graphql/loader";

/** Numbers of versions of an objective, before and after an amendment; null: there is none. */
export interface ObjectiveAmended {
  readonly amendmentId: string;
  readonly objectiveId: string;
  readonly replaced: number | null;
  readonly version: number | null;
}

/** What amendments changed in objectives, as it is believed now, by their codes. One statement. */
export const objectivesAmended = batchLoader<ObjectiveAmended[]>(async (tx, viewer, ids) => {
  const found = await rows<ObjectiveAmended>(tx, AMENDED, [viewer.clientIds, ids], "objectivesAmended");
  return groupedBy(ids, found, ({ amendmentId }) => amendmentId);
});

/** Those whose versions cite it, and those that end on its day with nothing after it. */
const AMENDED = `
  with version as materialized (
    select v.*, o.contract_id, o.code from objective_version v
      join objective o on o.client_id = v.client_id and o.id = v.objective_id
     where v.client_id = any($1) and v.superseded_at is null and o.contract_id in (
       select a.contract_id from contract_amendment a where a.client_id = any($1) and a.id = any($2)))
  select v.amendment_id as "amendmentId", v.objective_id as "objectiveId", was.version as replaced, v.version, v.code,
         v.valid_from as "from"
    from version v
    left join version was on was.client_id = v.client_id and was.objective_id = v.objective_id
     and was.valid_until = v.valid_from
   where v.amendment_id = any($2)
   union all
  select a.id, was.objective_id, was.version, null, was.code, was.valid_until
    from contract_amendment a
    join contract_amendment_version said
      on said.client_id = a.client_id and said.amendment_id = a.id and said.superseded_at is null
    join version was on was.client_id = a.client_id and was.contract_id = a.contract_id
     and was.valid_until = said.effective_from
   where a.client_id = any($1) and a.id = any($2) and not exists (
     select from version later where later.client_id = was.client_id and later.objective_id = was.objective_id
        and later.valid_from >= was.valid_until)
   order by code, "from"`;
