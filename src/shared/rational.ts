import { Decimal } from "./decimal";

/** A quotient of whole numbers in lowest terms; the bottom is above 0. Sums, products and quotients of it are exact. */
export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

type MoneyRounding = "half_up" | "half_even" | "down" | "up";

const FORM = /^(-?)(\d+)(?:\.(\d+))?(?:\/(\d+))?$/;

/**
 * Reads a decimal or a fraction of whole numbers.
 * | text   | read as |
 * | 0.125  | 1/8     |
 * | -1.5   | -3/2    |
 * | 1/3    | 1/3     |
 */
export function rational(written: string | number | bigint): Rational {
  const match = FORM.exec(plain(written));
  if (!match) throw new RangeError(`"${String(written)}" is no decimal and no fraction.`);
  const [, sign, whole, decimals = "", under = "1"] = match;
  const top = BigInt(`${whole!}${decimals}`);
  return quotientOf(sign === "-" ? -top : top, 10n ** BigInt(decimals.length) * BigInt(under));
}

export const ZERO: Rational = { top: 0n, bottom: 1n };
export const ONE: Rational = { top: 1n, bottom: 1n };

export const plus = (a: Rational, b: Rational): Rational =>
  quotientOf(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const minus = (a: Rational, b: Rational): Rational => plus(a, negated(b));
export const times = (a: Rational, b: Rational): Rational => quotientOf(a.top * b.top, a.bottom * b.bottom);
/** Refuses to divide by 0. */
export const over = (a: Rational, b: Rational): Rational => quotientOf(a.top * b.bottom, a.bottom * b.top);
export const negated = ({ top, bottom }: Rational): Rational => ({ top: -top, bottom });
export const sumOf = (all: readonly Rational[]): Rational => all.reduce(plus, ZERO);

/** Negative: `a` is less than `b`; 0: they are equal. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const most = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
export const isZero = ({ top }: Rational): boolean => top === 0n;

/** The greatest whole number that is not above. */
export function floorOf({ top, bottom }: Rational): bigint {
  const cut = top / bottom;
  return top < 0n && cut * bottom !== top ? cut - 1n : cut;
}

/**
 * To a whole number; both halves and directions are told by the size, so that a credit and a bonus round alike.
 * | value | half_up | half_even | down | up |
 * |   2.5 |       3 |         2 |    2 |  3 |
 * |  -2.5 |      -3 |        -2 |   -2 | -3 |
 * |   1/3 |       0 |         0 |    0 |  1 |
 */
export function roundedTo({ top, bottom }: Rational, rounding: MoneyRounding): bigint {
  const size = top < 0n ? -top : top;
  const cut = size / bottom;
  const whole = isRaised({ cut, rest: size % bottom, bottom }, rounding) ? cut + 1n : cut;
  return top < 0n ? -whole : whole;
}

/** A decimal of 34 significant digits, half up: exact wherever the quotient ends within them. */
export const decimalText = ({ top, bottom }: Rational): string =>
  new Decimal(top.toString()).div(new Decimal(bottom.toString())).toString();

/** So exact that `rational` reads the same number: a decimal, or a fraction where the decimal does not end. */
export function exactText(value: Rational): string {
  if (value.bottom === 1n) return String(value.top);
  const decimals = decimalsOf(value.bottom);
  const digits = decimals === null ? null : (value.top * 10n ** BigInt(decimals)) / value.bottom;
  if (digits === null || String(digits).length > Decimal.precision) return `${value.top}/${value.bottom}`;
  const [sign, size] = digits < 0n ? ["-", -digits] : ["", digits];
  const text = String(size).padStart(decimals! + 1, "0");
  return `${sign}${text.slice(0, -decimals!)}.${text.slice(-decimals!)}`;
}

/** How many decimals a quotient in lowest terms has; null: it does not end, or only after more than are kept. */
function decimalsOf(bottom: bigint): number | null {
  const tens = [2n, 5n].map((prime) => {
    let times = 0;
    for (; bottom % prime === 0n && times <= Decimal.precision; times++) bottom /= prime;
    return times;
  });
  return bottom === 1n ? Math.max(...tens) : null;
}

interface Cut {
  readonly cut: bigint;
  readonly rest: bigint;
  readonly bottom: bigint;
}

function isRaised({ cut, rest, bottom }: Cut, rounding: MoneyRounding): boolean {
  if (rounding === "down" || rest === 0n) return false;
  if (rounding === "up") return true;
  const toHalf = 2n * rest - bottom;
  return toHalf > 0n || (toHalf === 0n && (rounding === "half_up" || cut % 2n === 1n));
}

/** Numbers of JavaScript are written without exponents, decimals of the engine already are. */
const plain = (written: string | number | bigint): string =>
  typeof written === "number" ? new Decimal(written).toFixed() : String(written);

function quotientOf(top: bigint, bottom: bigint): Rational {
  if (bottom === 0n) throw new RangeError("Nothing can be divided by 0.");
  const divisor = greatestDivisor(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom) * (bottom < 0n ? -1n : 1n);
  return { top: top / divisor, bottom: bottom / divisor };
}

/** What fits is worked out in plain numbers, which is much faster. */
function greatestDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) {
    if (a <= SAFE && b <= SAFE) return BigInt(safeDivisor(Number(a), Number(b)));
    [a, b] = [b, a % b];
  }
  return a;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function safeDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
