import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { contractById } from "../contracts/contract.loaders";
import type { Objective } from "../objectives/objective.entity";
import { objectiveById } from "../objectives/objective.loaders";
import { ObjectiveType } from "../objectives/objective.type";
import type { ApiContext } from "../platform/graphql/context";
import { PeriodInput, periodNamed } from "../platform/graphql/period.type";
import { objectiveResultOf } from "./objective-result.loaders";
import { ObjectiveResultType } from "./objective-result.type";
import type { ObjectiveResultView } from "./scorecard-view";

@Resolver(() => ObjectiveResultType)
export class ObjectiveResultResolver {
  @FieldResolver(() => ObjectiveType, { description: "The objective as it is now believed to have been agreed." })
  objective(@Root() result: ObjectiveResultView, @Ctx() ctx: ApiContext) {
    return ctx.loader(objectiveById).load(result.objectiveId);
  }
}

@Resolver(() => ObjectiveType)
export class ObjectiveResultsResolver {
  @FieldResolver(() => ObjectiveResultType, {
    nullable: true,
    description: "How it came out in a period; null when it was not in force, or nothing was computed yet.",
  })
  async result(
    @Root() objective: Objective,
    @Arg("period", () => PeriodInput, { description: "Which period, in the contract's time zone." }) input: PeriodInput,
    @Ctx() ctx: ApiContext,
  ): Promise<ObjectiveResultView | undefined> {
    const contract = await ctx.loader(contractById).load(objective.contractId);
    if (!contract) return undefined;
    const period = periodNamed(input, ctx.now, contract.timeZone);
    return ctx.loader(objectiveResultOf).load({ objectiveId: objective.id, period });
  }
}
