import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { define } from "../platform/graphql/definition";
import type { Outcome } from "../platform/graphql/mutation";
import { DefineForumInput, DefineForumPayload } from "./define-forum.type";
import { ForumService } from "./forum.service";

@Resolver()
export class DefineForumResolver {
  @Mutation(() => DefineForumPayload, {
    description: "Defines a standing governance meeting of a contract. Needs WRITE_SETUP.",
  })
  defineForum(
    @Arg("input", () => DefineForumInput, { description: "The forum, whole." }) input: DefineForumInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineForumPayload>> {
    return define(ctx, { name: "defineForum", input }, async (context, { participants, ...written }) => {
      const forum = { ...written, participants: participants?.map((one) => ({ ...one })) ?? null };
      const { thing } = await ctx.service(ForumService).define(ctx.tx, context, forum);
      return { forum: thing };
    });
  }
}
