import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { amendmentById } from "../contracts/amendment.loaders";
import type { BelievedAmendment } from "../contracts/amendment.lookups";
import { AmendmentType } from "../contracts/amendment.type";
import type { Calendar } from "../contracts/calendar.entity";
import { calendarById } from "../contracts/calendar.loaders";
import { CalendarType } from "../contracts/calendar.type";
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
import type { Day } from "../shared/day";
import { askedDay } from "./kpi-use.resolver";
import { ValidOnArgs } from "./kpi-use.type";
import type { Objective } from "./objective.entity";
import { CompositePartType, type CompositePart } from "./objective-extras.type";
import {
  objectiveById,
  objectivesOfContract,
  versionsByObjective,
  type ObjectiveVersionRow,
} from "./objective.loaders";
import { ObjectiveList, ObjectiveType, ObjectiveVersionType } from "./objective.type";

const VALID_ON = { nullable: true, description: "Local day; today in the contract's zone when left out." };

@Resolver(() => ObjectiveType)
export class ObjectiveResolver {
  @FieldResolver(() => ContractType, { description: "Under which contract it was promised." })
  contract(@Root() objective: Objective, @Ctx() ctx: ApiContext): Promise<Contract | undefined> {
    return ctx.loader(contractById).load(objective.contractId);
  }

  @FieldResolver(() => ServiceType, {
    nullable: true,
    description: "The service it is about; null: the contract as a whole.",
  })
  service(@Root() { serviceId }: Objective, @Ctx() ctx: ApiContext): Promise<Service | undefined> | null {
    return serviceId === null ? null : ctx.loader(serviceById).load(serviceId);
  }

  @FieldResolver(() => [ObjectiveVersionType], { description: "As believed now, by the days they apply on." })
  versions(@Root() objective: Objective, @Ctx() ctx: ApiContext): Promise<ObjectiveVersionRow[]> {
    return ctx.loader(versionsByObjective).load(objective.id);
  }

  @FieldResolver(() => ObjectiveVersionType, {
    nullable: true,
    description: "What it demands on a day; null where it demands nothing.",
  })
  async inForce(
    @Root() objective: Objective,
    @Arg("validOn", () => LocalDate, VALID_ON) validOn: Day | null,
    @Ctx() ctx: ApiContext,
  ): Promise<ObjectiveVersionRow | null> {
    const versions = await ctx.loader(versionsByObjective).load(objective.id);
    return versionOn(versions, await askedDay(ctx, objective.contractId, validOn));
  }
}

@Resolver(() => ObjectiveVersionType)
export class ObjectiveVersionResolver {
  @FieldResolver(() => KpiType, { description: "The KPI it is about, as the catalogue defines it." })
  kpi(@Root() version: ObjectiveVersionRow): KpiDefinition | undefined {
    return findKpi(version.kpiCode);
  }

  @FieldResolver(() => CalendarType, {
    nullable: true,
    description: "Only what happens within its windows counts; null: whatever happens.",
  })
  calendar(@Root() { calendarId }: ObjectiveVersionRow, @Ctx() ctx: ApiContext): Promise<Calendar | undefined> | null {
    return calendarId === null ? null : ctx.loader(calendarById).load(calendarId);
  }

  @FieldResolver(() => AmendmentType, {
    nullable: true,
    description: "The amendment that brought it; null: the contract itself.",
  })
  amendment(
    @Root() { amendmentId }: ObjectiveVersionRow,
    @Ctx() ctx: ApiContext,
  ): Promise<BelievedAmendment | undefined> | null {
    return amendmentId === null ? null : ctx.loader(amendmentById).load(amendmentId);
  }
}

@Resolver(() => CompositePartType)
export class CompositePartResolver {
  @FieldResolver(() => ObjectiveType, { nullable: true, description: "The part; null when you may not see it." })
  objective(@Root() part: CompositePart, @Ctx() ctx: ApiContext): Promise<Objective | undefined> {
    return ctx.loader(objectiveById).load(part.objectiveId);
  }
}

@Resolver(() => ContractType)
export class ContractObjectivesResolver {
  @FieldResolver(() => ObjectiveList.Connection, { description: "What was promised under it, by code." })
  objectives(
    @Root() contract: Contract,
    @Args(() => ValidOnArgs) args: ValidOnArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Objective>> {
    const page = pageOf(args, { list: "objectives", validOn: args.validOn ?? null }, 2);
    return pageUnder(ctx, objectivesOfContract, contract.id, page);
  }
}
