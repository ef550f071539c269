import { expectationSql, FEED_COLUMNS, type ExpectedFeed } from "../facts/feed.queries";
import { rows } from "../platform/database";
import { batchLoader, groupedBy } from "../platform/graphql/loader";

/** Feeds that brought facts of a contract's services, and those of its client that brought none of anybody's. */
export const feedsOfContract = batchLoader<ExpectedFeed[]>(async (tx, viewer, ids, now) => {
  const found = await rows<ExpectedFeed & { contractId: string }>(tx, FEEDS, [viewer.clientIds, ids, now]);
  return groupedBy(ids, found, (row) => row.contractId) as ExpectedFeed[][];
});
const FEEDS = `
  select k.id as "contractId", ${FEED_COLUMNS}, ${expectationSql("$3")} as expectation
    from contract k join feed t on t.client_id = k.client_id
   where k.client_id = any($1) and k.id = any($2)
     and (t.service_ids = '{}' or t.service_ids
       && array(select s.id from service s where s.client_id = k.client_id and s.contract_id = k.id))
   order by t.stream, t.source`;
