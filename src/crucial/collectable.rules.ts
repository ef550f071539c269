import { punctualityOf, watermarkOf } from "../facts/feed-state.rules";
import { feedingStreams } from "../scorecards/data-watermark.rules";
import type { KpiEvidence, StreamEvidence } from "./kpi-evidence";
import { letterOf, type Finding, type LetterResult } from "./letter.rules";

/**
 * Collectable: every stream of the formula has a feed that brings facts.
 * | stream                                   | verdict |
 * | a feed with facts, nothing overdue       | pass    |
 * | a feed with facts, but data is overdue   | warn    |
 * | facts, but no feed is known              | warn    |
 * | no facts on any day looked at            | fail    |
 */
export const collectable = (evidence: KpiEvidence): LetterResult =>
  letterOf(
    "collectable",
    evidence.streams.map((one) => ofStream(one, evidence)),
  );

function ofStream({ stream, days }: StreamEvidence, { watermark, now }: KpiEvidence): Finding {
  const feeds = watermark.feeds.filter((feed) => feedingStreams(stream).includes(feed.stream));
  const shown = feeds.map((feed) => {
    const mark = watermarkOf(feed, feed.expectation?.declares);
    const reach = mark ? `${mark.isDeclared ? "declared" : "seen"} through ${mark.at.toISOString()}` : "nothing yet";
    const { lateSince } = punctualityOf(feed, feed.expectation, now);
    return `${feed.source} (${reach}${lateSince ? `, overdue since ${lateSince.toISOString()}` : ""})`;
  });
  const from = feeds.length === 0 ? "no feed is known" : `feeds ${shown.join(", ")}`;
  if (days.length === 0) return { verdict: "fail", evidence: `${stream}: no facts on any day looked at; ${from}.` };
  const isOverdue = watermark.lateFeeds.some((feed) => feeds.includes(feed));
  return {
    verdict: feeds.length === 0 || isOverdue ? "warn" : "pass",
    evidence: `${stream}: facts on ${days.length} days, the last ${days.at(-1)}; ${from}.`,
  };
}
