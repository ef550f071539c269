import { Field, Int, ObjectType } from "type-graphql";
import { Decimal, LocalDate } from "../../platform/graphql/scalars";
import type { Day } from "../../shared/day";
import { FigureStatusEnum } from "../figure.type";
import type { FigureStatus } from "../scorecard.entity";

@ObjectType("ResultSegment", {
  simpleResolvers: true,
  description:
    "A stretch of a period under terms of its own, because an amendment took effect within the period: the value and the " +
    "target of the whole are those of its stretches, each by its share.",
})
export class ResultSegmentType {
  @Field(() => LocalDate, { description: "First local day." })
  from!: Day;

  @Field(() => LocalDate, { description: "First local day after it." })
  until!: Day;

  @Field(() => Int, { description: "Number of the objective's version whose terms it goes by." })
  objectiveVersion!: number;

  @Field(() => Decimal, {
    description: "Its part in the whole, 0 to 1, by volume or by time as the amendment says; 0 without any data.",
  })
  share!: string;

  @Field(() => Decimal, { nullable: true, description: "Unrounded, in the KPI's unit; null when `status` says why." })
  value!: string | null;

  @Field(() => FigureStatusEnum, { description: "Whether there is a value, and if not, why." })
  status!: FigureStatus;

  @Field(() => Decimal, { nullable: true, description: "Above the line; null when nothing was measured at all." })
  numerator!: string | null;

  @Field(() => Decimal, { nullable: true, description: "Below the line; null without data or where there is none." })
  denominator!: string | null;

  @Field(() => Int, { description: "How many facts the value rests on." })
  sample!: number;

  @Field(() => Decimal, { description: "What these days alone are held against, in the KPI's unit." })
  target!: string;

  @Field(() => Decimal, { nullable: true, description: "In the KPI's unit; null: there is none." })
  minimum!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "The level expected over time, in the KPI's unit; null: there is none.",
  })
  expected!: string | null;
}
