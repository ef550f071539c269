import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { DisputeEventType } from "../../disputes/dispute.type";
import { moneyOf } from "../../kpis/money.rules";
import type { ApiContext } from "../../platform/graphql/context";
import { linesOfSettlement, settlementById } from "../settlement.loaders";
import type { SettlementRow } from "../settlement.queries";
import { SettlementType } from "../settlement.type";
import type { SettlementDisputeEvent } from "./settlement-dispute-event.entity";
import type { SettlementDispute } from "./settlement-dispute.entity";
import { eventsOfSettlementDispute } from "./settlement-dispute.loaders";
import { DecidedLineType, SettlementDisputeType } from "./settlement-dispute.type";

@Resolver(() => SettlementDisputeType)
export class SettlementDisputeResolver {
  @FieldResolver(() => SettlementType, { nullable: true, description: "The settlement whose lines are disputed." })
  settlement(@Root() { settlementId }: SettlementDispute, @Ctx() ctx: ApiContext): Promise<SettlementRow | undefined> {
    return ctx.loader(settlementById).load(settlementId);
  }

  @FieldResolver(() => [Int], { description: "Numbers of the lines it is about." })
  async lines(@Root() { id, settlementId }: SettlementDispute, @Ctx() ctx: ApiContext): Promise<number[]> {
    const lines = await ctx.loader(linesOfSettlement).load(settlementId);
    return lines.filter(({ disputeId }) => disputeId === id).map(({ no }) => no);
  }

  @FieldResolver(() => [DecidedLineType], { description: "Lines that come to another amount; none until decided." })
  async decided(
    @Root() { decided, settlementId }: SettlementDispute,
    @Ctx() ctx: ApiContext,
  ): Promise<DecidedLineType[]> {
    const settlement = await ctx.loader(settlementById).load(settlementId);
    if (!settlement) return [];
    const lines = await ctx.loader(linesOfSettlement).load(settlementId);
    const { currency } = settlement;
    return lines.flatMap(({ no, amount: original }): DecidedLineType[] => {
      const amount = decided?.[no];
      return amount === undefined
        ? []
        : [{ no, original: moneyOf(original, currency), amount: moneyOf(amount, currency) }];
    });
  }

  @FieldResolver(() => SettlementType, {
    nullable: true,
    description: "The settlement that has the differences; null: not decided, or nothing changed.",
  })
  async correction(@Root() { correctionId }: SettlementDispute, @Ctx() ctx: ApiContext): Promise<SettlementRow | null> {
    return correctionId === null ? null : ((await ctx.loader(settlementById).load(correctionId)) ?? null);
  }

  @FieldResolver(() => [DisputeEventType], { description: "Every step, in order." })
  events(@Root() { id }: SettlementDispute, @Ctx() ctx: ApiContext): Promise<SettlementDisputeEvent[]> {
    return ctx.loader(eventsOfSettlementDispute).load(id);
  }
}
