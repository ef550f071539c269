import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { versionsOfScorecard } from "./scorecard.loaders";
import { ScorecardItemType } from "./scorecard-item.type";
import { ScorecardSubject, ScorecardType } from "./scorecard.type";
import { periodOf, type ScorecardItemView, type ScorecardView } from "./scorecard-view";
import { subjectOfRow } from "./subject.loaders";

@Resolver(() => ScorecardType)
export class ScorecardResolver {
  @FieldResolver(() => ScorecardSubject, {
    nullable: true,
    description: "Whose it is; null when it has since been removed from the set-up.",
  })
  subject(@Root() card: ScorecardView, @Ctx() ctx: ApiContext): Promise<object | null> {
    return subjectOfRow(ctx, card);
  }

  @FieldResolver(() => ScorecardItemType, {
    nullable: true,
    description: "The item of one KPI, to open its figure alone; null where the scorecard has none.",
  })
  item(
    @Root() card: ScorecardView,
    @Arg("kpi", () => String, { description: "Code of the KPI." }) kpi: string,
  ): ScorecardItemView | null {
    return card.items.find(({ figure }) => figure.kpi.code === kpi) ?? null;
  }

  @FieldResolver(() => [ScorecardType], {
    description: "Every version of this subject's scorecard of this period, newest first; the first is in force.",
  })
  versions(@Root() card: ScorecardView, @Ctx() ctx: ApiContext): Promise<ScorecardView[]> {
    const { subjectKind: kind, subjectId } = card;
    return ctx.loader(versionsOfScorecard).load({ kind, subjectId, period: periodOf(card) });
  }
}
