import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { settlementTrace } from "./engine/settlement-trace.rules";
import { settledById } from "./settlement.loaders";
import type { SettlementRow } from "./settlement.queries";
import { SettlementType } from "./settlement.type";

@Resolver(() => SettlementType)
export class SettlementTraceResolver {
  @FieldResolver(() => [String], {
    description:
      "The settlement in plain English sentences, one per line: each line of money with the steps that led to it, caps, holds, counters and the sum. Of a correction: everything as it is settled now.",
  })
  async trace(@Root() row: SettlementRow, @Ctx() ctx: ApiContext): Promise<string[]> {
    const { settled } = (await ctx.loader(settledById).load(row.id))!;
    return settlementTrace(settled, row.currency);
  }
}
