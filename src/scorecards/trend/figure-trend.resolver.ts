import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ApiContext } from "../../platform/graphql/context";
import { FigureType } from "../figure.type";
import type { FigureView } from "../scorecard-view";
import { figureTrend, type TrendStep, type TrendView } from "./figure-trend";
import { FigureTrendType, TrendStepEnum } from "./figure-trend.type";

/** Thousands of pairs of points are compared. */
const COST_OF_A_TREND = 20;

@Resolver(() => FigureType)
export class FigureTrendResolver {
  @FieldResolver(() => FigureTrendType, {
    complexity: ({ childComplexity }) => COST_OF_A_TREND + childComplexity,
    description:
      "The same KPI and rule over the last 90 days, 13 weeks or 12 months that were over at the end of this figure's " +
      "period, or by today. Computed now from the daily measures; the minimum sample holds for periods as long as the " +
      "figure's own only.",
  })
  trend(
    @Root() figure: FigureView,
    @Arg("by", () => TrendStepEnum, { defaultValue: "week", description: "Length of each period." }) by: TrendStep,
    @Ctx() ctx: ApiContext,
  ): Promise<TrendView> {
    return figureTrend(ctx, figure, by);
  }
}
