import { rows, type Tx } from "../platform/database";
import type { Viewer } from "../platform/viewer";
import type { Period } from "../shared/period";
import type { ReviewPackage } from "./review-package.entity";

export type PackageFile = Pick<ReviewPackage, "document" | "html" | "contentHash" | "htmlHash" | "version">;

/**
 * Whether a viewer may read a package: of its clients ($1), and, for whoever sees only what positions answer for, of those
 * contracts ($3; null: of all).
 */
export const visiblePackage = (
  alias: string,
): string => `${alias}.client_id = any($1) and ($3::uuid[] is null or exists (
  select from review vr join forum vf on vf.client_id = vr.client_id and vf.id = vr.forum_id
   where vr.client_id = ${alias}.client_id and vr.id = ${alias}.review_id and vf.contract_id = any($3)))`;

/** The files of one package, if the viewer may read it. */
export async function packageFile(
  tx: Tx,
  { clientIds, sight }: Pick<Viewer, "clientIds" | "sight">,
  id: string,
): Promise<PackageFile | undefined> {
  const sql = `select t.document, t.html, t.content_hash as "contentHash", t.html_hash as "htmlHash", t.version
    from review_package t where ${visiblePackage("t")} and t.id = $2`;
  return (await rows<PackageFile>(tx, sql, [clientIds, id, sight?.contractIds ?? null]))[0];
}

export interface LatestReview {
  readonly clientId: string;
  readonly clientCode: string;
  readonly reviewId: string;
  readonly forumCode: string;
  readonly period: Period;
  /** Its package in the latest version; null: none was compiled. */
  readonly packageId: string | null;
}

/** For each forum of these clients, the review of the last period that is over on the contract's local day. */
export async function latestReviews(tx: Tx, clientIds: readonly string[], now: Date): Promise<LatestReview[]> {
  return rows<LatestReview>(tx, LATEST, [clientIds, now]);
}

const LATEST = `
  select distinct on (f.client_id, f.code)
         r.client_id as "clientId", c.code as "clientCode", r.id as "reviewId", f.code as "forumCode",
         jsonb_build_object('kind', r.period_kind, 'from', r.period_from, 'until', r.period_until) as period,
         (select p.id from review_package p where p.client_id = r.client_id and p.review_id = r.id
           order by p.version desc limit 1) as "packageId"
    from review r
    join forum f on f.client_id = r.client_id and f.id = r.forum_id
    join contract k on k.client_id = f.client_id and k.id = f.contract_id
    join client c on c.client_id = r.client_id
   where r.client_id = any($1) and r.period_until <= ($2::timestamptz at time zone k.time_zone)::date
   order by f.client_id, f.code, r.period_until desc, r.scheduled_for`;
