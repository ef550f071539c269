import type { ExpectedFeed } from "../facts/feed.queries";
import { batchLoader, groupedBy } from "../platform/graphql/loader";
import { feedsOfContracts } from "./data-watermark.queries";

/** Feeds that brought facts of a contract's services, and those of its client that brought none of anybody's. */
export const feedsOfContract = batchLoader<ExpectedFeed[]>(async (tx, viewer, ids, now) =>
  groupedBy(ids, await feedsOfContracts(tx, viewer.clientIds, ids, now), (row) => row.contractId),
);
