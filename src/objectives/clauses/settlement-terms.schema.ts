import { z } from "zod";
import { dayField } from "../../shared/fields";
import { orElse, orNull } from "../../shared/lenient";
import { PERIOD_KINDS } from "../../shared/period";
import { MONEY_ROUNDINGS, STAGES, type MoneyRounding, type Stage } from "./clause";
import { capSchema, clauseSchema } from "./clause.schema";
import { amountField } from "./mechanism.schema";

const MOST_CLAUSES = 500;

/** What a contract says about money, as people write it; defaults are those of most contracts. */
export const moneyTermsShape = {
  settledBy: orElse(z.enum(PERIOD_KINDS), "month" as const),
  fee: amountField,
  atRisk: amountField,
  allocationLimit: orElse(amountField, "100 %"),
  pointValue: orNull(amountField),
  creditCap: orNull(capSchema),
  yearlyCreditCap: orNull(capSchema),
  bonusCap: orNull(capSchema),
  singleIncident: orElse(z.boolean(), false),
  order: orElse(z.array(z.enum(STAGES)), [...STAGES] as Stage[]),
  rounding: orElse(z.enum(MONEY_ROUNDINGS), "half_up" as MoneyRounding),
  clauses: z.array(clauseSchema).min(1).max(MOST_CLAUSES),
};
export const moneyTermsSchema = z.strictObject(moneyTermsShape);
export type WrittenMoneyTerms = z.infer<typeof moneyTermsSchema>;
export type RawMoneyTerms = z.input<typeof moneyTermsSchema>;

export const settlementVersionSchema = z.strictObject({
  /** Left out: from the contract's first day, or from the amendment's. */
  validFrom: orNull(dayField),
  validUntil: orNull(dayField),
  /** Code of the amendment that brings it, in the place of `validFrom`. */
  amendment: orNull(z.string()),
  ...moneyTermsShape,
});

export const settlementTermsSchema = z.strictObject({
  client: z.string(),
  contract: z.string(),
  versions: z.array(settlementVersionSchema),
});
export type SettlementTermsInput = z.input<typeof settlementTermsSchema>;
export type WrittenSettlementVersion = z.infer<typeof settlementVersionSchema>;
