import { Field, ObjectType } from "type-graphql";
import { Decimal as ExactDecimal } from "../shared/decimal";
import { Decimal } from "../platform/graphql/scalars";
import { minorDigits } from "./currency.rules";

@ObjectType("Money", { simpleResolvers: true, description: "An exact amount of money." })
export class MoneyType {
  @Field(() => Decimal, {
    description: "In the currency's major unit, with all its digits: `1234.50` EUR, `1235` JPY.",
  })
  value!: string;

  @Field(() => String, { description: "ISO 4217." })
  currency!: string;
}

/**
 * Minor units as money of a currency.
 * | minor  | currency | value    |
 * | 123450 | EUR      | 1234.50  |
 * |   1235 | JPY      | 1235     |
 */
export const moneyOf = (minor: string, currency: string): MoneyType => {
  const digits = minorDigits(currency);
  return { value: new ExactDecimal(minor).div(10 ** digits).toFixed(digits), currency };
};
