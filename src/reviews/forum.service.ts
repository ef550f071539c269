import { clientByCode } from "../clients/client.lookups";
import type { Contract } from "../contracts/contract.entity";
import { UnderAnotherContract } from "../contracts/contract.errors";
import { contractByCode } from "../contracts/contract.lookups";
import type { Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import { recordChange } from "../platform/definitions/record-change";
import { addDays, earlierOf } from "../shared/day";
import { newId } from "../shared/ids";
import { parseInput } from "../shared/input";
import { sittings } from "./forum-cadence.rules";
import { Forum } from "./forum.entity";
import { NeverSits } from "./forum.errors";
import { forumSchema, type ForumInput } from "./forum.schema";
import type { ReviewService } from "./review.service";

const DAYS_LOOKED_AHEAD = 8 * 366;

/** The forum as its document says it. */
export const forumRecord = (forum: Forum) => ({
  name: forum.name,
  cadence: forum.cadence,
  startsOn: forum.startsOn,
  reviews: forum.reviewsKind,
  quorum: forum.quorum,
  participants: forum.participants.map(({ name, side, duty }) => ({ name, side, ...(duty ? { duty } : {}) })),
  minSample: forum.minSample,
});

export class ForumService {
  constructor(private readonly reviews: ReviewService) {}

  /** Its sittings until three months ahead are in the calendar afterwards. */
  async define(tx: Tx, context: DefinitionContext, raw: ForumInput): Promise<Defined<Forum>> {
    const { client: clientCode, contract: contractCode, reviews, ...terms } = parseInput(forumSchema, raw);
    const { clientId } = await clientByCode(tx, context, clientCode);
    await lockDefinitions(tx, clientId);
    const contract = await contractByCode(tx, clientId, contractCode);
    const before = await tx.findOneBy(Forum, { clientId, code: terms.code });
    if (before && before.contractId !== contract.id) throw new UnderAnotherContract("forum", terms.code);
    const row = { clientId, id: before?.id ?? newId(), contractId: contract.id };
    const aims = { ...terms, startsOn: terms.startsOn ?? contract.startsOn, reviewsKind: reviews };
    const forum = Object.assign(new Forum(), { ...row, ...aims });
    if (!everSits(forum, contract)) throw new NeverSits(forum.cadence);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "Forum",
      key: `${clientCode}/${contractCode}/${terms.code}`,
      before: before && forumRecord(before),
      after: forumRecord(forum),
    });
    if (!before) await tx.insert(Forum, forum);
    else if (change.outcome === "changed") await tx.update(Forum, { clientId, id: forum.id }, aims);
    if (change.outcome !== "unchanged") await this.reviews.reschedule(tx, forum, context.now);
    return { thing: forum, change };
  }
}

function everSits(forum: Forum, { endsOn }: Contract): boolean {
  const horizon = addDays(forum.startsOn, DAYS_LOOKED_AHEAD);
  return sittings(forum, forum.startsOn, endsOn ? earlierOf(endsOn, horizon) : horizon).length > 0;
}
