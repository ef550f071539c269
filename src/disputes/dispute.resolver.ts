import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contract } from "../contracts/contract.entity";
import { contractById } from "../contracts/contract.loaders";
import { ContractType } from "../contracts/contract.type";
import type { KpiDefinition, Language } from "../kpis/kpi-definition";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import { KpiType, LanguageEnum } from "../kpis/kpi.type";
import { ConnectionArgs, pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { describePeriod, PeriodType } from "../platform/graphql/period.type";
import { pageUnder } from "../platform/graphql/row-list";
import type { ManualValue } from "../scorecards/manual/manual-value.entity";
import { ManualValueType } from "../scorecards/manual/manual-value.type";
import { ScorecardSubject } from "../scorecards/scorecard.type";
import { subjectOfRow } from "../scorecards/subject.loaders";
import type { DisputeEvent } from "./dispute-event.entity";
import type { Dispute, DisputeState } from "./dispute.entity";
import { disputesOfContract, eventsOfDispute, manualValueOfDispute } from "./dispute.loaders";
import {
  DisputedEvaluationType,
  DisputedValueType,
  DisputeEventType,
  DisputeList,
  DisputeStateEnum,
  DisputeType,
} from "./dispute.type";
import { displayOf, viewOf, type DisputedValueView } from "./disputed-value-view";

@ArgsType()
class DisputesArgs extends ConnectionArgs {
  @Field(() => DisputeStateEnum, { nullable: true, description: "Only disputes in this state; null: all." })
  state?: DisputeState | null;
}

@Resolver(() => DisputeType)
export class DisputeResolver {
  @FieldResolver(() => ContractType, { nullable: true, description: "The contract it belongs to." })
  contract(@Root() dispute: Dispute, @Ctx() ctx: ApiContext): Promise<Contract | undefined> {
    return ctx.loader(contractById).load(dispute.contractId);
  }

  @FieldResolver(() => ScorecardSubject, {
    nullable: true,
    description: "Whose result it is about: of an evaluation the person's. Null when it is gone or out of sight.",
  })
  subject(@Root() dispute: Dispute, @Ctx() ctx: ApiContext): Promise<object | null> {
    return subjectOfRow(ctx, dispute);
  }

  @FieldResolver(() => KpiType, { nullable: true, description: "What is measured; null for evaluations." })
  kpi(@Root() { kpiCode }: Dispute): KpiDefinition | null {
    return kpiCode === null ? null : requireKpi(kpiCode);
  }

  @FieldResolver(() => PeriodType, { nullable: true, description: "The period of the figure; null for evaluations." })
  async period(@Root() dispute: Dispute, @Ctx() ctx: ApiContext): Promise<PeriodType | null> {
    const { periodKind: kind, periodFrom: from, periodUntil: until } = dispute;
    const contract = await ctx.loader(contractById).load(dispute.contractId);
    return contract && kind && from && until ? describePeriod({ kind, from, until }, contract, ctx.now) : null;
  }

  @FieldResolver(() => DisputedEvaluationType, { nullable: true, description: "The evaluation; null for figures." })
  evaluation(@Root() { source, externalId }: Dispute): DisputedEvaluationType | null {
    return source === null || externalId === null ? null : { source, externalId };
  }

  @FieldResolver(() => DisputedValueType, { description: "As it stood when the dispute was opened." })
  original(@Root() dispute: Dispute, @Ctx() ctx: ApiContext): Promise<DisputedValueView> {
    return viewOf(ctx, dispute, dispute.original);
  }

  @FieldResolver(() => DisputedValueType, {
    nullable: true,
    description: "What counts instead since it was decided; null before, and where what was there stays.",
  })
  async decided(@Root() dispute: Dispute, @Ctx() ctx: ApiContext): Promise<DisputedValueView | null> {
    return dispute.decided && viewOf(ctx, dispute, dispute.decided);
  }

  @FieldResolver(() => ManualValueType, {
    nullable: true,
    description: "The manual value that its decision entered; null where it entered none.",
  })
  async manualValue(@Root() { id }: Dispute, @Ctx() ctx: ApiContext): Promise<ManualValue | null> {
    return (await ctx.loader(manualValueOfDispute).load(id)) ?? null;
  }

  @FieldResolver(() => [DisputeEventType], { description: "Every step, in order." })
  events(@Root() { id }: Dispute, @Ctx() ctx: ApiContext): Promise<DisputeEvent[]> {
    return ctx.loader(eventsOfDispute).load(id);
  }
}

@Resolver(() => DisputedValueType)
export class DisputedValueResolver {
  @FieldResolver(() => String, { description: "The value for people: `83.0 %`; `–` where there is none." })
  display(
    @Root() view: DisputedValueView,
    @Arg("language", () => LanguageEnum, { defaultValue: "en", description: "Language of units and number marks." })
    language: Language,
  ): string {
    return displayOf(view, language);
  }
}

@Resolver(() => ContractType)
export class ContractDisputesResolver {
  @FieldResolver(() => DisputeList.Connection, { description: "Disputes about results under it, latest first." })
  disputes(
    @Root() contract: Contract,
    @Args(() => DisputesArgs) args: DisputesArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Dispute>> {
    const page = pageOf(args, { list: "disputes", state: args.state ?? null }, 1);
    return pageUnder(ctx, disputesOfContract, contract.id, page);
  }
}
