import { Field, Int, ObjectType } from "type-graphql";
import { ExclusionKindEnum } from "../contracts/exclusions/exclusion-enums.type";
import type { ExclusionKind } from "../contracts/exclusions/exclusion.rules";
import type { Baseline } from "../kpis/baseline";
import { BaselineType } from "../kpis/baseline.type";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";
import { PeriodKindEnum } from "../platform/graphql/period.type";
import { Decimal } from "../platform/graphql/scalars";
import type { PeriodKind } from "../shared/period";
import { KpiTermsType } from "./kpi-use.type";
import { ObjectiveKindEnum } from "./objective-enums.type";
import {
  ComparisonRoundingType,
  CompositeType,
  QualitativeQuestionType,
  VolumeReliefType,
} from "./objective-extras.type";
import type {
  ComparisonRounding,
  Composite,
  ObjectiveKind,
  QualitativeQuestion,
  VolumeRelief,
} from "./objective-terms";

@ObjectType("ObjectiveVersion", {
  simpleResolvers: true,
  description: "What an objective demands for a range of days.",
})
export class ObjectiveVersionType extends KpiTermsType {
  @Field(() => Decimal, {
    description: "In the KPI's unit: a ratio for shares (0.8 is 80 %), seconds for times. Exact.",
  })
  target!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "In the KPI's unit; missing it is worse than missing the target. Null: there is none.",
  })
  minimum!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "In the KPI's unit; the level expected over time. Null: there is none.",
  })
  expected!: string | null;

  @Field(() => ComparisonRoundingType, {
    nullable: true,
    description: "How a value is rounded before it is compared; null: unrounded values are compared.",
  })
  rounding!: ComparisonRounding | null;

  @Field(() => BaselineType, {
    nullable: true,
    description: "What the target was worked out from; null: from nothing.",
  })
  baseline!: Baseline | null;

  @Field(() => Decimal, { description: "How much it counts among the contract's objectives. Exact." })
  weight!: string;

  @Field(() => PeriodKindEnum, { description: "The length of period that is judged." })
  measuredBy!: PeriodKind;

  @Field(() => Int, { description: "This period and so many less one before it are judged together; 1: it alone." })
  rolling!: number;

  @Field(() => [ExclusionKindEnum], {
    nullable: true,
    description: "Kinds of exclusions that are allowed; empty: none. Null: all.",
  })
  exclusionsAllowed!: readonly ExclusionKind[] | null;

  @Field(() => VolumeReliefType, {
    nullable: true,
    description: "Relief for volume above the locked forecast; null: none.",
  })
  relief!: VolumeRelief | null;

  @Field(() => CompositeType, { nullable: true, description: "What it is put together from; null: it is not." })
  composite!: Composite | null;

  @Field(() => QualitativeQuestionType, { nullable: true, description: "What is asked; null: nothing." })
  question!: QualitativeQuestion | null;
}

@ObjectType("Objective", {
  simpleResolvers: true,
  implements: NodeType,
  description: "A service level objective of a contract. Seen by the client's people and by ours.",
})
export class ObjectiveType extends NodeType {
  @Field(() => String, { description: "Unique within the contract." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => ObjectiveKindEnum, { description: "Where its figure comes from; it stays the same for good." })
  kind!: ObjectiveKind;

  @Field(() => String, { description: "Document and section of the contract that promise it." })
  clause!: string;
}

export const ObjectiveList = connectionOf("Objective", "objectives", () => ObjectiveType);
