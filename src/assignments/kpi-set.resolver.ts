import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { clientById, type ClientRow } from "../clients/client.loaders";
import { ClientType } from "../clients/client.type";
import type { Contract } from "../contracts/contract.entity";
import { contractById } from "../contracts/contract.loaders";
import { ContractType } from "../contracts/contract.type";
import type { Service } from "../contracts/service.entity";
import { serviceById } from "../contracts/service.loaders";
import { ServiceType } from "../contracts/service.type";
import type { Role } from "../people/role.entity";
import { roleByCode } from "../people/role.loaders";
import { RoleType } from "../people/role.type";
import { pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { versionOn } from "../platform/graphql/dated.type";
import { pageOfAll } from "../platform/graphql/row-list";
import { LocalDate } from "../platform/graphql/scalars";
import { dayOf, type Day } from "../shared/day";
import { NIL_ID } from "../shared/ids";
import { AssignmentArgs } from "./assignment-args.type";
import { kpiSetRows, versionsByKpiSet, type KpiSetRow } from "./kpi-set.loaders";
import { KpiSetList, KpiSetType, KpiSetVersionType } from "./kpi-set.type";

const VALID_ON = { nullable: true, description: "Local day; today (UTC) when left out." };

@Resolver(() => KpiSetType)
export class KpiSetResolver {
  @Query(() => KpiSetList.Connection, { description: "How the KPIs of roles make one score, by role." })
  kpiSets(@Args(() => AssignmentArgs) args: AssignmentArgs, @Ctx() ctx: ApiContext): Promise<Connection<KpiSetRow>> {
    const filter = { list: "kpiSets", validOn: args.validOn ?? null, role: args.role ?? null };
    return pageOfAll(ctx, kpiSetRows, pageOf(args, filter, 2));
  }

  @FieldResolver(() => RoleType, { description: "Whose score." })
  role(@Root() set: KpiSetRow, @Ctx() ctx: ApiContext): Promise<Role | undefined> {
    return ctx.loader(roleByCode).load(set.roleCode);
  }

  @FieldResolver(() => ClientType, { nullable: true, description: "For which client; null: for every client." })
  client(@Root() { clientId }: KpiSetRow, @Ctx() ctx: ApiContext): Promise<ClientRow | undefined> | null {
    return clientId === NIL_ID ? null : ctx.loader(clientById).load(clientId);
  }

  @FieldResolver(() => ContractType, { nullable: true, description: "Under which contract; null: under every one." })
  contract(@Root() { contractId }: KpiSetRow, @Ctx() ctx: ApiContext): Promise<Contract | undefined> | null {
    return contractId === null ? null : ctx.loader(contractById).load(contractId);
  }

  @FieldResolver(() => ServiceType, { nullable: true, description: "On which service; null: on every one." })
  service(@Root() { serviceId }: KpiSetRow, @Ctx() ctx: ApiContext): Promise<Service | undefined> | null {
    return serviceId === null ? null : ctx.loader(serviceById).load(serviceId);
  }

  @FieldResolver(() => [KpiSetVersionType], { description: "As believed now, by the days they apply on." })
  versions(@Root() set: KpiSetRow, @Ctx() ctx: ApiContext): Promise<KpiSetVersionType[]> {
    return ctx.loader(versionsByKpiSet).load(set.id);
  }

  @FieldResolver(() => KpiSetVersionType, {
    nullable: true,
    description: "The version that applies on a day; null where none does.",
  })
  async inForce(
    @Root() set: KpiSetRow,
    @Arg("validOn", () => LocalDate, VALID_ON) validOn: Day | null,
    @Ctx() ctx: ApiContext,
  ): Promise<KpiSetVersionType | null> {
    return versionOn(await ctx.loader(versionsByKpiSet).load(set.id), validOn ?? dayOf(ctx.now, "UTC"));
  }
}
