import { Decimal } from "../../shared/decimal";

/** Wide enough for sums of products to be exact, so that neither order nor grouping of the parts shows. */
export const Wide = Decimal.clone({ precision: 120 });

export const total = (all: readonly (string | Decimal)[]): Decimal =>
  all.reduce<Decimal>((sum, one) => sum.plus(one), new Wide(0));
