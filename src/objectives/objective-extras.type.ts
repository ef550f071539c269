import { Field, Int, ObjectType } from "type-graphql";
import { PeriodKindEnum } from "../platform/graphql/period.type";
import { Decimal } from "../platform/graphql/scalars";
import type { PeriodKind } from "../shared/period";
import { AssessorsEnum, ComparisonRoundingEnum, CompositeRuleEnum, ReliefEffectEnum } from "./objective-enums.type";
import type {
  ComparisonRounding,
  Composite,
  CompositeRule,
  QualitativeQuestion,
  VolumeRelief,
} from "./objective-terms";

@ObjectType("ComparisonRounding", {
  simpleResolvers: true,
  description: "How a value is rounded before it is compared with the levels of an objective.",
})
export class ComparisonRoundingType {
  @Field(() => ComparisonRoundingEnum, { description: "Which way." })
  mode!: ComparisonRounding["mode"];

  @Field(() => Int, { description: "Decimals of the value as people see it: of the percentage for shares." })
  decimals!: number;
}

export type CompositePart = Composite["parts"][number];

@ObjectType("CompositePart", {
  simpleResolvers: true,
  description: "An objective that another is put together from.",
})
export class CompositePartType {
  @Field(() => Decimal, { description: "How much it counts among the parts. Exact." })
  weight!: string;
}

@ObjectType("Composite", { simpleResolvers: true, description: "What an objective is put together from." })
export class CompositeType {
  @Field(() => CompositeRuleEnum, { description: "How the parts become one share." })
  rule!: CompositeRule;

  @Field(() => [CompositePartType], { description: "The parts, in the order in which they were written." })
  parts!: readonly CompositePart[];
}

@ObjectType("PointScale", { simpleResolvers: true, description: "Points from worst to best, whole numbers." })
export class PointScaleType {
  @Field(() => Int, { description: "Points of the worst answer." })
  from!: number;

  @Field(() => Int, { description: "Points of the best answer." })
  to!: number;
}

@ObjectType("QualitativeQuestion", {
  simpleResolvers: true,
  description: "What is asked of a promise that is not a number, of whom, and how often.",
})
export class QualitativeQuestionType {
  @Field(() => String, { description: "The question, as assessors read it." })
  question!: string;

  @Field(() => PointScaleType, { description: "In which points it is answered." })
  scale!: PointScaleType;

  @Field(() => AssessorsEnum, { description: "Who answers it." })
  assessors!: QualitativeQuestion["assessors"];

  @Field(() => Boolean, { description: "Whether each answer must name evidence." })
  evidenceRequired!: boolean;

  @Field(() => PeriodKindEnum, { description: "How often it is answered." })
  cadence!: PeriodKind;
}

@ObjectType("VolumeRelief", {
  simpleResolvers: true,
  description: "Relief when more came than the locked forecast foresaw.",
})
export class VolumeReliefType {
  @Field(() => Decimal, { description: "Share above the forecast that is to be borne, 0.1 for a tenth. Exact." })
  tolerance!: string;

  @Field(() => ReliefEffectEnum, { description: "What becomes of the rest." })
  effect!: VolumeRelief["effect"];

  @Field(() => Decimal, {
    nullable: true,
    description: "In the KPI's unit; null unless the target is adjusted. Exact.",
  })
  adjustedTarget!: string | null;
}
