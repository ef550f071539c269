import type { ExpectedFeed } from "../facts/feed.queries";
import { punctualityOf, reaches, watermarkOf } from "../facts/feed-state.rules";
import type { Day } from "../shared/day";
import type { Stream } from "../shared/stream";

/** How far the data behind figures reaches. */
export interface DataWatermark {
  /** The earliest watermark of the feeds; null: there is no feed, or one of them has brought nothing yet. */
  readonly through: Date | null;
  /** Whether senders vouched for all of it. */
  readonly isDeclared: boolean;
  /** Whether every stream has a feed and every feed reaches the period's end. */
  readonly coversPeriod: boolean;
  readonly feeds: readonly ExpectedFeed[];
  readonly lateFeeds: readonly ExpectedFeed[];
}

/** What figures are made of: streams, the service they are about (null: all of the contract), and the period's end. */
export interface Reading {
  readonly streams: readonly Stream[];
  readonly serviceId: string | null;
  readonly until: Day;
  readonly timeZone: string;
}

/** Streams whose feeds bring a stream's facts: events are folded into cases. */
export const feedingStreams = (stream: Stream): readonly Stream[] =>
  stream === "case" ? ["case", "case_event"] : [stream];

/**
 * The feeds that figures rest on: those of their streams that ever brought facts of the service, and those that brought
 * nothing at all although they are expected or declared complete.
 */
export function feedsRead(all: readonly ExpectedFeed[], { streams, serviceId }: Omit<Reading, "until" | "timeZone">) {
  const isRead = ({ serviceIds, expectation, completeThrough }: ExpectedFeed): boolean => {
    if (serviceIds.length === 0) return expectation !== null || completeThrough !== null;
    return serviceId === null || serviceIds.includes(serviceId);
  };
  const feeding = streams.flatMap(feedingStreams);
  return all.filter((feed) => feeding.includes(feed.stream) && isRead(feed));
}

/**
 * The watermark of figures: a chain is as long as its shortest link.
 * | feeds of the streams                      | period until 1 July  | through      | covers |
 * | contacts to 30 June 21:40, observed       |                      | 30 June 21:40| yes    |
 * | and surveys declared through 29 June      |                      | 29 June      | no     |
 * | and cases expected, never seen            |                      | null         | no     |
 */
export function dataWatermark(all: readonly ExpectedFeed[], reading: Reading, now: Date): DataWatermark {
  const reach = dataReach(all, reading);
  return { ...reach, lateFeeds: reach.feeds.filter((feed) => isLate(feed, now)) };
}

const isLate = (feed: ExpectedFeed, now: Date): boolean =>
  punctualityOf(feed, feed.expectation, now).lateSince !== null;

/** The watermark without the feeds that are late, which take a search of their calendars. */
export function dataReach(all: readonly ExpectedFeed[], reading: Reading): Omit<DataWatermark, "lateFeeds"> {
  const feeds = feedsRead(all, reading);
  const marks = feeds.map((feed) => watermarkOf(feed, feed.expectation?.declares));
  const known = marks.filter((mark) => mark !== null);
  const isWhole = feeds.length > 0 && known.length === feeds.length;
  const hasEvery = reading.streams.every((stream) =>
    feeds.some((feed) => feedingStreams(stream).includes(feed.stream)),
  );
  const reached = known.every((mark) => reaches(mark, reading.until, reading.timeZone));
  return {
    through: isWhole ? known.map(({ at }) => at).reduce((least, at) => (at < least ? at : least)) : null,
    isDeclared: isWhole && known.every(({ isDeclared }) => isDeclared),
    coversPeriod: isWhole && hasEvery && reached,
    feeds,
  };
}
