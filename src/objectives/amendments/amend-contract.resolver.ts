import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { amendmentById } from "../../contracts/amendment.loaders";
import type { ApiContext } from "../../platform/graphql/context";
import { define } from "../../platform/graphql/definition";
import type { Outcome } from "../../platform/graphql/mutation";
import { writtenClausesOf } from "../clauses/clause-choice";
import { termsOf } from "../define-objective.type";
import { AmendContractService, type AmendContract } from "./amend-contract.service";
import { AmendContractInput, AmendContractPayload } from "./amend-contract.type";

@Resolver()
export class AmendContractResolver {
  @Mutation(() => AmendContractPayload, {
    description:
      "Changes a contract from a day on by a signed amendment: objectives and terms of settlement, all together or not at " +
      "all. What held before stays as it was. Needs WRITE_SETUP.",
  })
  amendContract(
    @Arg("input", () => AmendContractInput, { description: "The amendment with what it changes." })
    input: AmendContractInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<AmendContractPayload>> {
    return define(
      ctx,
      { name: "amendContract", input },
      async (context, { objectives, settlementTerms, ...written }) => {
        const act = {
          amendment: written,
          objectives: (objectives ?? []).map((one) => ({ ...one, terms: one.terms && termsOf(one.terms) })),
          settlementTerms: settlementTerms
            ? { ...settlementTerms, clauses: writtenClausesOf(settlementTerms.clauses) }
            : null,
        } as AmendContract;
        const done = await ctx.service(AmendContractService).amend(ctx.tx, context, act);
        ctx.forgetLoaded();
        const amendment = (await ctx.loader(amendmentById).load(done.amendment.id)) ?? null;
        return { amendment, objectives: done.objectives };
      },
    );
  }
}
