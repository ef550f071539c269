import { Args, Ctx, FieldResolver, Resolver } from "type-graphql";
import { ConnectionArgs, pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { pageOfAll } from "../platform/graphql/row-list";
import { ViewerType } from "../platform/graphql/viewer.type";
import { clientRows, type ClientRow } from "./client.loaders";
import { ClientList } from "./client.type";

@Resolver(() => ViewerType)
export class ViewerClientsResolver {
  @FieldResolver(() => ClientList.Connection, { description: "The clients it reaches, by code." })
  clients(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() ctx: ApiContext): Promise<Connection<ClientRow>> {
    return pageOfAll(ctx, clientRows, pageOf(args, { list: "viewer.clients" }, 2));
  }
}
