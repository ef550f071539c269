import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { KpiUseService } from "../contracts/kpi-use.service";
import type { ApiContext } from "../platform/graphql/context";
import { define } from "../platform/graphql/definition";
import type { Outcome } from "../platform/graphql/mutation";
import {
  DefineObjectiveInput,
  DefineObjectivePayload,
  termsOf,
  UseKpiInput,
  UseKpiPayload,
} from "./define-objective.type";
import { ObjectiveService } from "./objective.service";

@Resolver()
export class DefineObjectiveResolver {
  @Mutation(() => UseKpiPayload, {
    description: "Puts a KPI in use under a contract or one of its services. Needs WRITE_SETUP.",
  })
  useKpi(
    @Arg("input", () => UseKpiInput, { description: "The use, whole." }) input: UseKpiInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<UseKpiPayload>> {
    return define(ctx, { name: "useKpi", input }, async (context, { versions, ...written }) => {
      const use = { ...written, versions: versions.map(termsOf) };
      const { thing } = await ctx.service(KpiUseService).define(ctx.tx, context, use);
      return { kpiUse: thing[0] ?? null };
    });
  }

  @Mutation(() => DefineObjectivePayload, {
    description: "Defines an objective with all its versions. Needs WRITE_SETUP.",
  })
  defineObjective(
    @Arg("input", () => DefineObjectiveInput, { description: "The objective, whole." }) input: DefineObjectiveInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineObjectivePayload>> {
    return define(ctx, { name: "defineObjective", input }, async (context, { versions, ...written }) => {
      const objective = { ...written, versions: versions.map(termsOf) };
      const { thing } = await ctx.service(ObjectiveService).define(ctx.tx, context, objective);
      return { objective: thing };
    });
  }
}
