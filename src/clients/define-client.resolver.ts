import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { define } from "../platform/graphql/definition";
import type { Outcome } from "../platform/graphql/mutation";
import { asClientRow } from "./client.loaders";
import { ClientService } from "./client.service";
import { DefineClientInput, DefineClientPayload } from "./define-client.type";

@Resolver()
export class DefineClientResolver {
  @Mutation(() => DefineClientPayload, { description: "Defines a client. For our own people. Needs WRITE_SETUP." })
  defineClient(
    @Arg("input", () => DefineClientInput, { description: "The client, whole." }) input: DefineClientInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineClientPayload>> {
    return define(ctx, { name: "defineClient", input }, async (context, written) => {
      const { thing } = await ctx.service(ClientService).define(ctx.tx, context, written);
      return { client: asClientRow(thing) };
    });
  }
}
