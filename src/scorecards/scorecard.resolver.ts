import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { contractById } from "../contracts/contract.loaders";
import { serviceById } from "../contracts/service.loaders";
import type { SubjectKind } from "../kpis/kpi-definition";
import { personById } from "../people/person.loaders";
import { positionById } from "../people/position.loaders";
import { teamById } from "../people/team.loaders";
import type { ApiContext, LoaderFactory } from "../platform/graphql/context";
import { ofType } from "../platform/graphql/node";
import { versionsOfScorecard } from "./scorecard.loaders";
import { ScorecardItemType, ScorecardSubject, ScorecardType } from "./scorecard.type";
import { periodOf, type ScorecardItemView, type ScorecardView } from "./scorecard-view";

const SUBJECTS: Record<SubjectKind, { type: string; byId: LoaderFactory<string, object | undefined> }> = {
  contract: { type: "Contract", byId: contractById },
  service: { type: "Service", byId: serviceById },
  team: { type: "Team", byId: teamById },
  person: { type: "Person", byId: personById },
  position: { type: "Position", byId: positionById },
};

@Resolver(() => ScorecardType)
export class ScorecardResolver {
  @FieldResolver(() => ScorecardSubject, {
    nullable: true,
    description: "Whose it is; null when it has since been removed from the set-up.",
  })
  async subject(@Root() card: ScorecardView, @Ctx() ctx: ApiContext): Promise<object | null> {
    const { type, byId } = SUBJECTS[card.subjectKind];
    const row = await ctx.loader(byId).load(card.subjectKind === "person" ? (card.personId ?? "") : card.subjectId);
    return row ? ofType(type, row) : null;
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
