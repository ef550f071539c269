import { Field, InputType } from "type-graphql";
import type { MoneyRounding } from "../../objectives/clauses/clause";
import { MoneyRoundingEnum } from "../../objectives/clauses/clause-enums.type";
import { CapInput, ClauseInput } from "../../objectives/clauses/clause-input.type";
import { WhatIfAimsInput, WhatIfFigureInput } from "./what-if-objective.type";

@InputType({ description: "What a fee is, and how much of it is at risk." })
export class WhatIfMoneyInput {
  @Field(() => String, { defaultValue: "EUR", description: "ISO 4217. Left out: EUR." })
  currency!: string;

  @Field(() => String, { description: "Fee of one period: `100000.00 EUR`." })
  fee!: string;

  @Field(() => String, { defaultValue: "100 %", description: "Share of the fee that is at risk. Left out: `100 %`." })
  atRisk!: string;

  @Field(() => String, {
    nullable: true,
    description: "Money per point: `500.00 EUR`. Left out: points are for ladders.",
  })
  pointValue?: string | null;

  @Field(() => String, { nullable: true, description: "What allocations together may come to. Left out: `100 %`." })
  allocationLimit?: string | null;

  @Field(() => CapInput, {
    nullable: true,
    description: "The most of all credits of a period. Left out: what is at risk.",
  })
  creditCap?: CapInput | null;

  @Field(() => CapInput, { nullable: true, description: "The most of all credits of a year. Left out: no such cap." })
  yearlyCreditCap?: CapInput | null;

  @Field(() => CapInput, { nullable: true, description: "The most of all bonuses of a period. Left out: no such cap." })
  bonusCap?: CapInput | null;

  @Field(() => MoneyRoundingEnum, { nullable: true, description: "Of each line. Left out: HALF_UP." })
  rounding?: MoneyRounding | null;
}

@InputType({ description: "What a contract would say about money." })
export class WhatIfTermsInput extends WhatIfMoneyInput {
  @Field(() => [ClauseInput], { description: "At least one, at most 100." })
  clauses!: ClauseInput[];

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether one incident yields one credit, however many objectives it affects. Left out: no.",
  })
  singleIncident?: boolean | null;
}

@InputType({ description: "An objective, and what it would come to." })
export class WhatIfObjectiveInput {
  @Field(() => String, { description: "The code by which clauses name it." })
  code!: string;

  @Field(() => WhatIfAimsInput, { description: "What it demands." })
  aims!: WhatIfAimsInput;

  @Field(() => [WhatIfFigureInput], { description: "One of each period, in order; at most 60." })
  figures!: WhatIfFigureInput[];
}
