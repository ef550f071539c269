import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ScoringSchemeUnion, shownScheme } from "../assignments/scheme.type";
import type { ScoringScheme } from "../assignments/scoring-scheme";
import type { ApiContext } from "../platform/graphql/context";
import { describePeriod } from "../platform/graphql/period.type";
import { previousPeriod } from "../shared/period";
import { FigureType } from "./figure.type";
import { baselineView, gateView, type BaselineView, type GateView } from "./item-details";
import { ItemBaselineType, ItemGateType, ScorecardItemType } from "./scorecard-item.type";
import { figureView, type FigureView, type ScorecardItemView } from "./scorecard-view";

@Resolver(() => ScorecardItemType)
export class ScorecardItemResolver {
  @FieldResolver(() => ScoringSchemeUnion, { description: "How the figure becomes the score." })
  scheme(@Root() { item }: ScorecardItemView): ScoringScheme {
    return shownScheme(item.scheme);
  }

  @FieldResolver(() => ItemGateType, { nullable: true, description: "Null when the KPI guards none." })
  gate(@Root() { item }: ScorecardItemView): GateView | null {
    return gateView(item);
  }

  @FieldResolver(() => ItemBaselineType, { nullable: true, description: "Null for an absolute target." })
  baseline(@Root() { item }: ScorecardItemView): BaselineView | null {
    return baselineView(item);
  }

  @FieldResolver(() => FigureType, {
    nullable: true,
    description: "The figure of the period before, where it was judged instead of the missing one.",
  })
  carried(@Root() { item, figure }: ScorecardItemView, @Ctx() { now }: ApiContext): FigureView | null {
    if (item.carried === null) return null;
    const { of, period, finality, clock } = figure;
    const before = describePeriod(previousPeriod(period), clock, now);
    return figureView({ ...item, ...item.carried }, of, { period: before, finality, clock });
  }
}
