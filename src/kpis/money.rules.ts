import { Decimal } from "../shared/decimal";
import { minorDigits } from "./currency.rules";

/** An exact amount in the currency's major unit. */
export interface Money {
  readonly value: string;
  /** ISO 4217. */
  readonly currency: string;
}

/**
 * Minor units as money of a currency.
 * | minor  | currency | value   |
 * | 123450 | EUR      | 1234.50 |
 * |   1235 | JPY      | 1235    |
 */
export const moneyOf = (minor: string, currency: string): Money => {
  const digits = minorDigits(currency);
  return { value: new Decimal(minor).div(10 ** digits).toFixed(digits), currency };
};
