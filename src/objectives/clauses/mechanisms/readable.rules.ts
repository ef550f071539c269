import { Decimal } from "../../../shared/decimal";
import { decimalText, rational, times, type Rational } from "../../../shared/rational";
import type { Pays } from "../clause";
import type { AimLevel } from "../clause";
import type { ClauseReading } from "./clause-reading";

type Kpi = ClauseReading["kpi"];

/** An exact number as short as it reads: all its decimals up to ten, and a mark where there are more. */
export function shown(value: Rational): string {
  const text = decimalText(value);
  const short = new Decimal(text).toDecimalPlaces(10).toFixed();
  return short === new Decimal(text).toFixed() ? short : `${short}…`;
}

/** A value in its unit: `98.95 %`, `47 s`. Amounts of money are in minor units, since no currency is known here. */
export function shownValue(value: Rational, { unit }: Pick<Kpi, "unit">): string {
  if (unit === "share" || unit === "percent") return `${shown(times(value, rational(100)))} %`;
  return unit === "seconds" ? `${shown(value)} s` : shown(value);
}

/** A distance between values: `2.7 percentage points`, `17 s`. */
export function shownDistance(value: Rational, { unit }: Pick<Kpi, "unit">): string {
  if (unit !== "share" && unit !== "percent") return shownValue(value, { unit });
  const points = times(value, rational(100));
  return `${shown(points)} percentage ${points.top === 1n && points.bottom === 1n ? "point" : "points"}`;
}

/** What an amount of a clause means: `3 points`, `10 % of the fee`, `50000 minor units`. */
export function shownPay(pays: Pays, amount: Rational): string {
  if (pays === "points") return `${shown(amount)} ${shown(amount) === "1" ? "point" : "points"}`;
  if (pays === "money") return `${shown(amount)} minor units`;
  return `${shown(times(amount, rational(100)))} % of the ${pays === "fee_share" ? "fee" : "amount at risk"}`;
}

export const LEVEL_NAMES: Readonly<Record<AimLevel, string>> = {
  target: "target",
  minimum: "minimum",
  expected: "expected level",
};

/** `worse` and `better` in the words of a direction. */
export const worseWord = ({ direction }: Pick<Kpi, "direction">): string =>
  direction === "minimise" ? "above" : "below";
export const betterWord = ({ direction }: Pick<Kpi, "direction">): string =>
  direction === "minimise" ? "below" : "above";
