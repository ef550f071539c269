import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { objectiveById } from "../objectives/objective.loaders";
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
    const { settled, basis } = (await ctx.loader(settledById).load(row.id))!;
    const objectives = ctx.loader(objectiveById);
    const names = await Promise.all(
      basis.results.map(
        async ({ code, objectiveId }) => [code, (await objectives.load(objectiveId))?.name ?? code] as const,
      ),
    );
    return settlementTrace(settled, { currency: row.currency, names: new Map(names) });
  }
}
