import type { Cap } from "../../objectives/clauses/clause";
import { rational, times, type Rational } from "../../shared/rational";
import type { Setting } from "./clause-case.rules";

/** Fee × at risk, in exact minor units. */
export const poolOf = ({ terms, input }: Pick<Setting, "terms" | "input">): Rational =>
  times(rational(input.fee), rational(terms.atRisk));

/** What a cap comes to, in exact minor units, of a fee and the pool that belongs to it. */
export function capMoney({ pays, amount }: Cap, of: { fee: Rational; pool: Rational }): Rational {
  if (pays === "money") return rational(amount);
  return times(rational(amount), pays === "fee_share" ? of.fee : of.pool);
}
