import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { clientById, type ClientRow } from "../clients/client.loaders";
import { ClientType } from "../clients/client.type";
import type { Contract } from "../contracts/contract.entity";
import { contractById } from "../contracts/contract.loaders";
import { ContractType } from "../contracts/contract.type";
import type { Service } from "../contracts/service.entity";
import { serviceById } from "../contracts/service.loaders";
import { ServiceType } from "../contracts/service.type";
import { findKpi } from "../kpis/catalogue/kpis";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { KpiType } from "../kpis/kpi.type";
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
import { assignmentRows, versionsByAssignment, type KpiAssignmentRow } from "./kpi-assignment.loaders";
import { KpiAssignmentList, KpiAssignmentType, KpiAssignmentVersionType } from "./kpi-assignment.type";

const VALID_ON = { nullable: true, description: "Local day; today (UTC) when left out." };

@Resolver(() => KpiAssignmentType)
export class KpiAssignmentResolver {
  @Query(() => KpiAssignmentList.Connection, { description: "What roles answer for, by role and KPI." })
  kpiAssignments(
    @Args(() => AssignmentArgs) args: AssignmentArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<KpiAssignmentRow>> {
    const filter = { list: "kpiAssignments", validOn: args.validOn ?? null, role: args.role ?? null };
    return pageOfAll(ctx, assignmentRows, pageOf(args, filter, 3));
  }

  @FieldResolver(() => RoleType, { description: "Who answers." })
  role(@Root() assignment: KpiAssignmentRow, @Ctx() ctx: ApiContext): Promise<Role | undefined> {
    return ctx.loader(roleByCode).load(assignment.roleCode);
  }

  @FieldResolver(() => KpiType, { description: "For what, as the catalogue defines it." })
  kpi(@Root() assignment: KpiAssignmentRow): KpiDefinition | undefined {
    return findKpi(assignment.kpiCode);
  }

  @FieldResolver(() => ClientType, { nullable: true, description: "For which client; null: for every client." })
  client(@Root() { clientId }: KpiAssignmentRow, @Ctx() ctx: ApiContext): Promise<ClientRow | undefined> | null {
    return clientId === NIL_ID ? null : ctx.loader(clientById).load(clientId);
  }

  @FieldResolver(() => ContractType, { nullable: true, description: "Under which contract; null: under every one." })
  contract(@Root() { contractId }: KpiAssignmentRow, @Ctx() ctx: ApiContext): Promise<Contract | undefined> | null {
    return contractId === null ? null : ctx.loader(contractById).load(contractId);
  }

  @FieldResolver(() => ServiceType, { nullable: true, description: "On which service; null: on every one." })
  service(@Root() { serviceId }: KpiAssignmentRow, @Ctx() ctx: ApiContext): Promise<Service | undefined> | null {
    return serviceId === null ? null : ctx.loader(serviceById).load(serviceId);
  }

  @FieldResolver(() => [KpiAssignmentVersionType], { description: "As believed now, by the days they apply on." })
  versions(@Root() assignment: KpiAssignmentRow, @Ctx() ctx: ApiContext): Promise<KpiAssignmentVersionType[]> {
    return ctx.loader(versionsByAssignment).load(assignment.id);
  }

  @FieldResolver(() => KpiAssignmentVersionType, {
    nullable: true,
    description: "The version that applies on a day; null where none does.",
  })
  async inForce(
    @Root() assignment: KpiAssignmentRow,
    @Arg("validOn", () => LocalDate, VALID_ON) validOn: Day | null,
    @Ctx() ctx: ApiContext,
  ): Promise<KpiAssignmentVersionType | null> {
    const versions = await ctx.loader(versionsByAssignment).load(assignment.id);
    return versionOn(versions, validOn ?? dayOf(ctx.now, "UTC"));
  }
}
