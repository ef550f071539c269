import type { Tx } from "../platform/database";
import { day } from "../shared/day";
import { newId } from "../shared/ids";
import { FeedExpectation } from "./feed-expectation.entity";
import { Feed } from "./feed.entity";

type FeedParts = Partial<Feed> & Pick<Feed, "clientId">;

/** Contacts from a telephone system that has sent nothing yet. */
export const aFeed = (parts: FeedParts): Feed =>
  Object.assign(new Feed(), {
    id: newId(),
    stream: "contact",
    source: "pbx",
    serviceIds: [],
    lastImportAt: null,
    lastChangeAt: null,
    observedThrough: null,
    completeThrough: null,
    lateSince: null,
    ...parts,
  });

export async function saveFeed(tx: Tx, parts: FeedParts): Promise<Feed> {
  const feed = aFeed(parts);
  await tx.insert(Feed, feed);
  return feed;
}

/** Data is due every morning by six, Rome's time. */
export const anExpectation = (
  parts: Partial<FeedExpectation> & Pick<FeedExpectation, "clientId" | "feedId">,
): FeedExpectation =>
  Object.assign(new FeedExpectation(), {
    every: "FREQ=DAILY",
    dueBy: "06:00",
    timeZone: "Europe/Rome",
    grace: "PT0S",
    declares: false,
    version: 1,
    validFrom: day("2020-01-01"),
    validUntil: null,
    recordedAt: new Date("2020-01-01T00:00:00Z"),
    supersededAt: null,
    ...parts,
  });

export async function saveExpectation(tx: Tx, parts: Parameters<typeof anExpectation>[0]): Promise<FeedExpectation> {
  const expectation = anExpectation(parts);
  await tx.insert(FeedExpectation, expectation);
  return expectation;
}
