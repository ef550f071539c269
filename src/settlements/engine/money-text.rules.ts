import type { PeriodKind } from "../../shared/period";
import { display } from "../../kpis/kpi-display.rules";
import { number } from "../../kpis/number-display.rules";
import { Decimal } from "../../shared/decimal";
import { comparedValue, exactValue } from "../../objectives/clauses/mechanisms/compared-value.rules";
import { decimalText, rational, type Rational } from "../../shared/rational";
import type { MeasuredFigure } from "../../kpis/figure.rules";
import type { ObjectiveInPeriod } from "./period-input";
import type { ObjectiveReading } from "./settled-period";

/** Minor units for people: `€ 2,000.00`; parts of a minor unit with two digits more. */
export function moneyText(minorUnits: Rational, currency: string): string {
  const precision = minorUnits.bottom === 1n ? 2 : 4;
  return display({ unit: "money", precision }, decimalText(minorUnits), "en", currency);
}

export const pointsText = (points: Rational): string => plainNumber(decimalText(points), 4);

/** `6`, `2.5`, `0.3333`: at most so many decimals, no zeros at the end. */
export function plainNumber(value: string, decimals: number): string {
  const exact = new Decimal(value).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  return number(exact, exact.decimalPlaces(), "en");
}

/** A figure with the sums it comes from: `96.5 % (193 of 200)`; enough digits to tell it from its target. */
export function figureText(kpi: ObjectiveInPeriod["kpi"], figure: MeasuredFigure): string {
  const { numerator, denominator } = figure;
  if (numerator === null && figure.value === null) return "no value";
  const exact = exactValue({ numerator: numerator ?? figure.value!, denominator });
  if (exact === null) return "no value";
  const shown = levelText(kpi, decimalText(exact));
  const isShare = kpi.unit === "share" || kpi.unit === "percent";
  return isShare && denominator !== null
    ? `${shown} (${plainNumber(numerator!, 4)} of ${plainNumber(denominator, 4)})`
    : shown;
}

/** A level of a KPI with up to four digits more than it is shown with elsewhere, without zeros at the end. */
export function levelText(kpi: ObjectiveInPeriod["kpi"], value: string): string {
  const shifted = kpi.unit === "share" || kpi.unit === "percent" ? new Decimal(value).times(100) : new Decimal(value);
  const needed = shifted.toDecimalPlaces(kpi.precision + 4, Decimal.ROUND_HALF_UP).decimalPlaces();
  return display({ ...kpi, precision: Math.max(kpi.precision, needed) }, value, "en");
}

/** As the contract compares it: rounded where the aims say so. */
export function comparedText(reading: ObjectiveReading): string {
  const compared = comparedValue(valueOf(reading));
  return compared ? levelText(reading.kpi, decimalText(compared)) : "no value";
}

/** What is compared, in the shape of the clauses' arithmetic. */
export const valueOf = ({ kpi, aims, figure }: Pick<ObjectiveReading, "kpi" | "aims" | "figure">) => {
  const numerator = figure.numerator ?? figure.value;
  return { kpi, aims, value: numerator === null ? null : { numerator, denominator: figure.denominator } };
};

/** Amounts that the rule of a mechanism tells in minor units, in the contract's currency. */
export const inCurrency = (sentence: string, currency: string): string =>
  sentence.replace(/(-?\d+(?:\.\d+)?) minor units/g, (_, minor: string) => moneyText(rational(minor), currency));

/** `1 month`, `3 quarters`. */
export const periodsText = (count: number, kind: PeriodKind): string => `${count} ${kind}${count === 1 ? "" : "s"}`;

/** Points, money or both: `3 points, € 600.00`. */
export const dueText = (points: Rational, amount: Rational, currency: string): string =>
  [
    ...(points.top === 0n ? [] : [`${pointsText(points)} points`]),
    ...(amount.top === 0n ? [] : [moneyText(amount, currency)]),
  ].join(", ") || "nothing";
