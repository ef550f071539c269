import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { clientByCode, clientById, type ClientRow } from "../clients/client.loaders";
import { ClientType } from "../clients/client.type";
import { ConnectionArgs, pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { pageOfAll, pageUnder } from "../platform/graphql/row-list";
import type { Calendar } from "./calendar.entity";
import { calendarById } from "./calendar.loaders";
import { CalendarType } from "./calendar.type";
import type { Contract } from "./contract.entity";
import { contractRows, contractsByCode, contractsOfClient } from "./contract.loaders";
import { ContractList, ContractType } from "./contract.type";
import { onlyOne } from "./only-one";
import type { Service } from "./service.entity";
import { servicesOfContract } from "./service.loaders";
import { ServiceList } from "./service.type";

const CODE = { description: "Unique within a client." };
const CLIENT = { nullable: true, description: "Code of the client; needed where several of yours use the same code." };

/** The client that an optional argument names: undefined when it names none that the viewer may see. */
export const namedClient = async (ctx: ApiContext, code: string | null | undefined): Promise<ClientRow | undefined> =>
  code == null ? undefined : ctx.loader(clientByCode).load(code);

@Resolver(() => ContractType)
export class ContractResolver {
  @Query(() => ContractType, {
    nullable: true,
    description: "The contract of a code. Null when there is none that you may see.",
  })
  async contract(
    @Arg("code", () => String, CODE) code: string,
    @Arg("client", () => String, CLIENT) clientCode: string | null,
    @Ctx() ctx: ApiContext,
  ): Promise<Contract | null> {
    const client = await namedClient(ctx, clientCode);
    if (clientCode != null && !client) return null;
    return onlyOne("contract", code, await ctx.loader(contractsByCode).load(code), client?.id);
  }

  @Query(() => ContractList.Connection, { description: "The contracts you may see, by code." })
  contracts(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() ctx: ApiContext): Promise<Connection<Contract>> {
    return pageOfAll(ctx, contractRows, pageOf(args, { list: "contracts" }, 2));
  }

  @FieldResolver(() => ClientType, { description: "With whom it was made." })
  client(@Root() contract: Contract, @Ctx() ctx: ApiContext): Promise<ClientRow | undefined> {
    return ctx.loader(clientById).load(contract.clientId);
  }

  @FieldResolver(() => CalendarType, { description: "Its working time, where a service has none of its own." })
  calendar(@Root() contract: Contract, @Ctx() ctx: ApiContext): Promise<Calendar | undefined> {
    return ctx.loader(calendarById).load(contract.calendarId);
  }

  @FieldResolver(() => ServiceList.Connection, { description: "Its lines of work, by code." })
  services(
    @Root() contract: Contract,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Service>> {
    return pageUnder(ctx, servicesOfContract, contract.id, pageOf(args, { list: "services" }, 2));
  }
}

@Resolver(() => ClientType)
export class ClientContractsResolver {
  @FieldResolver(() => ContractList.Connection, { description: "What was agreed with it, by code." })
  contracts(
    @Root() client: ClientRow,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Contract>> {
    return pageUnder(ctx, contractsOfClient, client.id, pageOf(args, { list: "contracts" }, 2));
  }
}
