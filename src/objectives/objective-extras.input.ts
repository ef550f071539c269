import { Field, InputType, Int } from "type-graphql";
import { PeriodKindEnum } from "../platform/graphql/period.type";
import { Decimal } from "../platform/graphql/scalars";
import type { PeriodKind } from "../shared/period";
import { AssessorsEnum, ComparisonRoundingEnum, CompositeRuleEnum, ReliefEffectEnum } from "./objective-enums.type";
import type { ComparisonRounding, CompositeRule, QualitativeQuestion, VolumeRelief } from "./objective-terms";

@InputType({ description: "How a value is rounded before it is compared with the levels of an objective." })
export class ComparisonRoundingInput {
  @Field(() => ComparisonRoundingEnum, { description: "Which way." })
  mode!: ComparisonRounding["mode"];

  @Field(() => Int, { description: "Decimals of the value as people see it, 0 to 6: of the percentage for shares." })
  decimals!: number;
}

@InputType({ description: "An objective that another is put together from." })
export class CompositePartInput {
  @Field(() => String, { description: "Code of another objective of the contract, judged by the same periods." })
  objective!: string;

  @Field(() => Decimal, { nullable: true, description: "How much it counts among the parts, above 0. Left out: 1." })
  weight?: string | null;
}

@InputType({ description: "What an objective is put together from." })
export class CompositeInput {
  @Field(() => CompositeRuleEnum, { description: "How the parts become one share." })
  rule!: CompositeRule;

  @Field(() => [CompositePartInput], { description: "The parts, each once; composites may be parts as well." })
  parts!: CompositePartInput[];
}

@InputType({ description: "Points from worst to best, whole numbers." })
export class PointScaleInput {
  @Field(() => Int, { description: "Points of the worst answer." })
  from!: number;

  @Field(() => Int, { description: "Points of the best answer; more than `from`." })
  to!: number;
}

@InputType({ description: "What is asked of a promise that is not a number, of whom, and how often." })
export class QualitativeQuestionInput {
  @Field(() => String, { description: "The question, as assessors read it." })
  question!: string;

  @Field(() => PointScaleInput, { description: "In which points it is answered." })
  scale!: PointScaleInput;

  @Field(() => AssessorsEnum, { description: "Who answers it." })
  assessors!: QualitativeQuestion["assessors"];

  @Field(() => Boolean, { nullable: true, description: "Whether each answer must name evidence. Left out: no." })
  evidenceRequired?: boolean | null;

  @Field(() => PeriodKindEnum, {
    nullable: true,
    description: "How often it is answered, within the periods that are judged. Left out: once in each.",
  })
  cadence?: PeriodKind | null;
}

@InputType({ description: "Relief when more came than the locked forecast foresaw." })
export class VolumeReliefInput {
  @Field(() => String, { description: "Share above the forecast that is to be borne: `10 %` or `0.1`." })
  tolerance!: string;

  @Field(() => ReliefEffectEnum, { description: "What becomes of the rest." })
  effect!: VolumeRelief["effect"];

  @Field(() => String, { nullable: true, description: "As `target`, and no harder; for ADJUST_TARGET only." })
  adjustedTarget?: string | null;
}
