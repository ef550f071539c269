import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { define } from "../platform/graphql/definition";
import { perform, type Outcome } from "../platform/graphql/mutation";
import { clientOf } from "./client-of.queries";
import { FeedService } from "./feed.service";
import { DeclareFeedCompleteInput, DeclareFeedCompletePayload, DefineFeedInput, DefineFeedPayload } from "./feed.type";

@Resolver()
export class DefineFeedResolver {
  @Mutation(() => DefineFeedPayload, { description: "Says when data of a feed is due. Needs WRITE_SETUP." })
  defineFeed(
    @Arg("input", () => DefineFeedInput, { description: "The feed, whole." }) input: DefineFeedInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineFeedPayload>> {
    return define(ctx, { name: "defineFeed", input }, async (context, { versions, ...written }) => {
      const feed = { ...written, versions: versions.map((one) => ({ ...one })) };
      const { thing } = await ctx.service(FeedService).define(ctx.tx, context, feed);
      return { feed: thing };
    });
  }

  @Mutation(() => DeclareFeedCompletePayload, {
    description:
      "Vouches that all facts of a feed before an instant have been sent, as when there was nothing to send. Needs " +
      "WRITE_FACTS.",
  })
  declareFeedComplete(
    @Arg("input", () => DeclareFeedCompleteInput, { description: "Which feed, and how far." })
    input: DeclareFeedCompleteInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DeclareFeedCompletePayload>> {
    return perform(ctx, { name: "declareFeedComplete", requires: "facts:write", input }, async () => {
      const { client, stream, source, completeThrough, reason } = input;
      const clientId = await clientOf(ctx.tx, ctx.viewer, client ?? null);
      const declaring = { completeThrough, reason, by: ctx.viewer.name, now: ctx.now };
      return { feed: await ctx.service(FeedService).declare(ctx.tx, { clientId, stream, source }, declaring) };
    });
  }
}
