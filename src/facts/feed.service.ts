import { IsNull } from "typeorm";
import { clientByCode } from "../clients/client.lookups";
import { affected, type Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import { recordChange } from "../platform/definitions/record-change";
import { writeVersions } from "../platform/definitions/write-versions";
import { day } from "../shared/day";
import { parseInput } from "../shared/input";
import { datedRecords, inOrder, type Dated } from "../shared/versions";
import { moveCompleteness, refuseFuture, type Declaring } from "./feed-declaring";
import { FeedExpectation } from "./feed-expectation.entity";
import { CompletenessGoesBack, FeedNotKnown } from "./feed.errors";
import type { Feed } from "./feed.entity";
import { feedsOfClient, lockFeed, sourcesOf, type FeedKey } from "./feed.queries";
import { feedSchema, type FeedInput, type FeedTerms } from "./feed.schema";
import { punctualityOf } from "./feed-state.rules";

type Terms = Pick<FeedExpectation, "every" | "dueBy" | "timeZone" | "grace" | "declares"> & Dated;

/** The terms of a version as the document says them. */
const termsRecord = ({ every, dueBy, timeZone, grace, declares }: Terms) => ({
  every,
  ...(dueBy === null ? {} : { by: dueBy }),
  timeZone,
  grace,
  ...(declares ? { declares } : {}),
});

/** The feed as its document says it. */
export const feedRecord = (versions: readonly Terms[]) => ({ versions: datedRecords(versions, termsRecord) });

/** Expectations without a first day have always held. */
const SINCE_EVER = day("2000-01-01");

/** A feed that became late, or that is no longer. */
export interface LatenessChange extends FeedKey {
  readonly feedId: string;
  readonly lateSince: Date;
  readonly isLate: boolean;
}

export class FeedService {
  async define(tx: Tx, context: DefinitionContext, raw: FeedInput): Promise<Defined<Feed>> {
    const { client: clientCode, stream, source, versions } = parseInput(feedSchema, raw);
    const wanted = inOrder(versions.map((one) => ({ ...one, validFrom: one.validFrom ?? SINCE_EVER }))).map(termsOf);
    const { clientId } = await clientByCode(tx, context, clientCode);
    await lockDefinitions(tx, clientId);
    const feed = (await lockFeed(tx, { clientId, stream, source }, { make: true }))!;
    const key = { clientId, feedId: feed.id };
    const current = await tx.find(FeedExpectation, {
      where: { ...key, supersededAt: IsNull() },
      order: { validFrom: "ASC" },
    });
    const versioned = { key, current, wanted, termsOf: termsRecord };
    await writeVersions<FeedExpectation, Terms>(tx, FeedExpectation, versioned, context.now);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "Feed",
      key: `${clientCode}/${stream}/${source}`,
      before: current.length > 0 ? feedRecord(current) : null,
      after: wanted.length > 0 ? feedRecord(wanted) : null,
    });
    return { thing: feed, change };
  }

  /** Vouches for a feed by itself: what it says before an earlier declaration has to give a reason. */
  async declare(tx: Tx, key: FeedKey, declaring: Declaring): Promise<Feed> {
    refuseFuture(declaring);
    const feed = await lockFeed(tx, key, { make: false });
    if (!feed) throw new FeedNotKnown(key.stream, key.source, await sourcesOf(tx, key));
    const { completeThrough, reason } = declaring;
    const before = feed.completeThrough;
    if (before && completeThrough < before && !reason) throw new CompletenessGoesBack(completeThrough, before);
    return moveCompleteness(tx, feed, declaring);
  }

  /** Notes which feeds became late and which recovered since it was last looked; each change is answered once. */
  async noteLateness(tx: Tx, clientId: string, now: Date): Promise<LatenessChange[]> {
    const changes: LatenessChange[] = [];
    for (const feed of await feedsOfClient(tx, clientId, now)) {
      const { lateSince } = punctualityOf(feed, feed.expectation, now);
      if ((lateSince === null) === (feed.lateSince === null)) continue;
      const { id, stream, source } = feed;
      const noted = await affected(
        tx,
        `update feed set late_since = $3 where client_id = $1 and id = $2 and (late_since is null) = ($3::timestamptz is not null)`,
        [clientId, id, lateSince],
      );
      const since = lateSince ?? feed.lateSince!;
      if (noted > 0)
        changes.push({ clientId, feedId: id, stream, source, lateSince: since, isLate: lateSince !== null });
    }
    return changes;
  }
}

function termsOf({ every, by, timeZone, grace, declares, ...dated }: FeedTerms & Dated): Terms {
  const { validFrom, validUntil } = dated;
  return { validFrom, validUntil, every, dueBy: by, timeZone: timeZone ?? "UTC", grace, declares };
}
