import { rows } from "../platform/database";
import type { Viewer } from "../platform/viewer";
import { batchLoader, groupedBy, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { childList, type RowList } from "../platform/graphql/row-list";
import type { Forum } from "./forum.entity";
import { visiblePackage } from "./package.queries";
import type { ReviewPackage } from "./review-package.entity";
import type { Review } from "./review.entity";

const FORUM = `t.client_id as "clientId", t.id, t.contract_id as "contractId", t.code, t.name, t.cadence,
  t.starts_on as "startsOn", t.reviews_kind as "reviewsKind", t.quorum, t.participants, t.min_sample as "minSample"`;

export const forumById = batchLoader<Forum | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<Forum>(tx, FORUM_BY_ID, [viewer.clientIds, ids], "forumById"), (row) => row.id),
);
const FORUM_BY_ID = `select ${FORUM} from forum t where t.client_id = any($1) and t.id = any($2)`;

/** Forums of a code, one at most per client. */
export const forumsByCode = batchLoader<Forum[]>(async (tx, viewer, codes) =>
  groupedBy(codes, await rows<Forum>(tx, FORUMS_BY_CODE, [viewer.clientIds, codes]), (row) => row.code),
);
const FORUMS_BY_CODE = `select ${FORUM} from forum t where t.client_id = any($1) and t.code = any($2) order by t.id`;

export const forumNode = nodeKind("Forum", forumById);

export const forumRows: RowList<Forum> = {
  columns: FORUM,
  from: "forum t",
  where: "t.client_id = any($1)",
  sort: [
    { sql: "t.code", type: "text", of: (row) => row.code },
    { sql: "t.id", type: "uuid", of: (row) => row.id },
  ],
};
export const forumsOfContract = childList(forumRows, "t.contract_id");

const REVIEW = `t.client_id as "clientId", t.id, t.forum_id as "forumId", t.scheduled_for as "scheduledFor",
  t.period_kind as "periodKind", t.period_from as "periodFrom", t.period_until as "periodUntil", t.state`;

export const reviewById = batchLoader<Review | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<Review>(tx, REVIEW_BY_ID, [viewer.clientIds, ids], "reviewById"), (row) => row.id),
);
const REVIEW_BY_ID = `select ${REVIEW} from review t where t.client_id = any($1) and t.id = any($2)`;

export const reviewNode = nodeKind("Review", reviewById);

const reviewRows: RowList<Review> = {
  columns: REVIEW,
  from: "review t",
  where: "t.client_id = any($1)",
  sort: [
    { sql: "t.scheduled_for", type: "date", of: (row) => row.scheduledFor },
    { sql: "t.id", type: "uuid", of: (row) => row.id },
  ],
};
export const reviewsOfForum = childList(reviewRows, "t.forum_id");

/** The next sitting of each forum, today's included. */
export const nextReviewOfForum = batchLoader<Review | undefined>(async (tx, viewer, ids, now) =>
  inOrderOf(ids, await rows<Review>(tx, NEXT, [viewer.clientIds, ids, now]), (row) => row.forumId),
);
const NEXT = `select distinct on (t.forum_id) ${REVIEW}
  from review t
  join forum f on f.client_id = t.client_id and f.id = t.forum_id
  join contract k on k.client_id = f.client_id and k.id = f.contract_id
 where t.client_id = any($1) and t.forum_id = any($2)
   and t.scheduled_for >= ($3::timestamptz at time zone k.time_zone)::date
 order by t.forum_id, t.scheduled_for`;

/** The last sitting of each forum that has a package. */
export const latestReviewOfForum = batchLoader<Review | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<Review>(tx, LATEST_REVIEW, [viewer.clientIds, ids]), (row) => row.forumId),
);
const LATEST_REVIEW = `select distinct on (t.forum_id) ${REVIEW}
  from review t
 where t.client_id = any($1) and t.forum_id = any($2)
   and exists (select 1 from review_package p where p.client_id = t.client_id and p.review_id = t.id)
 order by t.forum_id, t.scheduled_for desc`;

/** A package without its document, which is loaded only where it is read. */
export type PackageHead = Omit<ReviewPackage, "document" | "html" | "htmlHash">;

const HEAD = `t.client_id as "clientId", t.id, t.review_id as "reviewId", t.version, t.compiled_at as "compiledAt",
  t.compiled_by as "compiledBy", t.content_hash as "contentHash"`;

const asked = (viewer: Viewer, ids: readonly string[]): unknown[] => [
  viewer.clientIds,
  ids,
  viewer.sight?.contractIds ?? null,
];

export const packageById = batchLoader<PackageHead | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<PackageHead>(tx, PACKAGE_BY_ID, asked(viewer, ids)), (row) => row.id),
);
const PACKAGE_BY_ID = `select ${HEAD} from review_package t where ${visiblePackage("t")} and t.id = any($2)`;

export const packageNode = nodeKind("ReviewPackage", packageById);

/** Every version of a review's package, latest first. */
export const packagesOfReview = batchLoader<PackageHead[]>(async (tx, viewer, ids) =>
  groupedBy(ids, await rows<PackageHead>(tx, OF_REVIEW, asked(viewer, ids)), (row) => row.reviewId),
);
const OF_REVIEW = `select ${HEAD} from review_package t
  where ${visiblePackage("t")} and t.review_id = any($2) order by t.review_id, t.version desc`;

/** The package of a contract's latest reviewed period, in its latest version. */
export const latestPackageOfContract = batchLoader<PackageHead | undefined>(async (tx, viewer, ids) =>
  inOrderOf(
    ids,
    await rows<PackageHead & { contractId: string }>(tx, LATEST, asked(viewer, ids)),
    (row) => row.contractId,
  ),
);
const LATEST = `select distinct on (f.contract_id) ${HEAD}, f.contract_id as "contractId"
  from review_package t
  join review r on r.client_id = t.client_id and r.id = t.review_id
  join forum f on f.client_id = r.client_id and f.id = r.forum_id
 where ${visiblePackage("t")} and f.contract_id = any($2)
 order by f.contract_id, r.period_until desc, t.compiled_at desc, t.version desc, t.id`;

export const packageDocumentOf = batchLoader<string | undefined>(async (tx, viewer, ids) => {
  const sql = `select t.id, t.document from review_package t where ${visiblePackage("t")} and t.id = any($2)`;
  const found = await rows<{ id: string; document: string }>(tx, sql, asked(viewer, ids));
  return inOrderOf(ids, found, (row) => row.id).map((row) => row?.document);
});
