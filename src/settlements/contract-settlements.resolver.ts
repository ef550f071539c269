import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contract } from "../contracts/contract.entity";
import { ContractType } from "../contracts/contract.type";
import type { Objective } from "../objectives/objective.entity";
import { objectiveById } from "../objectives/objective.loaders";
import { ObjectiveType } from "../objectives/objective.type";
import { ConnectionArgs, pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { PeriodInput, periodNamed } from "../platform/graphql/period.type";
import { pageUnder } from "../platform/graphql/row-list";
import { objectiveResultById } from "../scorecards/objective-result.loaders";
import { ObjectiveResultType } from "../scorecards/objective-result.type";
import type { ObjectiveResultView } from "../scorecards/scorecard-view";
import { SettledClauseType, SettledObjectiveType, SettlementNoticeType } from "./settled-clause.type";
import type { SettlementNotice } from "./settlement-notice.entity";
import type { SettledObjectiveView } from "./settlement-views.rules";
import type { SettlementState } from "./settlement.entity";
import { linesOfResult, noticesOfContract, settlementsOfContract, settlementsOfPeriod } from "./settlement.loaders";
import type { SettlementRow } from "./settlement.queries";
import type { LineView } from "./settlement.resolver";
import { SettlementStateEnum } from "./settlement-enums.type";
import { SettlementLineType, SettlementList, SettlementType } from "./settlement.type";

@ArgsType()
class SettlementsArgs extends ConnectionArgs {
  @Field(() => SettlementStateEnum, { nullable: true, description: "Only settlements in this state; null: all." })
  state?: SettlementState | null;
}

const PERIOD = { description: "Which closed period, in the contract's time zone." };

@Resolver(() => ContractType)
export class ContractSettlementsResolver {
  @FieldResolver(() => SettlementList.Connection, {
    description: "What its closed periods came to in money, corrections among them, latest period first.",
  })
  settlements(
    @Root() contract: Contract,
    @Args(() => SettlementsArgs) args: SettlementsArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<SettlementRow>> {
    const page = pageOf(args, { list: "settlements", state: args.state ?? null }, 2);
    return pageUnder(ctx, settlementsOfContract, contract.id, page);
  }

  @FieldResolver(() => SettlementType, {
    nullable: true,
    description: "The settlement of a period; null when there is none that you may see.",
  })
  async settlement(
    @Root() contract: Contract,
    @Arg("period", () => PeriodInput, PERIOD) input: PeriodInput,
    @Ctx() ctx: ApiContext,
  ): Promise<SettlementRow | null> {
    const period = periodNamed(input, ctx.now, contract.timeZone);
    const versions = await ctx.loader(settlementsOfPeriod).load({ contractId: contract.id, period });
    return versions.find(({ version }) => version === 1) ?? null;
  }

  @FieldResolver(() => [SettlementNoticeType], {
    description: "Defaults and grounds for termination that arose, oldest first.",
  })
  settlementNotices(@Root() { id }: Contract, @Ctx() ctx: ApiContext): Promise<SettlementNotice[]> {
    return ctx.loader(noticesOfContract).load(id);
  }
}

@Resolver(() => SettledObjectiveType)
export class SettledObjectiveResolver {
  @FieldResolver(() => ObjectiveType, { nullable: true, description: "The objective." })
  objective(@Root() { objectiveId }: SettledObjectiveView, @Ctx() ctx: ApiContext): Promise<Objective | undefined> {
    return ctx.loader(objectiveById).load(objectiveId);
  }

  @FieldResolver(() => ObjectiveResultType, {
    nullable: true,
    description: "The very result that was settled, whatever was restated since; null when it is out of sight.",
  })
  result(@Root() { id }: SettledObjectiveView, @Ctx() ctx: ApiContext): Promise<ObjectiveResultView | undefined> {
    return ctx.loader(objectiveResultById).load(id);
  }

  @FieldResolver(() => [SettledClauseType], { description: "What came of each clause about it." })
  clauses(@Root() { clauses }: SettledObjectiveView): readonly SettledClauseType[] {
    return clauses;
  }
}

@Resolver(() => ObjectiveResultType)
export class ResultLinesResolver {
  @FieldResolver(() => [SettlementLineType], {
    description:
      "Lines about the objective in the period, of every version of its settlement that you may see; computed results " +
      "of an open period have none.",
  })
  settlementLines(@Root() result: ObjectiveResultView, @Ctx() ctx: ApiContext): Promise<LineView[]> {
    const { objectiveId, periodKind: kind, periodFrom: from, periodUntil: until } = result;
    return ctx.loader(linesOfResult).load({ objectiveId, period: { kind, from, until } });
  }
}
