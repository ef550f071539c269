import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contract } from "../../contracts/contract.entity";
import { contractById } from "../../contracts/contract.loaders";
import { ContractType } from "../../contracts/contract.type";
import type { Objective } from "../../objectives/objective.entity";
import { objectiveById } from "../../objectives/objective.loaders";
import { ObjectiveType } from "../../objectives/objective.type";
import type { ApiContext } from "../../platform/graphql/context";
import { PeriodInput } from "../../platform/graphql/period.type";
import { objectiveResultOf } from "../../scorecards/objective-result.loaders";
import { ObjectiveResultType } from "../../scorecards/objective-result.type";
import { periodUnder } from "../../scorecards/scorecard-reading";
import { periodOf, type ObjectiveResultView } from "../../scorecards/scorecard-view";
import { dayOf } from "../../shared/day";
import type { Period } from "../../shared/period";
import { outlookOfContract } from "./outlook.loaders";
import { contractOutlookView, type ContractOutlookView, type ObjectiveOutlookView } from "./outlook-view";
import { ContractOutlookType, ObjectiveOutlookType } from "./outlook.type";

/** Daily measures of eight weeks are read, and the contract is settled several times over. */
const COST_OF_OUTLOOK = 500;
const costOfOutlook = ({ childComplexity }: { readonly childComplexity: number }): number =>
  COST_OF_OUTLOOK + childComplexity;

const PERIOD = "Which period, in the contract's time zone: the month to settle is usually asked for.";

@Resolver(() => ContractType)
export class ContractOutlookResolver {
  @FieldResolver(() => ContractOutlookType, {
    nullable: true,
    description: "What is to come of its objectives in a period that runs; null for others.",
    complexity: costOfOutlook,
  })
  async outlook(
    @Root() contract: Contract,
    @Arg("period", () => PeriodInput, { description: PERIOD }) input: PeriodInput,
    @Ctx() ctx: ApiContext,
  ): Promise<ContractOutlookView | null> {
    const period = await periodUnder(ctx, contract.id, input);
    return period && outlookFor(ctx, contract, period);
  }
}

async function outlookFor(ctx: ApiContext, contract: Contract, period: Period): Promise<ContractOutlookView | null> {
  const { clientId, id: contractId, timeZone } = contract;
  const today = dayOf(ctx.now, timeZone);
  if (today < period.from || today >= period.until) return null;
  const outlook = await ctx.loader(outlookOfContract).load({ clientId, contractId, period });
  return contractOutlookView(outlook, { viewer: ctx.viewer, clock: contract, now: ctx.now });
}

@Resolver(() => ObjectiveResultType)
export class ObjectiveResultOutlookResolver {
  @FieldResolver(() => ObjectiveOutlookType, {
    nullable: true,
    description: "What is to come of it while its period runs; null once that is over.",
    complexity: costOfOutlook,
  })
  async outlook(@Root() result: ObjectiveResultView, @Ctx() ctx: ApiContext): Promise<ObjectiveOutlookView | null> {
    const contract = await ctx.loader(contractById).load(result.contractId);
    const outlook = contract && (await outlookFor(ctx, contract, periodOf(result)));
    return outlook?.objectives.find((one) => one.objectiveId === result.objectiveId) ?? null;
  }
}

@Resolver(() => ObjectiveOutlookType)
export class ObjectiveOutlookResolver {
  @FieldResolver(() => ObjectiveType, { description: "What it is about." })
  objective(@Root() { objectiveId }: ObjectiveOutlookView, @Ctx() ctx: ApiContext): Promise<Objective | undefined> {
    return ctx.loader(objectiveById).load(objectiveId);
  }

  @FieldResolver(() => ObjectiveResultType, { nullable: true, description: "As it stands; null: nothing came yet." })
  result(@Root() { objectiveId, period }: ObjectiveOutlookView, @Ctx() ctx: ApiContext) {
    return ctx.loader(objectiveResultOf).load({ objectiveId, period, asOf: null });
  }
}
