import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { Stage } from "../objectives/clauses/clause";

export const SettlementStageEnum = {
  EXCLUSIONS: "exclusions",
  VALUE: "value",
  MINIMUM_SAMPLE: "minimum_sample",
  OUTCOME: "outcome",
  GUARDS: "guards",
  SINGLE_INCIDENT: "single_incident",
  AMOUNT: "amount",
  REPEAT: "repeat",
  FLOOR: "floor",
  OBJECTIVE_CAP: "objective_cap",
  POOL_CAP: "pool_cap",
  EARN_BACK: "earn_back",
  LINE: "line",
} as const satisfies Record<string, Stage>;

registerEnumType(SettlementStageEnum, {
  name: "SettlementStage",
  description: "What is done to an amount, in the order that the contract says.",
  valuesConfig: {
    EXCLUSIONS: { description: "What does not count is taken out." },
    VALUE: { description: "The value that the clause reads." },
    MINIMUM_SAMPLE: { description: "Whether there are facts enough." },
    OUTCOME: { description: "Whether the objective was met." },
    GUARDS: { description: "Whether conditions besides are fulfilled." },
    SINGLE_INCIDENT: { description: "One event yields one credit." },
    AMOUNT: { description: "Points or money of the clause." },
    REPEAT: { description: "Failing again multiplies." },
    FLOOR: { description: "Small amounts are dropped." },
    OBJECTIVE_CAP: { description: "What one objective may cost." },
    POOL_CAP: { description: "What all of a period, or of a year, may cost." },
    EARN_BACK: { description: "What is held because it may be earned back, and what becomes of it." },
    LINE: { description: "Rounded, to the line of the invoice." },
  },
});

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
  @Field(() => SettlementStageEnum, { description: "What is done." })
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
