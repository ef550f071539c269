import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contract } from "../contracts/contract.entity";
import { contractById } from "../contracts/contract.loaders";
import { ContractType } from "../contracts/contract.type";
import type { Service } from "../contracts/service.entity";
import { serviceById } from "../contracts/service.loaders";
import { ServiceType } from "../contracts/service.type";
import { findKpi } from "../kpis/catalogue/kpis";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { KpiType } from "../kpis/kpi.type";
import { pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { versionOn } from "../platform/graphql/dated.type";
import { pageUnder } from "../platform/graphql/row-list";
import { LocalDate } from "../platform/graphql/scalars";
import { dayOf, type Day } from "../shared/day";
import { kpiUsesOfContract, versionsByKpiUse, type KpiUseRow } from "./kpi-use.loaders";
import { KpiUseList, KpiUseType, KpiUseVersionType, ValidOnArgs } from "./kpi-use.type";

const VALID_ON = { nullable: true, description: "Local day; today in the contract's zone when left out." };

/** The day asked about: the one given, or today where the contract is. */
export async function askedDay(ctx: ApiContext, contractId: string, validOn: Day | null | undefined): Promise<Day> {
  if (validOn != null) return validOn;
  const contract = await ctx.loader(contractById).load(contractId);
  return dayOf(ctx.now, contract?.timeZone ?? "UTC");
}

@Resolver(() => KpiUseType)
export class KpiUseResolver {
  @FieldResolver(() => KpiType, { description: "The KPI, as the catalogue defines it." })
  kpi(@Root() use: KpiUseRow): KpiDefinition | undefined {
    return findKpi(use.kpiCode);
  }

  @FieldResolver(() => ContractType, { description: "Under which contract." })
  contract(@Root() use: KpiUseRow, @Ctx() ctx: ApiContext): Promise<Contract | undefined> {
    return ctx.loader(contractById).load(use.contractId);
  }

  @FieldResolver(() => ServiceType, {
    nullable: true,
    description: "For which service; null: for every one that has none of its own.",
  })
  service(@Root() { serviceId }: KpiUseRow, @Ctx() ctx: ApiContext): Promise<Service | undefined> | null {
    return serviceId === null ? null : ctx.loader(serviceById).load(serviceId);
  }

  @FieldResolver(() => [KpiUseVersionType], { description: "As believed now, by the days they apply on." })
  versions(@Root() use: KpiUseRow, @Ctx() ctx: ApiContext): Promise<KpiUseVersionType[]> {
    return ctx.loader(versionsByKpiUse).load(use.id);
  }

  @FieldResolver(() => KpiUseVersionType, {
    nullable: true,
    description: "The version that applies on a day; null where none does.",
  })
  async inForce(
    @Root() use: KpiUseRow,
    @Arg("validOn", () => LocalDate, VALID_ON) validOn: Day | null,
    @Ctx() ctx: ApiContext,
  ): Promise<KpiUseVersionType | null> {
    const versions = await ctx.loader(versionsByKpiUse).load(use.id);
    return versionOn(versions, await askedDay(ctx, use.contractId, validOn));
  }
}

@Resolver(() => ContractType)
export class ContractKpisInUseResolver {
  @FieldResolver(() => KpiUseList.Connection, { description: "What is measured under it, by KPI." })
  kpisInUse(
    @Root() contract: Contract,
    @Args(() => ValidOnArgs) args: ValidOnArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<KpiUseRow>> {
    const page = pageOf(args, { list: "kpisInUse", validOn: args.validOn ?? null }, 2);
    return pageUnder(ctx, kpiUsesOfContract, contract.id, page);
  }
}
