import { createUnionType, Field, Int, ObjectType } from "type-graphql";
import { KpiDirectionEnum, KpiUnitEnum, SubjectKindEnum } from "../kpis/kpi.type";
import { Decimal, LocalDate } from "../platform/graphql/scalars";
import { OutcomeEnum } from "../scorecards/objective-result.type";
import type { Outcome } from "../scorecards/objective-result.entity";
import type { Day } from "../shared/day";
import type * as doc from "./package-document";
import { PackageFigureType, PackageKpiType } from "./package-figures.type";

@ObjectType("PackageObjectiveResult", { simpleResolvers: true, description: "An objective in one period, as frozen." })
class ObjectiveResultType {
  @Field(() => OutcomeEnum, { description: "Met or not." })
  outcome!: Outcome;
  @Field(() => Decimal, { description: "What it was held against in this period; exact, in the KPI's unit." })
  target!: string;

  @Field(() => PackageFigureType, { description: "The measured value." })
  figure!: doc.PackageFigure;
  @Field(() => Decimal, { nullable: true, description: "Unrounded, in the KPI's unit; null unless missed." })
  shortfall!: string | null;
  @Field(() => String, { nullable: true, description: "For people; shares in percentage points: `5.2 pp`." })
  shortfallDisplay!: string | null;

  @Field(() => Int, { nullable: true, description: "Events that missed. Null unless the KPI is a share with a value." })
  missesMade!: number | null;

  @Field(() => Int, { nullable: true, description: "How many of its events the target lets miss. Null likewise." })
  missesAllowed!: number | null;
}

@ObjectType("PackageObjective", { simpleResolvers: true, description: "An objective through the periods." })
class ObjectiveType {
  @Field(() => String, { description: "Code, unique within the contract." })
  code!: string;
  @Field(() => String, { description: "Name." })
  name!: string;
  @Field(() => String, { description: "The clause of the contract it comes from." })
  clause!: string;
  @Field(() => String, { nullable: true, description: "Name of its service; null: the contract as a whole." })
  service!: string | null;
  @Field(() => PackageKpiType, { description: "What is measured, and how." })
  kpi!: PackageKpiType;
  @Field(() => Decimal, { description: "Exact, in the KPI's unit." })
  target!: string;
  @Field(() => String, { description: "For people: `≥ 80.0 %`." })
  targetDisplay!: string;
  @Field(() => [ObjectiveResultType], {
    nullable: "items",
    description: "One per period of the package, in its order; null where nothing was measured.",
  })
  results!: readonly (doc.PackageObjectiveResult | null)[];
}

@ObjectType("PackageMissDay", { simpleResolvers: true, description: "A day that cost an objective." })
class MissDayType {
  @Field(() => LocalDate, { description: "The local day." })
  day!: Day;
  @Field(() => String, { description: "Its value, for people." })
  display!: string;
  @Field(() => Int, { description: "How many facts it rests on." })
  sample!: number;
}

@ObjectType("PackageMiss", { simpleResolvers: true, description: "An objective that was not reached." })
class MissType {
  @Field(() => String, { description: "Code of the objective." })
  objectiveCode!: string;
  @Field(() => OutcomeEnum, { description: "MISSED or BELOW_MINIMUM." })
  outcome!: Outcome;
  @Field(() => String, { description: "By how much, for people; shares in percentage points." })
  shortfallDisplay!: string;
  @Field(() => Int, { description: "Days of the period with enough facts to be judged." })
  daysMeasured!: number;
  @Field(() => Int, { description: "Of these, days on which the target was missed." })
  daysMissed!: number;
  @Field(() => [MissDayType], { description: "The three days furthest from the target, worst first." })
  worstDays!: readonly MissDayType[];
  @Field(() => Int, { description: "In how many of the periods before it was missed, too." })
  missedBefore!: number;
}

@ObjectType("PackageChartPoint", { simpleResolvers: true, description: "One local day of a chart." })
class ChartPointType {
  @Field(() => LocalDate, { description: "The local day." })
  day!: Day;

  @Field(() => Boolean, { description: "Whether the service was open by its calendar; of a contract, any service." })
  isOpen!: boolean;

  @Field(() => Decimal, { nullable: true, description: "Unrounded, there even when UNDETERMINED; null without data." })
  value!: string | null;

  @Field(() => OutcomeEnum, { description: "Whether the day's target was reached." })
  outcome!: Outcome;

