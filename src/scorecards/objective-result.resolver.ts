import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Objective } from "../objectives/objective.entity";
import { objectiveById } from "../objectives/objective.loaders";
import { ObjectiveType } from "../objectives/objective.type";
import type { ApiContext } from "../platform/graphql/context";
import { pastInstant } from "./as-of";
import { ObjectiveResultType } from "./objective-result.type";
import { readResult } from "./objectives/result-read";
import { costOfResult, ResultArgs } from "./scorecard-args.type";
import { periodUnder } from "./scorecard-reading";
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
    complexity: costOfResult,
  })
  async result(
    @Root() objective: Objective,
    @Args(() => ResultArgs) args: ResultArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<ObjectiveResultView | undefined> {
    const { id: objectiveId, clientId, contractId } = objective;
    const period = await periodUnder(ctx, contractId, args.period);
    if (!period) return undefined;
    const reading = { asOf: pastInstant(args.asOf, ctx.now), validOn: args.validOn ?? null };
    return readResult(ctx, { clientId, contractId, objectiveId, period }, reading);
  }
}
