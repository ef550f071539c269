import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { define } from "../platform/graphql/definition";
import type { Outcome } from "../platform/graphql/mutation";
import { DefineKpiSetInput, DefineKpiSetPayload } from "./define-kpi-set.type";
import { KpiSetService } from "./kpi-set.service";

@Resolver()
export class DefineKpiSetResolver {
  @Mutation(() => DefineKpiSetPayload, {
    description: "Says how the KPIs of a role make one score. Needs WRITE_SETUP.",
  })
  defineKpiSet(
    @Arg("input", () => DefineKpiSetInput, { description: "The set, whole." }) input: DefineKpiSetInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineKpiSetPayload>> {
    return define(ctx, { name: "defineKpiSet", input }, async (context, written) => {
      const { thing } = await ctx.service(KpiSetService).define(ctx.tx, context, written);
      return { kpiSet: thing[0] ?? null };
    });
  }
}
