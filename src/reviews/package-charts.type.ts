import { Field, Int, ObjectType } from "type-graphql";
import { KpiDirectionEnum, KpiUnitEnum } from "../kpis/kpi.type";
import { Decimal, LocalDate } from "../platform/graphql/scalars";
import { OutcomeEnum } from "../scorecards/objective-result.type";
import type { Outcome } from "../scorecards/objective-result.entity";
import type { Day } from "../shared/day";
import type * as doc from "./package-document";

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

@ObjectType("ChartsSection", { simpleResolvers: true, description: "Objectives day by day." })
export class ChartsSection {
  @Field(() => [ChartType], { description: "One per objective with at least two days of data." })
  charts!: readonly ChartType[];
}
