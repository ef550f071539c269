import { Field, ObjectType } from "type-graphql";
import { MoneyType } from "../../kpis/money.type";
import type { Pays } from "../../objectives/clauses/clause";
import { PaysEnum } from "../../objectives/clauses/clause-enums.type";
import { Decimal } from "../../platform/graphql/scalars";

@ObjectType("WhatIfPay", { simpleResolvers: true, description: "What one rule pays." })
export class WhatIfPayType {
  @Field(() => PaysEnum, { description: "What the amount means." })
  pays!: Pays;

  @Field(() => Decimal, { description: "Unrounded; a share is a ratio: 0.02 is 2 %. Money in minor units." })
  amount!: string;

  @Field(() => MoneyType, { description: "What that is worth, rounded half up." })
  money!: MoneyType;

  @Field(() => String, { description: "The rule, as a sentence." })
  rule!: string;
}