  @Field(() => Int, { description: "How many facts it rests on." })
  sample!: number;
}

@ObjectType("PackageChart", { simpleResolvers: true, description: "An objective day by day, with its target." })
class ChartType {
  @Field(() => String, { description: "What it shows." })
  title!: string;
  @Field(() => String, { description: "Code of the objective." })
  objectiveCode!: string;
  @Field(() => KpiUnitEnum, { description: "Unit of values and target." })
  unit!: doc.PackageChart["unit"];
  @Field(() => KpiDirectionEnum, { description: "On which side of the target the better values are." })
  direction!: doc.PackageChart["direction"];
  @Field(() => Decimal, { description: "The target line." })
  target!: string;
  @Field(() => [ChartPointType], { description: "Every day of the period, in order." })
  points!: readonly ChartPointType[];
}

@ObjectType("PackageSubject", { simpleResolvers: true, description: "Whose figures." })
class SubjectType {
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
  @Field(() => Decimal, { nullable: true, description: "0 to 100; null when nothing could be scored." })
  score!: string | null;
  @Field(() => [ItemType], { description: "Its KPIs." })
  items!: readonly ItemType[];
}

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

  @Field(() => String, { nullable: true, description: "Name of that role." })
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

@ObjectType("PackageRejects", { simpleResolvers: true, description: "Rows refused for one reason." })
class RejectsType {
  @Field(() => String, { description: "Stable code." })
  code!: string;
  @Field(() => Int, { description: "How many rows." })
  rows!: number;
  @Field(() => String, { description: "One of the messages." })
  example!: string;
}

@ObjectType("PackageGap", { simpleResolvers: true, description: "Open days of a service without data." })
class GapType {
  @Field(() => String, { description: "Name of the service." })
  service!: string;
  @Field(() => [LocalDate], { description: "The local days." })
  days!: readonly Day[];
}

@ObjectType("ObjectivesSection", { simpleResolvers: true, description: "Every objective through the periods." })
export class ObjectivesSection {
  @Field(() => [ObjectiveType], { description: "By code." })
  objectives!: readonly ObjectiveType[];
}
@ObjectType("MissesSection", { simpleResolvers: true, description: "What was missed, and by how much." })
export class MissesSection {
  @Field(() => [MissType], { description: "Empty: everything that could be judged was met." })
  misses!: readonly MissType[];
}
@ObjectType("ChartsSection", { simpleResolvers: true, description: "Objectives day by day." })
export class ChartsSection {
  @Field(() => [ChartType], { description: "One per objective with at least two days of data." })
  charts!: readonly ChartType[];
}
@ObjectType("ScorecardsSection", { simpleResolvers: true, description: "Contract, services and teams." })
export class ScorecardsSection {
  @Field(() => [ScorecardType], { description: "Contract first, then services and teams by name." })
  scorecards!: readonly ScorecardType[];
}
@ObjectType("RankingsSection", { simpleResolvers: true, description: "Best and worst of teams and people." })
export class RankingsSection {
  @Field(() => [RankingType], { description: "Teams first, then people by role." })
  rankings!: readonly RankingType[];
}
@ObjectType("DataQualitySection", { simpleResolvers: true, description: "What to know before believing the figures." })
export class DataQualitySection {
  @Field(() => LocalDate, { description: "First local day not looked at: the period's end, or earlier while it runs." })
  lookedAtUntil!: Day;

  @Field(() => Int, { description: "Facts that stand behind the period." })
  rowsAccepted!: number;
  @Field(() => Int, { description: "Rows of the client's feeds refused on arrival, whose day could be read." })
  rowsRejected!: number;
  @Field(() => [RejectsType], { description: "By reason, most rows first." })
  rejects!: readonly RejectsType[];
  @Field(() => [GapType], { description: "Services that were open and sent nothing." })
  daysWithoutData!: readonly GapType[];
  @Field(() => Boolean, { description: "Whether any figure was still provisional." })
  provisional!: boolean;
}

export const PackageSection = createUnionType({
  name: "PackageSection",
  description: "A part of a package. New kinds may be added: ask for `__typename`.",
  types: () =>
    [MissesSection, ObjectivesSection, ChartsSection, ScorecardsSection, RankingsSection, DataQualitySection] as const,
  resolveType: (section) => (section as unknown as { __typename: string }).__typename,
});
