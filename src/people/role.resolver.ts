import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { ConnectionArgs, pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { pageOfAll } from "../platform/graphql/row-list";
import type { Role } from "./role.entity";
import { roleByCode, roleRows } from "./role.loaders";
import { RoleList, RoleType } from "./role.type";

@Resolver(() => RoleType)
export class RoleResolver {
  @Query(() => RoleType, { nullable: true, description: "The role of a code. Null when there is none." })
  role(
    @Arg("code", () => String, { description: "As in `Role.code`." }) code: string,
    @Ctx() ctx: ApiContext,
  ): Promise<Role | undefined> {
    return ctx.loader(roleByCode).load(code);
  }

  @Query(() => RoleList.Connection, { description: "What people do, by code." })
  roles(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() ctx: ApiContext): Promise<Connection<Role>> {
    return pageOfAll(ctx, roleRows, pageOf(args, { list: "roles" }, 1));
  }
}
