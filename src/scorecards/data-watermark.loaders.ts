import type { ExpectedFeed } from "../facts/feed.queries";
import { rows } from "../platform/database";
import { batchLoader, groupedBy } from "../platform/graphql/loader";
import { feedsOfContracts } from "./data-watermark.queries";

/** Feeds that brought facts of a contract's services, and those of its client that brought none of anybody's. */
export const feedsOfContract = batchLoader<ExpectedFeed[]>(async (tx, viewer, ids, now) =>
  groupedBy(ids, await feedsOfContracts(tx, viewer.clientIds, ids, now), (row) => row.contractId),
);

/** The contracts of a client, by id. */
export const contractIdsOfClient = batchLoader<string[]>(async (tx, viewer, clientIds) => {
  const found = await rows<{ clientId: string; id: string }>(tx, CONTRACTS, [viewer.clientIds, clientIds]);
  return groupedBy(clientIds, found, (row) => row.clientId).map((group) => group.map(({ id }) => id));
});
const CONTRACTS = `
  select client_id as "clientId", id from contract where client_id = any($1) and client_id = any($2) order by id`;
