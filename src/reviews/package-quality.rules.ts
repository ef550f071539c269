import type { ExpectedFeed } from "../facts/feed.queries";
import { punctualityOf, watermarkOf } from "../facts/feed-state.rules";
import { daysLookedAt, isMissing, type FeedRecord } from "../scorecards/data-quality.rules";
import type { CalendarVersion } from "../contracts/calendar-version.entity";
import type { Day } from "../shared/day";
import { daysOf, type Period } from "../shared/period";
import type { PackageDataQuality, PackageFeed } from "./package-document";
import type { PackageMaterial } from "./package-material.queries";

/** What is known of the contract's feeds in the reviewed period. */
export const packageFeeds = (
  { services }: Pick<PackageMaterial, "services">,
  calendars: readonly CalendarVersion[],
  term: FeedRecord["term"],
): FeedRecord => ({
  term,
  calendars,
  calendarOfService: new Map(services.map(({ id, calendarId }) => [id, calendarId])),
  daysWithData: new Map(services.map(({ id, daysWithData }) => [id, new Set(daysWithData)])),
  rejectedOn: new Map(),
});

/** What arrived and what did not; open days of the contract's term count as missing once they are over. */
export function packageQuality(
  material: PackageMaterial,
  feeds: FeedRecord,
  reviewed: { readonly period: Period; readonly today: Day; readonly now: Date },
): PackageDataQuality {
  const lastFacts =
    material.services
      .flatMap(({ daysWithData }) => daysWithData.at(-1) ?? [])
      .sort()
      .at(-1) ?? null;
  const looked = daysLookedAt(reviewed.period, feeds.term, { today: reviewed.today, lastFacts });
  const days = daysOf({ ...reviewed.period, ...looked });
  const gaps = material.services.map(({ id, name }) => ({
    service: name,
    days: days.filter((on) => isMissing(id, on, feeds)),
  }));
  return {
    lookedAtUntil: looked.until,
    rowsAccepted: material.facts.reduce((sum, one) => sum + one.facts, 0),
    facts: material.facts,
    feeds: material.feeds.map((feed) => packageFeed(feed, reviewed.now)),
    rowsRejected: material.rejectedRows,
    rejects: material.rejects,
    daysWithoutData: gaps.filter((gap) => gap.days.length > 0),
    provisional: [...material.results, ...material.cards].some(({ state }) => state === "provisional"),
  };
}

function packageFeed(feed: ExpectedFeed, now: Date): PackageFeed {
  const mark = watermarkOf(feed, feed.expectation?.declares);
  return {
    stream: feed.stream,
    source: feed.source,
    through: mark?.at.toISOString() ?? null,
    isDeclared: mark?.isDeclared ?? false,
    isLate: punctualityOf(feed, feed.expectation, now).lateSince !== null,
  };
}
