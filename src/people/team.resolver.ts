import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contract } from "../contracts/contract.entity";
import { contractById } from "../contracts/contract.loaders";
import { ContractType } from "../contracts/contract.type";
import { ConnectionArgs, pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { pageUnder } from "../platform/graphql/row-list";
import type { Team } from "./team.entity";
import { teamsOfContract } from "./team.loaders";
import { TeamList, TeamType } from "./team.type";

@Resolver(() => TeamType)
export class TeamResolver {
  @FieldResolver(() => ContractType, { description: "Under which contract it works." })
  contract(@Root() team: Team, @Ctx() ctx: ApiContext): Promise<Contract | undefined> {
    return ctx.loader(contractById).load(team.contractId);
  }
}

@Resolver(() => ContractType)
export class ContractTeamsResolver {
  @FieldResolver(() => TeamList.Connection, { description: "Teams that work under it, by code." })
  teams(
    @Root() contract: Contract,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Team>> {
    return pageUnder(ctx, teamsOfContract, contract.id, pageOf(args, { list: "teams" }, 2));
  }
}
