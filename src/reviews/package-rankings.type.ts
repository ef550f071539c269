import { Field, Int, ObjectType } from "type-graphql";
import { Decimal } from "../platform/graphql/scalars";
import { SubjectType } from "./package-scorecards.type";

@ObjectType("PackageHighlight", { simpleResolvers: true, description: "A figure behind a rank." })
class HighlightType {
  @Field(() => String, { description: "Name of the KPI." })
  kpi!: string;
  @Field(() => String, { description: "Its value, for people." })
  display!: string;

  @Field(() => Boolean, { nullable: true, description: "Null where it cannot be judged." })
  isMet!: boolean | null;
}

@ObjectType("PackageRank", { simpleResolvers: true, description: "A place in a ranking." })
class RankType {
  @Field(() => Int, { description: "1 is best; equal scores share a rank." })
  rank!: number;
  @Field(() => SubjectType, { description: "Who. People appear by code." })
  subject!: SubjectType;
  @Field(() => String, { nullable: true, description: "Name of the person's team; null for teams." })
  team!: string | null;
  @Field(() => Decimal, { description: "0 to 100." })
  score!: string;
  @Field(() => [HighlightType], { description: "The figures that made the score." })
  highlights!: readonly HighlightType[];
}

@ObjectType("PackageRanking", { simpleResolvers: true, description: "The highest and lowest scores of a kind." })
class RankingType {
  @Field(() => String, { description: "`teams` or `people`." })
  of!: string;
  @Field(() => String, { nullable: true, description: "Code of the people's role; null for teams." })
  role!: string | null;

  @Field(() => String, { nullable: true, description: "Name of that role; null for teams." })
  roleName!: string | null;
  @Field(() => Int, { description: "Under so many facts behind a weighted figure nobody is ranked." })
  minSample!: number;
  @Field(() => Int, { description: "How many were ranked." })
  ranked!: number;
  @Field(() => Int, { description: "How many had data, but too little." })
  unranked!: number;
  @Field(() => [RankType], { description: "Best first." })
  best!: readonly RankType[];
  @Field(() => [RankType], { description: "Lowest first; nobody stands in both lists." })
  worst!: readonly RankType[];
}

@ObjectType("RankingsSection", { simpleResolvers: true, description: "Best and worst of teams and people." })
export class RankingsSection {
  @Field(() => [RankingType], { description: "Teams first, then people by role." })
  rankings!: readonly RankingType[];
}
