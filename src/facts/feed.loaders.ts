import { rows } from "../platform/database";
import { batchLoader, groupedBy, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { childList, type RowList } from "../platform/graphql/row-list";
import type { FeedDeclaration } from "./feed-declaration.entity";
import type { FeedExpectation } from "./feed-expectation.entity";
import type { Feed } from "./feed.entity";
import { FEED_COLUMNS } from "./feed.queries";

export const feedById = batchLoader<Feed | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<Feed>(tx, BY_ID, [viewer.clientIds, ids], "feedById"), (row) => row.id),
);
const BY_ID = `select ${FEED_COLUMNS} from feed t where t.client_id = any($1) and t.id = any($2)`;

export const feedNode = nodeKind("Feed", feedById);

export const feedRows: RowList<Feed> = {
  columns: FEED_COLUMNS,
  from: "feed t",
  where: "t.client_id = any($1)",
  sort: [
    { sql: "t.stream", type: "text", of: (row) => row.stream },
    { sql: "t.source", type: "text", of: (row) => row.source },
    { sql: "t.id", type: "uuid", of: (row) => row.id },
  ],
};

export const feedsOfClient = childList(feedRows, "t.client_id");

/** What is expected of a feed as it is believed now, by the days it holds on. */
export const expectationsOfFeed = batchLoader<FeedExpectation[]>(async (tx, viewer, ids) =>
  groupedBy(ids, await rows<FeedExpectation>(tx, EXPECTATIONS, [viewer.clientIds, ids]), (row) => row.feedId),
);
const EXPECTATIONS = `
  select t.client_id as "clientId", t.feed_id as "feedId", t.every, t.due_by as "dueBy", t.time_zone as "timeZone",
         t.grace, t.declares, t.version, t.valid_from as "validFrom", t.valid_until as "validUntil",
         t.recorded_at as "recordedAt", t.superseded_at as "supersededAt"
    from feed_expectation t
   where t.client_id = any($1) and t.feed_id = any($2) and t.superseded_at is null
   order by t.feed_id, t.valid_from`;

/** The last declarations of a feed, newest first. */
export const declarationsOfFeed = batchLoader<FeedDeclaration[]>(async (tx, viewer, ids) =>
  groupedBy(ids, await rows<FeedDeclaration>(tx, DECLARATIONS, [viewer.clientIds, ids]), (row) => row.feedId),
);
const MOST_DECLARATIONS = 20;
const DECLARATIONS = `
  select d.* from unnest($2::uuid[]) as feed(id)
   cross join lateral (
     select t.feed_id as "feedId", t.complete_through as "completeThrough", t.declared_at as "declaredAt",
            t.declared_by as "declaredBy", t.reason
       from feed_declaration t
      where t.client_id = any($1) and t.feed_id = feed.id
      order by t.id desc limit ${MOST_DECLARATIONS}) as d`;
