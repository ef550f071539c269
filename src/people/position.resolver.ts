import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contract } from "../contracts/contract.entity";
import { contractById } from "../contracts/contract.loaders";
import { ContractType } from "../contracts/contract.type";
import type { Service } from "../contracts/service.entity";
import { serviceById } from "../contracts/service.loaders";
import { ServiceType } from "../contracts/service.type";
import { pageOf, type Connection, type Page } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { pageUnder } from "../platform/graphql/row-list";
import type { Person } from "./person.entity";
import { personById } from "./person.loaders";
import { PersonType } from "./person.type";
import type { Position } from "./position.entity";
import { positionsOfContract, positionsOfPerson, positionsOfService, positionsOfTeam } from "./position.loaders";
import { PositionArgs, PositionList, PositionType } from "./position.type";
import type { Role } from "./role.entity";
import { roleByCode } from "./role.loaders";
import { RoleType } from "./role.type";
import type { Team } from "./team.entity";
import { teamById } from "./team.loaders";
import { TeamType } from "./team.type";

const asked = (args: PositionArgs): Page =>
  pageOf(args, { list: "positions", validOn: args.validOn ?? null, role: args.role ?? null }, 2);

@Resolver(() => PositionType)
export class PositionResolver {
  @FieldResolver(() => PersonType, { description: "Who." })
  person(@Root() position: Position, @Ctx() ctx: ApiContext): Promise<Person | undefined> {
    return ctx.loader(personById).load(position.personId);
  }

  @FieldResolver(() => RoleType, { description: "As what." })
  role(@Root() position: Position, @Ctx() ctx: ApiContext): Promise<Role | undefined> {
    return ctx.loader(roleByCode).load(position.roleCode);
  }

  @FieldResolver(() => ContractType, { description: "Under which contract." })
  contract(@Root() position: Position, @Ctx() ctx: ApiContext): Promise<Contract | undefined> {
    return ctx.loader(contractById).load(position.contractId);
  }

  @FieldResolver(() => ServiceType, { nullable: true, description: "On which service; null: on every one." })
  service(@Root() { serviceId }: Position, @Ctx() ctx: ApiContext): Promise<Service | undefined> | null {
    return serviceId === null ? null : ctx.loader(serviceById).load(serviceId);
  }

  @FieldResolver(() => TeamType, { nullable: true, description: "In which team; null: in none." })
  team(@Root() { teamId }: Position, @Ctx() ctx: ApiContext): Promise<Team | undefined> | null {
    return teamId === null ? null : ctx.loader(teamById).load(teamId);
  }
}

@Resolver(() => PersonType)
export class PersonPositionsResolver {
  @FieldResolver(() => PositionList.Connection, { description: "With clients you may see, by first day." })
  positions(
    @Root() person: Person,
    @Args(() => PositionArgs) args: PositionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Position>> {
    return pageUnder(ctx, positionsOfPerson, person.id, asked(args));
  }
}

@Resolver(() => TeamType)
export class TeamPositionsResolver {
  @FieldResolver(() => PositionList.Connection, { description: "Who is or was in it, by first day." })
  positions(
    @Root() team: Team,
    @Args(() => PositionArgs) args: PositionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Position>> {
    return pageUnder(ctx, positionsOfTeam, team.id, asked(args));
  }
}

@Resolver(() => ServiceType)
export class ServicePositionsResolver {
  @FieldResolver(() => PositionList.Connection, { description: "Who works on this service alone, by first day." })
  positions(
    @Root() service: Service,
    @Args(() => PositionArgs) args: PositionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Position>> {
    return pageUnder(ctx, positionsOfService, service.id, asked(args));
  }
}

@Resolver(() => ContractType)
export class ContractPositionsResolver {
  @FieldResolver(() => PositionList.Connection, { description: "Everybody who works under it, by first day." })
  positions(
    @Root() contract: Contract,
    @Args(() => PositionArgs) args: PositionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Position>> {
    return pageUnder(ctx, positionsOfContract, contract.id, asked(args));
  }
}
