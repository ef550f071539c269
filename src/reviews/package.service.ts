import type { CalendarVersion } from "../contracts/calendar-version.entity";
import { rows, type Tx } from "../platform/database";
import { canonicalJson, sha256, type Json } from "../shared/canonical-hash";
import { dayOf, type Day } from "../shared/day";
import { NotFound } from "../shared/errors";
import { newId } from "../shared/ids";
import { periodLabel, shiftPeriod, type Period } from "../shared/period";
import type { ReviewedKind } from "./forum.entity";
import type { PackageDocument } from "./package-document";
import { packageHtml } from "./package-html";
import { packageCharts } from "./package-charts.rules";
import { correctionsSince } from "./package-corrections.queries";
import { loadMaterial } from "./package-material.queries";
import { objectiveLooks, objectiveParts } from "./package-objectives.rules";
import { packageFeeds, packageQuality } from "./package-quality.rules";
import { packageRankings, packageScorecards } from "./package-scorecards.rules";
import { packageMoney } from "./package-settlement.queries";
import { PeriodNotBegun } from "./package.errors";
import type { ReviewPackage } from "./review-package.entity";

/** The reviewed period and three before it. */
const PERIODS_BEFORE = 3;

export interface CompileOrder {
  readonly clientId: string;
  readonly reviewId: string;
  readonly compiledBy: string;
}

/** Freezes what the store knows about a review's period. */
export class PackageService {
  /** Makes the next version of the review's package; earlier ones stay as they are. */
  async compile(tx: Tx, order: CompileOrder, now: Date): Promise<Omit<ReviewPackage, "document" | "html">> {
    const review = await this.lockReview(tx, order);
    const document = await this.document(tx, review, now);
    const text = canonicalJson(document as unknown as Json);
    const contentHash = sha256(text);
    const version = review.packages + 1;
    const html = packageHtml(document, { version, compiledAt: now, compiledBy: order.compiledBy, contentHash });
    const made = { clientId: order.clientId, id: newId(), reviewId: review.id, version, compiledAt: now };
    const saved = { ...made, compiledBy: order.compiledBy, contentHash, htmlHash: sha256(html) };
    await rows(tx, SAVE, [...Object.values(saved), text, html]);
    await rows(tx, MARK_COMPILED, [order.clientId, review.id]);
    return saved;
  }

  private async lockReview(tx: Tx, { clientId, reviewId }: CompileOrder): Promise<ReviewRow> {
    const [locked] = await rows<{ id: string }>(tx, LOCK, [clientId, reviewId]);
    if (!locked) throw new NotFound("review", reviewId);
    const [review] = await rows<ReviewRow>(tx, REVIEW, [clientId, reviewId]);
    return review as ReviewRow;
  }

  private async document(tx: Tx, review: ReviewRow, now: Date): Promise<PackageDocument> {
    const today = dayOf(now, review.timeZone);
    if (review.periodFrom >= today) throw new PeriodNotBegun(review.periodFrom);
    const period: Period = { kind: review.periodKind, from: review.periodFrom, until: review.periodUntil };
    const periods = Array.from({ length: PERIODS_BEFORE + 1 }, (_, i) => shiftPeriod(period, i - PERIODS_BEFORE));
    const { clientId, contractId, currency } = review;
    const material = await loadMaterial(tx, { clientId, contractId, currency, now, periods });
    const calendars = await rows<CalendarVersion>(tx, CALENDARS, [review.clientId]);
    const feeds = packageFeeds(material, calendars, { from: review.startsOn, until: review.endsOn });
    const looks = objectiveLooks(material, periods);
    const corrections = await correctionsSince(tx, { clientId, contractId, currency, reviewId: review.id });
    const names = new Map(material.objectives.map((one) => [one.code, one.name]));
    const money = await packageMoney(tx, { clientId, contractId, reviewId: review.id, period }, names);
    return {
      format: 1,
      client: { code: review.clientCode, name: review.clientName },
      contract: {
        code: review.contractCode,
        name: review.contractName,
        timeZone: review.timeZone,
        currency: review.currency,
      },
      forum: { code: review.forumCode, name: review.forumName },
      review: { scheduledFor: review.scheduledFor },
      periods: periods.map((one) => ({ ...one, label: periodLabel(one) })),
      ...objectiveParts(looks),
      charts: packageCharts(looks, period, feeds),
      scorecards: packageScorecards(material.cards, periods),
      rankings: packageRankings(material.cards, period, review.minSample),
      dataQuality: packageQuality(material, feeds, { period, today, now }),
      ...(corrections.length > 0 ? { corrections } : {}),
      ...money,
    };
  }
}

interface ReviewRow {
  readonly clientId: string;
  readonly id: string;
  readonly scheduledFor: Day;
  readonly periodKind: ReviewedKind;
  readonly periodFrom: Day;
  readonly periodUntil: Day;
  readonly forumCode: string;
  readonly forumName: string;
  readonly minSample: number;
  readonly contractId: string;
  readonly contractCode: string;
  readonly contractName: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly clientCode: string;
  readonly clientName: string;
  /** How many versions there are already. */
  readonly packages: number;
}

const LOCK = `select id from review where client_id = $1 and id = $2 for update`;

const REVIEW = `
  select r.client_id as "clientId", r.id, r.scheduled_for as "scheduledFor", r.period_kind as "periodKind",
         r.period_from as "periodFrom", r.period_until as "periodUntil", f.code as "forumCode", f.name as "forumName",
         f.min_sample as "minSample", k.id as "contractId", k.code as "contractCode", k.name as "contractName",
         k.time_zone as "timeZone", k.currency, k.starts_on as "startsOn", k.ends_on as "endsOn", c.code as "clientCode", c.name as "clientName",
         (select count(*) from review_package p where p.client_id = r.client_id and p.review_id = r.id) as packages
    from review r
    join forum f on f.client_id = r.client_id and f.id = r.forum_id
    join contract k on k.client_id = f.client_id and k.id = f.contract_id
    join client c on c.client_id = r.client_id
   where r.client_id = $1 and r.id = $2`;

const CALENDARS = `
  select calendar_id as "calendarId", windows, holidays, valid_from as "validFrom", valid_until as "validUntil"
    from calendar_version
   where client_id = $1 and superseded_at is null`;

const SAVE = `
  insert into review_package (client_id, id, review_id, version, compiled_at, compiled_by, content_hash, html_hash,
    document, html)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const MARK_COMPILED = `update review set state = 'compiled' where client_id = $1 and id = $2 and state = 'scheduled'`;
