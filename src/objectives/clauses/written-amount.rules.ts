import { minorDigits } from "../../kpis/currency.rules";
import { Decimal } from "../../shared/decimal";
import { writtenTarget } from "../target.rules";
import type { Cap, Pays } from "./clause";
import type { PromisedObjective } from "./promised-objective";

/** `0.1` as `10 %`. */
export const writtenShare = (exact: string): string => `${new Decimal(exact).times(100).toString()} %`;

/** Minor units as people write money; fractions of them keep their decimals. */
export function writtenMoney(exact: string, currency: string): string {
  const digits = minorDigits(currency);
  const value = new Decimal(exact).div(new Decimal(10).pow(digits));
  return `${value.decimalPlaces() > digits ? value.toString() : value.toFixed(digits)} ${currency}`;
}

/** A number where it says the same, as people write points and multipliers. */
export const writtenNumber = (exact: string): number | string =>
  new Decimal(Number(exact)).eq(exact) ? Number(exact) : exact;

/** What a clause pays, as `readAmount` reads it. */
export function writtenAmount(pays: Pays, exact: string, currency: string): string | number {
  if (pays === "points") return writtenNumber(exact);
  return pays === "money" ? writtenMoney(exact, currency) : writtenShare(exact);
}

export const writtenCap = (cap: Cap | null, currency: string) =>
  cap && { pays: cap.pays, amount: writtenAmount(cap.pays, cap.amount, currency) };

/** A value in the unit of the KPI; the bare number where the KPI is not known. */
export const writtenValue = (exact: string, kpi: PromisedObjective["kpi"] | null, currency: string): string =>
  kpi ? writtenTarget(exact, kpi, currency) : exact;
