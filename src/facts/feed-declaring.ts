import { rows, type Tx } from "../platform/database";
import { newId } from "../shared/ids";
import { CLOCK_TOLERANCE_MS } from "./fact-row";
import { FeedDeclaration } from "./feed-declaration.entity";
import type { Feed } from "./feed.entity";
import { CompleteInFuture } from "./feed.errors";
import { lockFeed, type FeedKey } from "./feed.queries";

/** Somebody vouches for what was sent. */
export interface Declaring {
  readonly completeThrough: Date;
  readonly by: string;
  readonly now: Date;
  /** Needed to take back what was declared before. */
  readonly reason?: string | null;
}

/** Nobody has sent what has not happened. */
export function refuseFuture({ completeThrough, now }: Pick<Declaring, "completeThrough" | "now">): void {
  if (completeThrough.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) throw new CompleteInFuture(completeThrough, now);
}

/**
 * Vouches together with facts. Files may arrive in any order, so that an older word than the one that holds changes
 * nothing.
 */
export async function declareWithFacts(tx: Tx, key: FeedKey, declaring: Declaring): Promise<void> {
  refuseFuture(declaring);
  const feed = (await lockFeed(tx, key, { make: true }))!;
  if (feed.completeThrough && declaring.completeThrough <= feed.completeThrough) return;
  await moveCompleteness(tx, feed, { ...declaring, reason: null });
}

/** Moves what is declared of a locked feed, and keeps who said so. */
export async function moveCompleteness(tx: Tx, feed: Feed, declaring: Declaring): Promise<Feed> {
  const { completeThrough, by, now, reason } = declaring;
  if (feed.completeThrough?.getTime() === completeThrough.getTime()) return feed;
  const { clientId, id } = feed;
  const sql = "update feed set complete_through = $3 where client_id = $1 and id = $2";
  await rows(tx, sql, [clientId, id, completeThrough]);
  await tx.insert(FeedDeclaration, {
    ...{ clientId, id: newId(), feedId: id },
    ...{ completeThrough, declaredAt: now, declaredBy: by, reason: reason ?? null },
  });
  return { ...feed, completeThrough };
}
