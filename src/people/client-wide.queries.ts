/**
 * Contracts of client `$1` under which somebody answers for every contract of the client: their figures follow facts
 * of other contracts as well. Looks into the few roles of that scope, then into an index; distinct.
 */
export const CLIENT_WIDE_CONTRACTS = `
  select distinct p.contract_id as id from role r
   cross join lateral (
     select contract_id from position
      where client_id = $1 and role_code = r.code and superseded_at is null) p
   where r.scope = 'all'`;
