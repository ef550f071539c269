import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import type { Language } from "../kpis/kpi-definition";
import { display } from "../kpis/kpi-display.rules";
import { LanguageEnum } from "../kpis/kpi.type";
import type { CountedFact } from "../measures/fact.queries";
import type { FigurePart } from "../measures/fact-part.rules";
import { FactList } from "../measures/fact.type";
import type { Person } from "../people/person.entity";
import { personById } from "../people/person.loaders";
import { PersonType } from "../people/person.type";
import { ConnectionArgs, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { requireRight } from "../platform/graphql/rights";
import { NIL_ID } from "../shared/ids";
import { factsOfFigure } from "./figure-facts";
import { openFigure } from "./figure-reading";
import type { PartKind } from "./figure-parts.queries";
import { FigureSliceType, PartKindEnum } from "./figure-slice.type";
import { slicesOfFigure, type SliceView } from "./figure-slices.loaders";
import { FigurePartEnum, FigureType } from "./figure.type";
import type { FigureView } from "./scorecard-view";

@ArgsType()
class FigureFactsArgs extends ConnectionArgs {
  @Field(() => FigurePartEnum, { description: "Which side of the formula." })
  part!: FigurePart;
}

/** A statement for each figure that is opened, and it looks at facts. */
const COST_OF_OPENING = 250;

@Resolver(() => FigureType)
export class FigureDetailResolver {
  @FieldResolver(() => FactList.Connection, {
    complexity: ({ args, childComplexity }) => COST_OF_OPENING + Number(args.first) * childComplexity,
    description:
      "The facts that count in a side of the formula, in the order they happened. Needs the right READ_FACTS. After a " +
      "figure is final, facts that came later show here but do not count in it.",
  })
  facts(
    @Root() figure: FigureView,
    @Args(() => FigureFactsArgs) args: FigureFactsArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<CountedFact>> {
    requireRight(ctx.viewer, "facts:read");
    return factsOfFigure(ctx, figure, args);
  }

  @FieldResolver(() => [FigureSliceType], {
    description: "What each person, channel or day contributes; computed now from the daily measures.",
  })
  async parts(
    @Root() figure: FigureView,
    @Arg("by", () => PartKindEnum, { description: "By what. PERSON needs the right READ_PEOPLE." }) by: PartKind,
    @Ctx() ctx: ApiContext,
  ): Promise<SliceView[]> {
    if (by === "person") requireRight(ctx.viewer, "people:read");
    const opened = await openFigure(ctx, figure);
    return opened ? ctx.loader(slicesOfFigure).load({ ...opened, figure, by, now: ctx.now }) : [];
  }
}

@Resolver(() => FigureSliceType)
export class FigureSliceResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: "The person, when taken apart by PERSON; null for what nobody handled, and otherwise.",
  })
  async person(@Root() { by, part }: SliceView, @Ctx() ctx: ApiContext): Promise<Person | null> {
    if (by !== "person" || part === NIL_ID) return null;
    return (await ctx.loader(personById).load(part)) ?? null;
  }

  @FieldResolver(() => String, { description: "The value for people; `–` where there is none." })
  display(
    @Root() { kpi, value, currency }: SliceView,
    @Arg("language", () => LanguageEnum, { defaultValue: "en", description: "Language of units and number marks." })
    language: Language,
  ): string {
    return display(kpi, value, language, currency);
  }
}
