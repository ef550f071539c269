import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contract } from "../../contracts/contract.entity";
import { contractById } from "../../contracts/contract.loaders";
import { ContractType } from "../../contracts/contract.type";
import { sidesOf, type ExclusionState } from "../../contracts/exclusions/exclusion.rules";
import { ExclusionStateEnum } from "../../contracts/exclusions/exclusion-enums.type";
import type { ExclusionEvent } from "../../contracts/exclusions/exclusion-event.entity";
import type { Exclusion } from "../../contracts/exclusions/exclusion.entity";
import type { Service } from "../../contracts/service.entity";
import { serviceById } from "../../contracts/service.loaders";
import { ServiceType } from "../../contracts/service.type";
import type { Objective } from "../../objectives/objective.entity";
import { objectiveById } from "../../objectives/objective.loaders";
import { ObjectiveType } from "../../objectives/objective.type";
import { ConnectionArgs, pageOf, type Connection } from "../../platform/graphql/connection";
import type { ApiContext } from "../../platform/graphql/context";
import { pageUnder } from "../../platform/graphql/row-list";
import { eventsOfExclusion, exclusionsOfContract } from "./exclusion.loaders";
import { ExclusionApprovalType, ExclusionEventType, ExclusionList, ExclusionType } from "./exclusion.type";

@ArgsType()
class ExclusionsArgs extends ConnectionArgs {
  @Field(() => ExclusionStateEnum, { nullable: true, description: "Only exclusions in this state; null: all." })
  state?: ExclusionState | null;
}

@Resolver(() => ExclusionType)
export class ExclusionResolver {
  @FieldResolver(() => ContractType, { nullable: true, description: "The contract it is under." })
  contract(@Root() { contractId }: Exclusion, @Ctx() ctx: ApiContext): Promise<Contract | undefined> {
    return ctx.loader(contractById).load(contractId);
  }

  @FieldResolver(() => [ServiceType], { description: "Services it is about; empty: all of the contract." })
  async services(@Root() { serviceIds }: Exclusion, @Ctx() ctx: ApiContext): Promise<Service[]> {
    const found = await Promise.all(serviceIds.map((id) => ctx.loader(serviceById).load(id)));
    return found.filter((one) => one !== undefined);
  }

  @FieldResolver(() => [ObjectiveType], { description: "Objectives it is about; empty: all that allow its kind." })
  async objectives(@Root() { objectiveIds }: Exclusion, @Ctx() ctx: ApiContext): Promise<Objective[]> {
    const found = await Promise.all(objectiveIds.map((id) => ctx.loader(objectiveById).load(id)));
    return found.filter((one) => one !== undefined);
  }

  @FieldResolver(() => [ExclusionApprovalType], { description: "The approval of each party that has to give one." })
  async approvals(@Root() { id, approvalBy }: Exclusion, @Ctx() ctx: ApiContext): Promise<ExclusionApprovalType[]> {
    const events = await ctx.loader(eventsOfExclusion).load(id);
    return sidesOf(approvalBy).map((side) => {
      const given = events.find((one) => one.step === "approved" && one.side === side);
      return { side, by: given?.actorName ?? null, at: given?.at ?? null };
    });
  }

  @FieldResolver(() => [ExclusionEventType], { description: "Every step, in order." })
  events(@Root() { id }: Exclusion, @Ctx() ctx: ApiContext): Promise<ExclusionEvent[]> {
    return ctx.loader(eventsOfExclusion).load(id);
  }
}

@Resolver(() => ContractType)
export class ContractExclusionsResolver {
  @FieldResolver(() => ExclusionList.Connection, { description: "What is not to count under it, latest first." })
  exclusions(
    @Root() contract: Contract,
    @Args(() => ExclusionsArgs) args: ExclusionsArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Exclusion>> {
    const page = pageOf(args, { list: "exclusions", state: args.state ?? null }, 1);
    return pageUnder(ctx, exclusionsOfContract, contract.id, page);
  }
}
