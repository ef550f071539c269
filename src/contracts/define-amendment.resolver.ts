import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { define } from "../platform/graphql/definition";
import type { Outcome } from "../platform/graphql/mutation";
import { amendmentById } from "./amendment.loaders";
import { AmendmentService } from "./amendment.service";
import { DefineAmendmentInput, DefineAmendmentPayload } from "./define-amendment.type";

@Resolver()
export class DefineAmendmentResolver {
  @Mutation(() => DefineAmendmentPayload, {
    description: "Defines an amendment that versions can cite then. Needs WRITE_SETUP.",
  })
  defineAmendment(
    @Arg("input", () => DefineAmendmentInput, { description: "The amendment, whole." }) input: DefineAmendmentInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineAmendmentPayload>> {
    return define(ctx, { name: "defineAmendment", input }, async (context, written) => {
      const { thing } = await ctx.service(AmendmentService).define(ctx.tx, context, written);
      return { amendment: (await ctx.loader(amendmentById).load(thing.id)) ?? null };
    });
  }
}
