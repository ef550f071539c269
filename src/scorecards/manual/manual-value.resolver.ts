import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Contract } from "../../contracts/contract.entity";
import { contractById } from "../../contracts/contract.loaders";
import { ContractType } from "../../contracts/contract.type";
import { hurry } from "../../facts/settle.jobs";
import type { KpiDefinition, Language } from "../../kpis/kpi-definition";
import { display } from "../../kpis/kpi-display.rules";
import { requireKpi } from "../../kpis/kpi-in-use.rules";
import { KpiType, LanguageEnum } from "../../kpis/kpi.type";
import { ConnectionArgs, pageOf, type Connection } from "../../platform/graphql/connection";
import type { ApiContext } from "../../platform/graphql/context";
import { perform, type Outcome } from "../../platform/graphql/mutation";
import { localId } from "../../platform/graphql/node";
import { describePeriod, PeriodType } from "../../platform/graphql/period.type";
import { pageUnder } from "../../platform/graphql/row-list";
import { NotFound } from "../../shared/errors";
import { periodOf } from "../scorecard-view";
import { subjectOfRow } from "../subject.loaders";
import { ScorecardSubject } from "../scorecard.type";
import { figureNamed } from "./figure-named";
import type { ManualValue } from "./manual-value.entity";
import { manualValueById, manualValuesOfContract } from "./manual-value.loaders";
import { ManualValueService } from "./manual-value.service";
import {
  EnterManualValueInput,
  EnterManualValuePayload,
  ManualValueList,
  ManualValueType,
  WithdrawManualValueInput,
  WithdrawManualValuePayload,
} from "./manual-value.type";

@ArgsType()
class ManualValuesArgs extends ConnectionArgs {
  @Field(() => Boolean, { nullable: true, description: "Only those in force, or only those no longer; null: all." })
  inForce?: boolean | null;
}

@Resolver(() => ManualValueType)
export class ManualValueResolver {
  @FieldResolver(() => KpiType, { description: "What it is a value of." })
  kpi(@Root() value: ManualValue): KpiDefinition {
    return requireKpi(value.kpiCode);
  }

  @FieldResolver(() => String, { description: "Name of who entered it." })
  author(@Root() value: ManualValue): string {
    return value.authorName;
  }

  @FieldResolver(() => String, { description: "The value for people: `83.0 %`." })
  async display(
    @Root() value: ManualValue,
    @Arg("language", () => LanguageEnum, { defaultValue: "en", description: "Language of units and number marks." })
    language: Language,
    @Ctx() ctx: ApiContext,
  ): Promise<string> {
    const contract = await ctx.loader(contractById).load(value.contractId);
    return display(requireKpi(value.kpiCode), value.value, language, contract?.currency ?? null);
  }

  @FieldResolver(() => PeriodType, { nullable: true, description: "The local days it is about." })
  async period(@Root() value: ManualValue, @Ctx() ctx: ApiContext): Promise<PeriodType | null> {
    const contract = await ctx.loader(contractById).load(value.contractId);
    return contract ? describePeriod(periodOf(value), contract, ctx.now) : null;
  }

  @FieldResolver(() => ScorecardSubject, {
    nullable: true,
    description: "Whose it is; null when it has since been removed from the set-up.",
  })
  subject(@Root() value: ManualValue, @Ctx() ctx: ApiContext): Promise<object | null> {
    return subjectOfRow(ctx, value);
  }

  @Mutation(() => EnterManualValuePayload, {
    description:
      "Enters a value in the place of the measured one; it is scored like any other, and labelled as manual to " +
      "everybody. In a closed period it changes nothing that is final. Needs ENTER_VALUES.",
  })
  enterManualValue(
    @Arg("input", () => EnterManualValueInput, { description: "Which figure, its value, and why." })
    input: EnterManualValueInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<EnterManualValuePayload>> {
    return perform(ctx, { name: "enterManualValue", requires: "values:enter", input }, async () => {
      const found = await figureNamed(ctx.tx, input, ctx);
      const entry = { written: input, reason: input.reason, attachment: input.attachment ?? null };
      const manualValue = await ctx.service(ManualValueService).enter(ctx.tx, found, entry, ctx);
      await hurry(ctx.jobs, manualValue.clientId, "request");
      return { manualValue };
    });
  }

  @Mutation(() => WithdrawManualValuePayload, {
    description: "Withdraws a manual value: what was measured counts again. Needs ENTER_VALUES.",
  })
  withdrawManualValue(
    @Arg("input", () => WithdrawManualValueInput, { description: "Which value, and why." })
    input: WithdrawManualValueInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<WithdrawManualValuePayload>> {
    return perform(ctx, { name: "withdrawManualValue", requires: "values:enter", input }, async () => {
      const value = await ctx.loader(manualValueById).load(localId("ManualValue", input.id));
      if (!value) throw new NotFound("manual value", input.id, ["id"]);
      const manualValue = await ctx.service(ManualValueService).withdraw(ctx.tx, value, input.reason, ctx);
      await hurry(ctx.jobs, manualValue.clientId, "request");
      return { manualValue };
    });
  }
}

@Resolver(() => ContractType)
export class ContractManualValuesResolver {
  @FieldResolver(() => ManualValueList.Connection, {
    description: "Values that were entered in the place of measured ones, latest first.",
  })
  async manualValues(
    @Root() contract: Contract,
    @Args(() => ManualValuesArgs) args: ManualValuesArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<ManualValue>> {
    const page = pageOf(args, { list: "manualValues", inForce: args.inForce ?? null }, 1);
    return pageUnder(ctx, manualValuesOfContract, contract.id, page);
  }
}
