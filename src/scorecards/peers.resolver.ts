import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Language } from "../kpis/kpi-definition";
import { display } from "../kpis/kpi-display.rules";
import { LanguageEnum } from "../kpis/kpi.type";
import { personById } from "../people/person.loaders";
import type { Person } from "../people/person.entity";
import { PersonType } from "../people/person.type";
import { teamById } from "../people/team.loaders";
import type { Team } from "../people/team.entity";
import { TeamType } from "../people/team.type";
import type { ApiContext } from "../platform/graphql/context";
import { Decimal } from "../platform/graphql/scalars";
import { peersOfScorecard, type PeerView } from "./peers.loaders";
import { ItemPeersType } from "./scorecard-item.type";
import { ScorecardType } from "./scorecard.type";
import type { PeersView, ScorecardView } from "./scorecard-view";

@ObjectType("Peer", {
  simpleResolvers: true,
  description:
    "One of those with a place in the same comparison. Where the group is smaller than `Composition.anonymousUnder`, " +
    "nobody is named, and who may not see the others sees how many they are and nothing else.",
})
export class PeerType {
  @Field(() => Int, {
    nullable: true,
    description: "1 is best; equal scores share a place. Null when not yours to see.",
  })
  place!: number | null;

  @Field(() => Decimal, { nullable: true, description: "Unrounded. Null when not yours to see." })
  score!: string | null;

  @Field(() => Boolean, { description: "Whether it is the subject of this scorecard." })
  isMe!: boolean;
}

@Resolver(() => PeerType)
export class PeerResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description:
      "Whose score it is; null for teams, in small groups, and for whoever may not see results of the person.",
  })
  async person(@Root() { personId }: PeerView, @Ctx() ctx: ApiContext): Promise<Person | null> {
    return personId === null ? null : ((await ctx.loader(personById).load(personId)) ?? null);
  }

  @FieldResolver(() => TeamType, {
    nullable: true,
    description: "The team, where teams are compared; null for whoever may not see its results.",
  })
  async team(@Root() { teamId }: PeerView, @Ctx() ctx: ApiContext): Promise<Team | null> {
    return teamId === null ? null : ((await ctx.loader(teamById).load(teamId)) ?? null);
  }
}

@Resolver(() => ScorecardType)
export class ScorecardPeersResolver {
  @FieldResolver(() => [PeerType], {
    description:
      "Everybody with a place in the same comparison, itself included, best first; as it stands now. Empty for subjects " +
      "that are compared with nobody.",
  })
  peers(@Root() card: ScorecardView, @Ctx() ctx: ApiContext): Promise<PeerView[]> {
    return ctx.loader(peersOfScorecard).load(card);
  }
}

@Resolver(() => ItemPeersType)
export class ItemPeersResolver {
  @FieldResolver(() => String, { description: "The median for people, in the precision of the KPI." })
  display(
    @Root() { kpi, median, currency }: PeersView,
    @Arg("language", () => LanguageEnum, { defaultValue: "en", description: "Language of units and number marks." })
    language: Language,
  ): string {
    return display(kpi, median, language, currency);
  }
}
