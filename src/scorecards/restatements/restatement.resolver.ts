import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contract } from "../../contracts/contract.entity";
import { contractById } from "../../contracts/contract.loaders";
import { ContractType } from "../../contracts/contract.type";
import type { Objective } from "../../objectives/objective.entity";
import { objectiveById } from "../../objectives/objective.loaders";
import { ObjectiveType } from "../../objectives/objective.type";
import { ConnectionArgs, pageOf, type Connection } from "../../platform/graphql/connection";
import type { ApiContext } from "../../platform/graphql/context";
import { describePeriod, PeriodInput, periodNamed, PeriodType } from "../../platform/graphql/period.type";
import { pageUnder } from "../../platform/graphql/row-list";
import { ObjectiveResultType } from "../objective-result.type";
import { ScorecardSubject, ScorecardType } from "../scorecard.type";
import { periodOf, type ObjectiveResultView, type ScorecardView } from "../scorecard-view";
import { subjectOfRow, type RowOfSubject } from "../subject.loaders";
import { pageOfChanges, type ResultCorrectionView } from "./changes-page";
import type { RestatementState } from "./restatement.entity";
import {
  changesOfRestatement,
  restatementOf,
  restatementsOfContract,
  type RestatementHead,
} from "./restatement.loaders";
import {
  RestatementConsequencesType,
  RestatementList,
  RestatementStateEnum,
  RestatementType,
  ResultCorrectionList,
  ResultCorrectionType,
} from "./restatement.type";

@ArgsType()
class RestatementsArgs extends ConnectionArgs {
  @Field(() => RestatementStateEnum, { nullable: true, description: "Only those so far. Left out: all." })
  state?: RestatementState | null;
}

@Resolver(() => RestatementType)
export class RestatementResolver {
  @FieldResolver(() => ContractType, { nullable: true, description: "Whose figures it corrects." })
  contract(@Root() one: RestatementHead, @Ctx() ctx: ApiContext): Promise<Contract | undefined> {
    return ctx.loader(contractById).load(one.contractId);
  }

  @FieldResolver(() => PeriodType, { nullable: true, description: "The local days they are about." })
  async period(@Root() one: RestatementHead, @Ctx() ctx: ApiContext): Promise<PeriodType | null> {
    const contract = await ctx.loader(contractById).load(one.contractId);
    return contract ? describePeriod(periodOf(one), contract, ctx.now) : null;
  }

  @FieldResolver(() => ResultCorrectionList.Connection, {
    description: "What it changes, objectives first, then from the whole down. Results of people as they may be seen.",
  })
  async changes(
    @Root() one: RestatementHead,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<ResultCorrectionView>> {
    const { contractId, id } = one;
    const contract = await ctx.loader(contractById).load(contractId);
    const changes = await ctx.loader(changesOfRestatement).load(id);
    const shown = { contractId, currency: contract?.currency ?? "", changes, list: `changes/${id}` };
    return pageOfChanges(ctx.viewer, shown, args);
  }

  @FieldResolver(() => RestatementConsequencesType, {
    nullable: true,
    description: "What followed from it; null until it is applied.",
  })
  consequences(@Root() { consequences, ...one }: RestatementHead) {
    return consequences && { ...consequences, contractId: one.contractId };
  }
}

@Resolver(() => RestatementConsequencesType)
export class RestatementConsequencesResolver {
  @FieldResolver(() => [PeriodType], {
    description: "Other closed periods with the same days that would still change; they are restated one by one.",
  })
  async stillDrifting(
    @Root() one: { contractId: string; stillDrifting: readonly { kind: PeriodInput["kind"]; from: string }[] },
    @Ctx() ctx: ApiContext,
  ): Promise<PeriodType[]> {
    const contract = await ctx.loader(contractById).load(one.contractId);
    if (!contract) return [];
    return one.stillDrifting.map(({ kind, from }) =>
      describePeriod(periodNamed({ kind, containing: from as never }, ctx.now, contract.timeZone), contract, ctx.now),
    );
  }
}

@Resolver(() => ResultCorrectionType)
export class ResultCorrectionResolver {
  @FieldResolver(() => ScorecardSubject, {
    nullable: true,
    description: "Whose scorecard it is; null for objectives, and when it is gone from the set-up.",
  })
  async subject(@Root() { changed }: ResultCorrectionView, @Ctx() ctx: ApiContext): Promise<object | null> {
    return changed.subjectKind === "objective" ? null : subjectOfRow(ctx, changed as RowOfSubject);
  }

  @FieldResolver(() => ObjectiveType, { nullable: true, description: "The objective; null for scorecards." })
  async objective(@Root() { changed }: ResultCorrectionView, @Ctx() ctx: ApiContext): Promise<Objective | null> {
    if (changed.subjectKind !== "objective") return null;
    return (await ctx.loader(objectiveById).load(changed.subjectId)) ?? null;
  }
}

@Resolver(() => ContractType)
export class ContractRestatementsResolver {
  @FieldResolver(() => RestatementList.Connection, {
    description: "Corrections of its final figures, the latest first.",
  })
  restatements(
    @Root() contract: Contract,
    @Args(() => RestatementsArgs) args: RestatementsArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<RestatementHead>> {
    const filter = { list: "restatements", state: args.state ?? null };
    return pageUnder(ctx, restatementsOfContract, contract.id, pageOf(args, filter, 1));
  }
}

const MADE_IT = "The restatement that made this version; null for versions that no restatement made.";

const madeBy = async (ctx: ApiContext, row: ScorecardView | ObjectiveResultView): Promise<RestatementHead | null> => {
  const { state, finalAt, contractId, periodKind, periodFrom } = row;
  if (state !== "restated" || finalAt === null) return null;
  return (await ctx.loader(restatementOf).load({ contractId, periodKind, periodFrom, finalAt })) ?? null;
};

@Resolver(() => ScorecardType)
export class ScorecardRestatementResolver {
  @FieldResolver(() => RestatementType, { nullable: true, description: MADE_IT })
  restatement(@Root() card: ScorecardView, @Ctx() ctx: ApiContext): Promise<RestatementHead | null> {
    return madeBy(ctx, card);
  }
}

@Resolver(() => ObjectiveResultType)
export class ObjectiveRestatementResolver {
  @FieldResolver(() => RestatementType, { nullable: true, description: MADE_IT })
  restatement(@Root() result: ObjectiveResultView, @Ctx() ctx: ApiContext): Promise<RestatementHead | null> {
    return madeBy(ctx, result);
  }
}
