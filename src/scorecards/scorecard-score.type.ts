import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { WeightRuleEnum } from "../assignments/kpi-set.type";
import { Decimal } from "../platform/graphql/scalars";
import type { Composition } from "./scorecard.entity";

@ObjectType("ScoreLevel", { simpleResolvers: true, description: "A range of scores with a name." })
export class ScoreLevelType {
  @Field(() => String, { description: "For people." })
  name!: string;

  @Field(() => String, { description: "`#rrggbb`" })
  colour!: string;
}

export const UnscoredReasonEnum = { WEIGHTS_NOT_WHOLE: "weights_not_whole" } as const satisfies Record<
  string,
  NonNullable<Composition["unscored"]>
>;

registerEnumType(UnscoredReasonEnum, {
  name: "UnscoredReason",
  description: "Why a scorecard has no score although its items have some.",
  valuesConfig: { WEIGHTS_NOT_WHOLE: { description: "Its weights must total 100 and do not." } },
});

@ObjectType("Composition", { simpleResolvers: true, description: "How items became a score." })
export class CompositionType {
  @Field(() => WeightRuleEnum, { description: "What the weights have to total." })
  weights!: Composition["weights"];

  @Field(() => Decimal, { description: "What the weights of all items total." })
  totalWeight!: string;

  @Field(() => UnscoredReasonEnum, { nullable: true, description: "Null when nothing stands against a score." })
  unscored!: Composition["unscored"];

  @Field(() => [String], { description: "Codes of the KPIs whose gates were closed." })
  closedGates!: readonly string[];

  @Field(() => Decimal, {
    nullable: true,
    description: "What the score was before the gates capped it; null when none was closed.",
  })
  beforeGates!: string | null;

  @Field(() => Int, { description: "In groups of fewer, the others are not named and their values not shown." })
  anonymousUnder!: number;
}
