import { Field, InputType, Int, ObjectType } from "type-graphql";
import type { Interval } from "../../kpis/interval.rules";
import type { KpiDefinition } from "../../kpis/kpi-definition";
import { KpiDirectionEnum, KpiUnitEnum } from "../../kpis/kpi.type";
import { ComparisonRoundingInput } from "../../objectives/objective-extras.input";
import type { Aims } from "../../objectives/objective-terms";
import { Decimal, NonNegativeInt } from "../../platform/graphql/scalars";
import { ConfidenceEnum } from "../../scorecards/objectives/result-levels.type";
import { FigureStatusEnum, IntervalType } from "../../scorecards/figure.type";
import type { MeasuredFigure } from "../../kpis/figure.rules";
import type { Confidence } from "../../scorecards/objective-outcome.rules";
import type { Outcome } from "../../scorecards/objective-result.entity";
import { OutcomeEnum } from "../../scorecards/objective-result.type";

const IN_UNIT = "In the unit: a ratio for shares (0.8 is 80 %), seconds for times, minor units for money.";

@InputType({ description: "What an objective would demand." })
export class WhatIfAimsInput {
  @Field(() => KpiUnitEnum, { defaultValue: "share", description: "Of value and levels. Left out: a share." })
  unit!: KpiDefinition["unit"];

  @Field(() => KpiDirectionEnum, {
    defaultValue: "maximise",
    description: "Which values are better. Left out: higher.",
  })
  direction!: KpiDefinition["direction"];

  @Field(() => Decimal, { description: `What is promised. ${IN_UNIT}` })
  target!: string;

  @Field(() => Decimal, { nullable: true, description: `Missing it is worse. ${IN_UNIT} Left out: there is none.` })
  minimum?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: `What is expected over time. ${IN_UNIT} Left out: there is none.`,
  })
  expected?: string | null;

  @Field(() => ComparisonRoundingInput, { nullable: true, description: "Left out: the unrounded value is compared." })
  rounding?: ComparisonRoundingInput | null;
}

@InputType({ description: "A value as what was reached, of what." })
export class WhatIfFigureInput {
  @Field(() => Decimal, { description: "What is divided: events in time, or the value itself." })
  numerator!: string;

  @Field(() => Decimal, { nullable: true, description: "What it is divided by: all events. Left out: nothing." })
  denominator?: string | null;

  @Field(() => NonNegativeInt, {
    nullable: true,
    description: "How many facts it rests on. Left out: the denominator, or the numerator where there is none.",
  })
  sample?: number | null;

  @Field(() => NonNegativeInt, { defaultValue: 0, description: "Under so many facts it is not judged. Left out: 0." })
  minSample!: number;
}

@ObjectType("WhatIfOutcome", {
  simpleResolvers: true,
  description: "How an objective would come out in a closed period.",
})
export class WhatIfOutcomeType {
  @Field(() => Decimal, { nullable: true, description: "Unrounded, in the unit; null where the status says why." })
  value!: string | null;

  @Field(() => FigureStatusEnum, { description: "Whether there is enough to judge." })
  status!: MeasuredFigure["status"];

  @Field(() => OutcomeEnum, { description: "Met or not; equal is met." })
  outcome!: Outcome;

  @Field(() => Boolean, { nullable: true, description: "Null: there is no such level, or nothing to judge." })
  isExpectedMet!: boolean | null;

  @Field(() => Decimal, { nullable: true, description: "What the value lacks to the target, in the unit; 0 when met." })
  shortfall!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Misses that the events allow. Null for other than shares of events.",
  })
  missesAllowed!: number | null;

  @Field(() => Int, { nullable: true, description: "Of them, how many are left; 0 when none is." })
  missesLeft!: number | null;

  @Field(() => IntervalType, { nullable: true, description: "Wilson's 95 % interval; null for other than shares." })
  interval!: Interval | null;

  @Field(() => ConfidenceEnum, {
    nullable: true,
    description: "The interval held against the target; null without one.",
  })
  confidence!: Confidence | null;
}

/** As the arithmetic knows them. */
export const aimsOf = ({ target, minimum = null, expected = null, rounding }: WhatIfAimsInput): Aims => ({
  ...{ target, minimum, expected, weight: "1" },
  rounding: rounding ? { mode: rounding.mode, decimals: rounding.decimals } : null,
});

export const figureGiven = ({ numerator, denominator = null, sample = null, minSample }: WhatIfFigureInput) => ({
  ...{ numerator, denominator, sample, minSample },
});
