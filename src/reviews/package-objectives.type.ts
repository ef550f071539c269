import { Field, Int, ObjectType } from "type-graphql";
import { Decimal, LocalDate } from "../platform/graphql/scalars";
import { OutcomeEnum } from "../scorecards/objective-result.type";
import type { Outcome } from "../scorecards/objective-result.entity";
import type { Day } from "../shared/day";
import type { PackageAdjustment } from "./package-adjustment";
import { PackageAdjustmentType } from "./package-adjustment.type";
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
  @Field(() => String, {
    nullable: true,
    description: "For people; shares in percentage points: `5.2 pp`; null unless missed.",
  })
  shortfallDisplay!: string | null;

  @Field(() => Int, { nullable: true, description: "Events that missed. Null unless the KPI is a share with a value." })
  missesMade!: number | null;

  @Field(() => Int, { nullable: true, description: "How many of its events the target lets miss. Null likewise." })
  missesAllowed!: number | null;

  @Field(() => PackageAdjustmentType, {
    nullable: true,
    description: "What was excluded from the figure; null: nothing.",
  })
  adjustment?: PackageAdjustment | null;
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
