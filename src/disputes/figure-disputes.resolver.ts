import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { FigureType } from "../scorecards/figure.type";
import { ScorecardItemType } from "../scorecards/scorecard-item.type";
import { ScorecardType } from "../scorecards/scorecard.type";
import type { FigureView, ScorecardItemView, ScorecardView } from "../scorecards/scorecard-view";
import { itemKey } from "../scorecards/target-choice.rules";
import { isUndecided } from "./dispute-state.rules";
import type { Dispute } from "./dispute.entity";
import { disputesOfCard } from "./dispute.loaders";
import { DisputeType } from "./dispute.type";

const IS_DISPUTED = "Whether a dispute about it is not decided yet.";

@Resolver(() => FigureType)
export class FigureDisputesResolver {
  @FieldResolver(() => [DisputeType], { description: "Disputes about this very figure, oldest first, decided or not." })
  disputes(@Root() figure: FigureView, @Ctx() ctx: ApiContext): Promise<Dispute[]> {
    return disputesOfFigure(ctx, figure);
  }

  @FieldResolver(() => Boolean, { description: IS_DISPUTED })
  async isDisputed(@Root() figure: FigureView, @Ctx() ctx: ApiContext): Promise<boolean> {
    return (await disputesOfFigure(ctx, figure)).some(isUndecided);
  }
}

@Resolver(() => ScorecardItemType)
export class ItemDisputesResolver {
  @FieldResolver(() => Boolean, { description: IS_DISPUTED })
  async isDisputed(@Root() { figure }: ScorecardItemView, @Ctx() ctx: ApiContext): Promise<boolean> {
    return (await disputesOfFigure(ctx, figure)).some(isUndecided);
  }
}

@Resolver(() => ScorecardType)
export class ScorecardDisputesResolver {
  @FieldResolver(() => [DisputeType], { description: "Disputes about its items, oldest first, decided or not." })
  disputes(@Root() card: ScorecardView, @Ctx() ctx: ApiContext): Promise<Dispute[]> {
    const { clientId, subjectKind: kind, subjectId: id, periodKind, periodFrom } = card;
    return ctx.loader(disputesOfCard).load({ clientId, kind, id, periodKind, periodFrom });
  }
}

async function disputesOfFigure(ctx: ApiContext, { of, period, result }: FigureView): Promise<Dispute[]> {
  const { clientId, kind, id } = of;
  const card = { clientId, kind, id, periodKind: period.kind, periodFrom: period.from };
  const key = itemKey(result);
  const isSame = ({ kpiCode, dialect, parameters }: Dispute): boolean =>
    itemKey({ kpiCode: kpiCode!, dialect: dialect!, parameters: parameters! }) === key;
  return (await ctx.loader(disputesOfCard).load(card)).filter(isSame);
}
