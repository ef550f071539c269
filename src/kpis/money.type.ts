import { Field, ObjectType } from "type-graphql";
import { Decimal } from "../platform/graphql/scalars";

@ObjectType("Money", { simpleResolvers: true, description: "An exact amount of money." })
export class MoneyType {
  @Field(() => Decimal, {
    description: "In the currency's major unit, with all its digits: `1234.50` EUR, `1235` JPY.",
  })
  value!: string;

  @Field(() => String, { description: "ISO 4217." })
  currency!: string;
}
