import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Language } from "../kpis/kpi-definition";
import { display } from "../kpis/kpi-display.rules";
import { LanguageEnum } from "../kpis/kpi.type";
import type { ApiContext } from "../platform/graphql/context";
import { Decimal } from "../platform/graphql/scalars";
import { histogramOf, percentilesOfFigure, type PercentilesView } from "./figure-percentiles.loaders";
import { openFigure } from "./figure-reading";
import { FigureType } from "./figure.type";
import type { FigureView } from "./scorecard-view";

@ObjectType("FigurePercentiles", {
  simpleResolvers: true,
  description: "How the times of single facts are spread, in seconds, from daily histograms; not exact.",
})
export class FigurePercentilesType {
  @Field(() => Decimal, { description: "Half of the facts took at most as long." })
  p50!: string;

  @Field(() => Decimal, { description: "90 % of the facts took at most as long." })
  p90!: string;

  @Field(() => Decimal, { description: "95 % of the facts took at most as long." })
  p95!: string;

  @Field(() => Decimal, { description: "By how much each may be off at most, as a share of it: 0.01." })
  relativeError!: string;

  @Field(() => Int, { description: "How many facts." })
  sample!: number;
}

@Resolver(() => FigureType)
export class FigurePercentilesFieldResolver {
  @FieldResolver(() => FigurePercentilesType, {
    nullable: true,
    description:
      "Of KPIs of time that are a mean of single facts: how these are spread, from histograms that follow the figures " +
      "within moments. Null for other KPIs and without facts. A dialect such as P90 gives an exact percentile.",
  })
  async percentiles(@Root() figure: FigureView, @Ctx() ctx: ApiContext): Promise<PercentilesView | null> {
    if (!histogramOf(figure)) return null;
    const opened = await openFigure(ctx, figure);
    return opened && ctx.loader(percentilesOfFigure).load({ ...opened, figure, now: ctx.now });
  }
}

@Resolver(() => FigurePercentilesType)
export class FigurePercentilesResolver {
  @FieldResolver(() => String, { description: "For people: `P50 34 s · P90 1 m 07 s · P95 1 m 30 s`." })
  display(
    @Root() { kpi, p50, p90, p95 }: PercentilesView,
    @Arg("language", () => LanguageEnum, { defaultValue: "en", description: "Language of units and number marks." })
    language: Language,
  ): string {
    const shown = (value: string): string => display(kpi, value, language);
    return `P50 ${shown(p50)} · P90 ${shown(p90)} · P95 ${shown(p95)}`;
  }
}
