import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { clientById, type ClientRow } from "../clients/client.loaders";
import { ClientType } from "../clients/client.type";
import { ConnectionArgs, pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { requireRight } from "../platform/graphql/rights";
import { pageOfAll, pageUnder } from "../platform/graphql/row-list";
import type { ImportReject } from "./import-reject.entity";
import type { Import } from "./import.entity";
import { importRows, importsOfClient, maySeeImports, rejectsOfImport } from "./import.loaders";
import { ImportList, ImportRejectList, ImportType } from "./import.type";

function requireSight(ctx: ApiContext): void {
  if (!maySeeImports(ctx.viewer)) requireRight(ctx.viewer, "facts:read");
}

@Resolver(() => ImportType)
export class ImportResolver {
  @Query(() => ImportList.Connection, {
    description: "Files and batches that were sent, newest first. Needs READ_FACTS or WRITE_FACTS.",
  })
  imports(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() ctx: ApiContext): Promise<Connection<Import>> {
    requireSight(ctx);
    return pageOfAll(ctx, importRows, pageOf(args, { list: "imports" }, 1));
  }

  @FieldResolver(() => ClientType, { description: "Whose facts they are." })
  client(@Root() { clientId }: Import, @Ctx() ctx: ApiContext): Promise<ClientRow | undefined> {
    return ctx.loader(clientById).load(clientId);
  }

  @FieldResolver(() => ImportRejectList.Connection, { description: "Rows that could not be taken in, as they came." })
  rejects(
    @Root() { id }: Import,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<ImportReject>> {
    return pageUnder(ctx, rejectsOfImport, id, pageOf(args, { list: "rejects" }, 1));
  }
}

@Resolver(() => ClientType)
export class ClientImportsResolver {
  @FieldResolver(() => ImportList.Connection, {
    description: "Files and batches of this client's facts, newest first. Needs READ_FACTS or WRITE_FACTS.",
  })
  imports(
    @Root() { clientId }: ClientRow,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Import>> {
    requireSight(ctx);
    return pageUnder(ctx, importsOfClient, clientId, pageOf(args, { list: "client imports" }, 1));
  }
}
