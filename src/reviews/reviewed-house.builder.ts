import { rows, statementCount } from "../platform/database";
import { NOW, SettledHouse } from "../scorecards/settled-house.builder";
import { canonicalJson, sha256 } from "../shared/canonical-hash";
import { addDays, day } from "../shared/day";
import { newId } from "../shared/ids";
import { saveForum } from "./forum.builder";
import type { Forum } from "./forum.entity";
import type { PackageDocument } from "./package-document";
import { PackageService } from "./package.service";
import type { ReviewPackage } from "./review-package.entity";
import type { Review } from "./review.entity";
import { ReviewService } from "./review.service";

/** A settled house with a monthly forum: its sitting of 10 July reviews June, where the calls of a morning are. */
export class ReviewedHouse {
  readonly packages = new PackageService();
  readonly reviews = new ReviewService();

  private constructor(
    readonly at: SettledHouse,
    readonly forum: Forum,
  ) {}

  static async open(
    asInternal: Parameters<typeof SettledHouse.open>[0],
    forum: Partial<Forum> = {},
  ): Promise<ReviewedHouse> {
    const at = await SettledHouse.open(asInternal);
    const { clientId, contractId } = at;
    const parts = { clientId, contractId, startsOn: day("2026-01-01"), minSample: 2, ...forum };
    const house = new ReviewedHouse(at, await at.in((tx) => saveForum(tx, parts)));
    await at.in((tx) => house.reviews.schedule(tx, clientId, NOW));
    return house;
  }

  async review(on = "2026-07-10"): Promise<Review> {
    const [found] = await this.at.sql<Review>(REVIEW, this.forum.id, on);
    return found as Review;
  }

  /** Freezes June, and says what it cost. */
  async compile(now = NOW): Promise<{ readonly id: string; readonly statements: number }> {
    const review = await this.review();
    const order = { clientId: this.at.clientId, reviewId: review.id, compiledBy: "Ada" };
    return this.at.in(async (tx) => {
      const { id } = await this.packages.compile(tx, order, now);
      return { id, statements: statementCount(tx) };
    });
  }

  /** Versions of June's package as stored, oldest first. */
  async versions(): Promise<StoredPackage[]> {
    const found = await this.at.sql<ReviewPackage>(PACKAGES, (await this.review()).id);
    return found.map((one) => ({
      ...one,
      parsed: JSON.parse(one.document) as PackageDocument,
      isIntact:
        sha256(one.document) === one.contentHash &&
        sha256(one.html) === one.htmlHash &&
        canonicalJson(JSON.parse(one.document)) === one.document,
    }));
  }

  async document(): Promise<PackageDocument> {
    await this.compile();
    return (await this.versions()).at(-1)!.parsed;
  }

  /** Rows of June that were refused for a reason. */
  async saveRejects(code: string, count: number, on = "2026-06-03"): Promise<void> {
    const importId = newId();
    await this.at.in(async (tx) => {
      await rows(tx, SAVE_IMPORT, [this.at.clientId, importId]);
      await rows(tx, SAVE_REJECTS, [this.at.clientId, importId, code, on, count]);
    });
  }

  /** A call of anna's on each of some days. */
  callsOn(from: string, days: number): Promise<void> {
    const all = Array.from({ length: days }, (_, i) => ({ by: "anna" as const, day: addDays(day(from), i) }));
    return this.at.calls(all);
  }
}

export interface StoredPackage extends ReviewPackage {
  readonly parsed: PackageDocument;
  /** Whether both hashes hold, and the document is canonical. */
  readonly isIntact: boolean;
}

const REVIEW = `
  select client_id as "clientId", id, forum_id as "forumId", scheduled_for as "scheduledFor", state
    from review where client_id = $1 and forum_id = $2 and scheduled_for = $3`;

const PACKAGES = `
  select id, version, document, content_hash as "contentHash", html, html_hash as "htmlHash", compiled_by as "compiledBy"
    from review_package where client_id = $1 and review_id = $2 order by version`;

const SAVE_IMPORT = `
  insert into import (client_id, id, stream, profile_code, state, started_by, started_at)
  values ($1, $2, 'contact', 'test', 'finished', 'test', now())`;

const SAVE_REJECTS = `
  insert into import_reject (client_id, import_id, ordinal, line, field, code, reason, day, source, external_id)
  select $1, $2, n, n, 'agent', $3, 'Row ' || n || ' is refused.', $4::date, 'test', concat_ws('-', $3::text, $4::date, n)
    from generate_series(1, $5::integer) n`;
