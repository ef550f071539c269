import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Objective } from "../../objectives/objective.entity";
import { ComparisonRoundingType } from "../../objectives/objective-extras.type";
import type { ComparisonRounding } from "../../objectives/objective-terms";
import { ObjectiveType } from "../../objectives/objective.type";
import { Decimal } from "../../platform/graphql/scalars";
import type { Confidence } from "../objective-outcome.rules";
import { ObjectiveResultType } from "../objective-result.type";
import type { ObjectiveResultView } from "../scorecard-view";

export const ConfidenceEnum = {
  MET: "met",
  MISSED: "missed",
  UNDETERMINED: "undetermined",
} as const satisfies Record<string, Confidence>;

registerEnumType(ConfidenceEnum, {
  name: "Confidence",
  description: "What can be said of a share beyond chance, by its 95 % Wilson interval. Money goes by the outcome.",
  valuesConfig: {
    MET: { description: "The whole interval reaches the target." },
    MISSED: { description: "The whole interval misses the target." },
    UNDETERMINED: { description: "The target lies within the interval: chance alone could explain the outcome." },
  },
});

@ObjectType("ObjectiveAims", {
  simpleResolvers: true,
  description: "What an objective was held against in a period, in the KPI's unit. Exact.",
})
export class ObjectiveAimsType {
  @Field(() => Decimal, {
    description: "Reaching it is what was promised. Exact; up to 60 digits where an amendment cut the period.",
  })
  target!: string;

  @Field(() => Decimal, { nullable: true, description: "Missing it is worse; null: there is none." })
  minimum!: string | null;

  @Field(() => Decimal, { nullable: true, description: "The level expected over time; null: there is none." })
  expected!: string | null;

  @Field(() => ComparisonRoundingType, {
    nullable: true,
    description: "How the value was rounded before it was compared; null: it was compared unrounded.",
  })
  rounding!: ComparisonRounding | null;

  @Field(() => Decimal, { description: "How much the objective counts among the contract's." })
  weight!: string;
}

@ObjectType("CompositePartResult", {
  simpleResolvers: true,
  description: "How a part of a composite objective came out in the same period.",
})
export class CompositePartResultType {
  @Field(() => ObjectiveType, { description: "The part." })
  objective!: Objective;

  @Field(() => Decimal, { description: "How much it counts among the parts that were judged. Exact." })
  weight!: string;

  @Field(() => Boolean, { description: "False where nothing is known of it: the others weigh accordingly more." })
  isJudged!: boolean;

  @Field(() => Decimal, {
    nullable: true,
    description: "How much of its target was reached, 0 to 1, 34 digits; null where nothing is known.",
  })
  attainment!: string | null;

  @Field(() => ObjectiveResultType, { nullable: true, description: "Its result; null: it was not in force." })
  result!: ObjectiveResultView | null;

  @Field(() => Int, { description: "Its place among the parts, from 1." })
  place!: number;
}
