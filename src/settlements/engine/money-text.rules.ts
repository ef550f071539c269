import { daysBetween } from "../../shared/day";
import type { Period, PeriodKind } from "../../shared/period";
import { display } from "../../kpis/kpi-display.rules";
import { number } from "../../kpis/number-display.rules";
import { Decimal } from "../../shared/decimal";
import { comparedValue, exactValue } from "../../objectives/clauses/mechanisms/compared-value.rules";
import { shownLevel, shownValue } from "../../objectives/clauses/mechanisms/readable.rules";
import { compare, decimalText, negated, over, rational, times, type Rational } from "../../shared/rational";
import type { MeasuredFigure } from "../../kpis/figure.rules";
import type { Stretch } from "./clause-case.rules";
import type { ObjectiveInPeriod } from "./period-input";
import type { ObjectiveReading } from "./settled-period";

/** Minor units for people: `€ 2,000.00`; parts of a minor unit with two digits more. */
export function moneyText(minorUnits: Rational, currency: string): string {
  const precision = minorUnits.bottom === 1n ? 2 : 4;
  return display({ unit: "money", precision }, decimalText(minorUnits), "en", currency);
}

/** `6`, `2.5`, `0.3333`: at most so many decimals, no zeros at the end. */
export function plainNumber(value: string, decimals: number): string {
  const exact = new Decimal(value).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  return number(exact, exact.decimalPlaces(), "en");
}

/** A figure with the sums it comes from: `96.5 % (193 of 200)`; enough digits to tell it from these levels. */
export function figureText(
  kpi: ObjectiveInPeriod["kpi"],
  { numerator, denominator, value }: MeasuredFigure,
  levels: readonly (string | null)[] = [],
): string {
  if (numerator === null && value === null) return "no value";
  const exact = exactValue({ numerator: numerator ?? value!, denominator });
  if (exact === null) return "no value";
  const shown = shownValue(exact, kpi, besides(levels));
  const isShare = kpi.unit === "share" || kpi.unit === "percent";
  return isShare && denominator !== null
    ? `${shown} (${plainNumber(numerator!, 4)} of ${plainNumber(denominator, 4)})`
    : shown;
}

const besides = (levels: readonly (string | null)[]): Rational[] =>
  levels.flatMap((level) => (level === null ? [] : rational(level)));

/** Those an objective is held against. */
export const levelsOf = ({ target, minimum, expected }: ObjectiveReading["aims"]): (string | null)[] => [
  target,
  minimum,
  expected,
];

/** A level of a KPI as the contract writes it. */
export const levelText = (kpi: ObjectiveInPeriod["kpi"], value: string): string => shownLevel(rational(value), kpi);

/** As the contract compares it: rounded where the aims say so. */
export function comparedText(reading: ObjectiveReading): string {
  const compared = comparedValue(valueOf(reading));
  return compared ? shownValue(compared, reading.kpi, besides(levelsOf(reading.aims))) : "no value";
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

/** Money for people, and whose it is where it is ours: `€ 500.00 in the provider's favour`. */
export const favourText = (amount: Rational, currency: string): string =>
  amount.top < 0n ? `${moneyText(negated(amount), currency)} in the provider's favour` : moneyText(amount, currency);

/** `1 point`, `2.5 points`. */
export const pointsText = (points: Rational): string => {
  const text = plainNumber(decimalText(points), 4);
  return `${text} ${text === "1" ? "point" : "points"}`;
};

/** Points, money or both: `3 points, € 600.00`. */
export const dueText = (points: Rational, amount: Rational, currency: string): string =>
  [
    ...(points.top === 0n ? [] : [pointsText(points)]),
    ...(amount.top === 0n ? [] : [favourText(amount, currency)]),
  ].join(", ") || "nothing is due";

/** The part of a period that a stretch is: `8 of 31 days` where it counts by its days, else a percentage. */
export function partText({ days, share }: Pick<Stretch, "days" | "share">, { from, until }: Period): string {
  const part = rational(share);
  const [own, whole] = [daysBetween(days.from, days.until ?? until), daysBetween(from, until)];
  const isByTime = compare(part, over(rational(own), rational(whole))) === 0;
  if (isByTime) return `${own} of ${whole} days`;
  return `${plainNumber(decimalText(times(part, rational(100))), 2)} % of the volume`;
}
