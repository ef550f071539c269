import { Field, Int, ObjectType } from "type-graphql";
import { Decimal } from "../../platform/graphql/scalars";
import { FigureStatusEnum } from "../figure.type";
import type { Outcome } from "../objective-result.entity";
import { OutcomeEnum } from "../objective-result.type";
import type { FigureStatus } from "../scorecard.entity";

@ObjectType("FigureStanding", {
  simpleResolvers: true,
  description: "A figure of a scorecard or objective result as it was, is, or would be.",
})
export class FigureStandingType {
  @Field(() => Decimal, { nullable: true, description: "Unrounded, in the KPI's unit; null when `status` says why." })
  value!: string | null;

  @Field(() => Decimal, { nullable: true, description: "Above the line; null when nothing was measured at all." })
  numerator!: string | null;

  @Field(() => Decimal, { nullable: true, description: "Below the line; null without data or where there is none." })
  denominator!: string | null;

  @Field(() => Int, { description: "How many facts the value rests on." })
  sample!: number;

  @Field(() => FigureStatusEnum, { description: "Whether there is a value, and if not, why." })
  status!: FigureStatus;

  @Field(() => Decimal, { nullable: true, description: "What it is held against; null: nothing." })
  target!: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the target is met; null without target or value." })
  isMet!: boolean | null;

  @Field(() => Decimal, { nullable: true, description: "The item's score; null when there is nothing to score." })
  score!: string | null;

  @Field(() => Boolean, { description: "Whether somebody entered the value; otherwise it was measured." })
  isManual!: boolean;
}

@ObjectType("ResultStanding", {
  simpleResolvers: true,
  description: "A scorecard or objective result as a whole, as it was, is, or would be.",
})
export class ResultStandingType {
  @Field(() => Decimal, { nullable: true, description: "Of a scorecard; null when no item could be scored." })
  score!: string | null;

  @Field(() => Int, { nullable: true, description: "Place of a scorecard; null when it has none." })
  place!: number | null;

  @Field(() => Int, { nullable: true, description: "Among how many; null without a place." })
  of!: number | null;

  @Field(() => String, { nullable: true, description: "Name of a scorecard's level; null when it has none." })
  level!: string | null;

  @Field(() => OutcomeEnum, { nullable: true, description: "Of an objective; null for scorecards." })
  outcome!: Outcome | null;

  @Field(() => Decimal, { nullable: true, description: "Of an objective: by how much it was missed." })
  shortfall!: string | null;

  @Field(() => Int, { nullable: true, description: "Of an objective whose KPI counts misses." })
  missesAllowed!: number | null;
}
