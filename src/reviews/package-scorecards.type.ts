import { Field, ObjectType } from "type-graphql";
import { SubjectKindEnum } from "../kpis/kpi.type";
import { Decimal } from "../platform/graphql/scalars";
import { ScoreLevelType } from "../scorecards/scorecard-score.type";
import type * as doc from "./package-document";
import { PackageFigureType, PackageKpiType } from "./package-figures.type";

@ObjectType("PackageSubject", { simpleResolvers: true, description: "Whose figures." })
export class SubjectType {
  @Field(() => SubjectKindEnum, { description: "What it is." })
  kind!: doc.PackageSubject["kind"];
  @Field(() => String, { description: "Name of a contract, service or team; code of a position's person." })
  name!: string;
}

@ObjectType("PackageItem", { simpleResolvers: true, description: "A KPI of a scorecard through the periods." })
class ItemType {
  @Field(() => PackageKpiType, { description: "What is measured, and how." })
  kpi!: PackageKpiType;
  @Field(() => Decimal, { nullable: true, description: "Exact, in the KPI's unit; null without target." })
  target!: string | null;
  @Field(() => Boolean, { nullable: true, description: "In the reviewed period; null where it cannot be judged." })
  isMet!: boolean | null;
  @Field(() => [PackageFigureType], { nullable: "items", description: "One per period of the package, in its order." })
  figures!: readonly (doc.PackageFigure | null)[];
}

@ObjectType("PackageScorecard", { simpleResolvers: true, description: "The figures of one subject." })
class ScorecardType {
  @Field(() => SubjectType, { description: "Whose." })
  subject!: SubjectType;
  @Field(() => Decimal, {
    nullable: true,
    description: "0 to 200, 100 is what was asked for; null when nothing could be scored.",
  })
  score!: string | null;
  @Field(() => ScoreLevelType, { nullable: true, description: "What the score is called; null without one." })
  level!: ScoreLevelType | null;
  @Field(() => [ItemType], { description: "Its KPIs that have data in one of the periods." })
  items!: readonly ItemType[];
  @Field(() => [String], { description: "Names of its KPIs for which none of the periods has data." })
  notMeasured!: readonly string[];
}

@ObjectType("ScorecardsSection", { simpleResolvers: true, description: "Contract, services and teams." })
export class ScorecardsSection {
  @Field(() => [ScorecardType], { description: "Contract first, then services and teams by name." })
  scorecards!: readonly ScorecardType[];
}
