import { Field, ObjectType } from "type-graphql";
import type { Stage } from "../objectives/clauses/clause";
import { StageEnum } from "../objectives/clauses/clause-enums.type";

@ObjectType("SettlementInput", { simpleResolvers: true, description: "Something that a step starts from." })
export class SettlementInputType {
  @Field(() => String, { description: "What it is." })
  name!: string;

  @Field(() => String, { description: "Its value, with its unit, for people." })
  value!: string;
}

@ObjectType("SettlementStep", {
  simpleResolvers: true,
  description: "One step of how an amount came about, readable by somebody who disputes it.",
})
export class SettlementStepType {
  @Field(() => StageEnum, { description: "What is done." })
  stage!: Stage;

  @Field(() => String, { description: "The rule, as a sentence: `Failing again within 1 month doubles the points.`" })
  rule!: string;

  @Field(() => [SettlementInputType], { description: "What it starts from." })
  inputs!: readonly SettlementInputType[];

  @Field(() => String, { description: "What comes of it, for people." })
  output!: string;

  @Field(() => String, { nullable: true, description: "Document and section of the contract; null: a general rule." })
  cites!: string | null;
}
