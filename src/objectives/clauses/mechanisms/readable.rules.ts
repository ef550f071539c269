import { display } from "../../../kpis/kpi-display.rules";
import { number } from "../../../kpis/number-display.rules";
import { Decimal } from "../../../shared/decimal";
import { compare, decimalText, over, rational, roundedTo, times, ZERO, type Rational } from "../../../shared/rational";
import type { AimLevel, Pays } from "../clause";
import type { ClauseReading } from "./clause-reading";

type Unit = Pick<ClauseReading["kpi"], "unit">;

const FEWEST_DECIMALS = 2;
const MOST_DECIMALS = 4;
const LEVEL_DECIMALS = 10;

/**
 * A number for people: up to four decimals, half up, without zeros at the end; what is smaller keeps two digits, so that
 * something is never shown as nothing. The sums go on with the exact number.
 * | exact  | 2.70 | 1/3    | 12345 | 0.000012 |
 * | shown  | 2.7  | 0.3333 | 12,345 | 0.000012 |
 */
export function shown(value: Rational): string {
  const exact = new Decimal(decimalText(value));
  const short = exact.toDecimalPlaces(MOST_DECIMALS, Decimal.ROUND_HALF_UP);
  const kept = short.isZero() && !exact.isZero() ? exact.toSignificantDigits(2) : short;
  return number(kept, kept.decimalPlaces(), "en");
}

/**
 * A measured value in its unit, with as many decimals (of the percentage) as tell it from what it is held against: two,
 * up to four, and never rounded onto a bound that it only comes near to.
 * | exact       | beside | shown    |
 * | 19/20       | 98 %   | 95 %     |
 * | 514/605     | 85 %   | 84.96 %  |
 * | 0.84999     | 85 %   | 84.999 % |
 * | 0.849999999 | 85 %   | 84.9999 % |
 */
export function shownValue(value: Rational, { unit }: Unit, beside: readonly Rational[] = []): string {
  if (unit === "money") return minorUnits(value);
  const short = shortened(value, isPercentage(unit) ? 2 : 0, beside);
  return inUnit(short, unit);
}

/** A bound as the contract writes it: all its decimals. */
export const shownLevel = (level: Rational, { unit }: Unit): string =>
  unit === "money" ? minorUnits(level) : inUnit(level, unit);

const isPercentage = (unit: Unit["unit"]): boolean => unit === "share" || unit === "percent";

function shortened(value: Rational, shift: number, beside: readonly Rational[]): Rational {
  const isTold = (short: Rational): boolean => beside.every((bound) => compare(short, bound) === compare(value, bound));
  for (let decimals = FEWEST_DECIMALS; decimals <= MOST_DECIMALS; decimals += 1) {
    const short = toDecimals(value, decimals + shift, "half_up");
    if (isTold(short)) return short;
  }
  const [down, up] = (["down", "up"] as const).map((way) => toDecimals(value, MOST_DECIMALS + shift, way));
  return [down!, up!].find(isTold) ?? value;
}

function toDecimals(value: Rational, decimals: number, way: "half_up" | "down" | "up"): Rational {
  const units = rational(10n ** BigInt(decimals));
  return over(rational(roundedTo(times(value, units), way)), units);
}

function inUnit(value: Rational, unit: Unit["unit"]): string {
  const text = decimalText(value);
  const seen = isPercentage(unit) ? new Decimal(text).times(100) : new Decimal(text);
  const precision = Math.min(LEVEL_DECIMALS, seen.decimalPlaces());
  return display({ unit, precision }, text, "en");
}

/** A distance between values: `2.7 percentage points`, `17 s`. */
export function shownDistance(value: Rational, { unit }: Unit): string {
  if (unit === "money") return minorUnits(value);
  if (!isPercentage(unit)) return inUnit(shortened(value, 0, [ZERO]), unit);
  const points = times(value, rational(100));
  return `${shown(points)} percentage ${points.top === 1n && points.bottom === 1n ? "point" : "points"}`;
}

/** What an amount of a clause means: `3 points`, `10 % of the fee`, `50000 minor units`. */
export function shownPay(pays: Pays, amount: Rational): string {
  if (pays === "points") return `${shown(amount)} ${shown(amount) === "1" ? "point" : "points"}`;
  if (pays === "money") return minorUnits(amount);
  return `${shown(times(amount, rational(100)))} % of the ${pays === "fee_share" ? "fee" : "amount at risk"}`;
}

/** Money, since no currency is known here; `inCurrency` of the settlement engine writes it as people do. */
export const minorUnits = (amount: Rational): string =>
  `${new Decimal(decimalText(amount)).toDecimalPlaces(MOST_DECIMALS).toFixed()} minor units`;

export const LEVEL_NAMES: Readonly<Record<AimLevel, string>> = {
  target: "target",
  minimum: "minimum",
  expected: "expected level",
};

/** `worse` and `better` in the words of a direction. */
export const worseWord = ({ direction }: Pick<ClauseReading["kpi"], "direction">): string =>
  direction === "minimise" ? "above" : "below";
export const betterWord = ({ direction }: Pick<ClauseReading["kpi"], "direction">): string =>
  direction === "minimise" ? "below" : "above";
