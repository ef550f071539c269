import { expectationSql, FEED_COLUMNS, type ExpectedFeed } from "../facts/feed.queries";
import { rows, type Tx } from "../platform/database";

/** Feeds that brought facts of contracts' services, and those of their clients that brought none of anybody's. */
export const feedsOfContracts = (
  tx: Tx,
  clientIds: readonly string[],
  contractIds: readonly string[],
  now: Date,
): Promise<(ExpectedFeed & { readonly contractId: string })[]> => rows(tx, FEEDS, [clientIds, contractIds, now]);

const FEEDS = `
  select k.id as "contractId", ${FEED_COLUMNS}, ${expectationSql("$3")} as expectation
    from contract k join feed t on t.client_id = k.client_id
   where k.client_id = any($1) and k.id = any($2)
     and (t.service_ids = '{}' or t.service_ids
       && array(select s.id from service s where s.client_id = k.client_id and s.contract_id = k.id))
   order by t.stream, t.source`;
