import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { ConnectionArgs, pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { pageOfAll } from "../platform/graphql/row-list";
import { clientByCode, clientRows, type ClientRow } from "./client.loaders";
import { ClientList, ClientType } from "./client.type";

@Resolver(() => ClientType)
export class ClientResolver {
  @Query(() => ClientType, {
    nullable: true,
    description: "The client of a code. Null when there is none that you may see.",
  })
  client(
    @Arg("code", () => String, { description: "As in `Client.code`." }) code: string,
    @Ctx() ctx: ApiContext,
  ): Promise<ClientRow | undefined> {
    return ctx.loader(clientByCode).load(code);
  }

  @Query(() => ClientList.Connection, { description: "The clients you may see, by code." })
  clients(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() ctx: ApiContext): Promise<Connection<ClientRow>> {
    return pageOfAll(ctx, clientRows, pageOf(args, { list: "clients" }, 2));
  }
}
