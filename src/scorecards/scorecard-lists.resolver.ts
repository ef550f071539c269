import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ContractType } from "../contracts/contract.type";
import { ServiceType } from "../contracts/service.type";
import { PositionType } from "../people/position.type";
import { TeamType } from "../people/team.type";
import type { Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { costOfResult, costOfResults, ResultArgs, ScorecardsArgs, SubjectScorecardsArgs } from "./scorecard-args.type";
import { scorecardOfSubject, scorecardsUnder, type Owned } from "./scorecard-reading";
import type { ScorecardView } from "./scorecard-view";
import { ScorecardList, ScorecardType } from "./scorecard.type";

const ONE = "The version in force of its scorecard of a period; null when nothing was computed for it.";

@Resolver(() => ContractType)
export class ContractScorecardsResolver {
  @FieldResolver(() => ScorecardType, { nullable: true, description: ONE, complexity: costOfResult })
  scorecard(
    @Root() contract: Owned,
    @Args(() => ResultArgs) args: ResultArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<ScorecardView | undefined> {
    return scorecardOfSubject(ctx, "contract", ofContract(contract), args);
  }

  @FieldResolver(() => ScorecardList.Connection, {
    description: "Scorecards of everything and everybody under it.",
    complexity: costOfResults,
  })
  scorecards(
    @Root() contract: Owned,
    @Args(() => SubjectScorecardsArgs) args: SubjectScorecardsArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<ScorecardView>> {
    return scorecardsUnder(ctx, "contract", ofContract(contract), args);
  }
}

@Resolver(() => ServiceType)
export class ServiceScorecardsResolver {
  @FieldResolver(() => ScorecardType, { nullable: true, description: ONE, complexity: costOfResult })
  scorecard(
    @Root() service: Owned,
    @Args(() => ResultArgs) args: ResultArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<ScorecardView | undefined> {
    return scorecardOfSubject(ctx, "service", service, args);
  }

  @FieldResolver(() => ScorecardList.Connection, {
    description: "Scorecards of the people who work on it alone.",
    complexity: costOfResults,
  })
  scorecards(
    @Root() service: Owned,
    @Args(() => ScorecardsArgs) args: ScorecardsArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<ScorecardView>> {
    return scorecardsUnder(ctx, "service", service, { ...args, of: "position" });
  }
}

@Resolver(() => TeamType)
export class TeamScorecardsResolver {
  @FieldResolver(() => ScorecardType, { nullable: true, description: ONE, complexity: costOfResult })
  scorecard(
    @Root() team: Owned,
    @Args(() => ResultArgs) args: ResultArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<ScorecardView | undefined> {
    return scorecardOfSubject(ctx, "team", team, args);
  }

  @FieldResolver(() => ScorecardList.Connection, {
    description: "Scorecards of the people in it.",
    complexity: costOfResults,
  })
  scorecards(
    @Root() team: Owned,
    @Args(() => ScorecardsArgs) args: ScorecardsArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<ScorecardView>> {
    return scorecardsUnder(ctx, "team", team, { ...args, of: "position" });
  }
}

@Resolver(() => PositionType)
export class PositionScorecardsResolver {
  @FieldResolver(() => ScorecardType, { nullable: true, description: ONE, complexity: costOfResult })
  scorecard(
    @Root() position: Owned,
    @Args(() => ResultArgs) args: ResultArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<ScorecardView | undefined> {
    return scorecardOfSubject(ctx, "position", position, args);
  }
}

const ofContract = (contract: { clientId: string; id: string }): Owned => ({ ...contract, contractId: contract.id });
