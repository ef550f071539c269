import type { Aims } from "../../objectives/objective-terms";
import { isZero, rational, sumOf, times, type Rational } from "../../shared/rational";

/** Aims of a stretch with its part in the whole. */
export interface WeighedAims {
  readonly aims: Aims;
  readonly share: Rational;
}

type Direction = "maximise" | "minimise" | "range";

/**
 * What a period is held against whose stretches have aims of their own: Σ share × target, and so the minimum and the
 * expected level where every stretch has one. Rounding and weight are those of the last stretch.
 * | shares   | targets    | target |
 * | 3/4, 1/4 | 0.80, 0.90 | 0.825  |
 */
export function combinedAims(weighed: readonly WeighedAims[], direction: Direction): Aims {
  const last = weighed.at(-1)!.aims;
  const known = weighed.filter(({ share }) => !isZero(share));
  if (known.length === 0) return last;
  const level = (of: (aims: Aims) => string | null): string | null => {
    const levels = known.map(({ aims, share }) => ({ level: of(aims), share }));
    if (levels.some((one) => one.level === null)) return null;
    const exact = sumOf(levels.map((one) => times(one.share, rational(one.level!))));
    return writtenLevel(exact, direction);
  };
  return { ...last, target: level(({ target }) => target)!, minimum: level(byMinimum), expected: level(byExpected) };
}

const byMinimum = ({ minimum }: Aims): string | null => minimum;
const byExpected = ({ expected }: Aims): string | null => expected;

/**
 * Digits enough that no value of whole numbers lies between a level and what is written of it: two quotients that differ
 * do so by 1 over the product of their denominators at least.
 */
const DECIMALS = 60;

/**
 * A level that does not end is cut towards the measured party (semantics R4), so that a value on it has reached it.
 * | level | direction | written         |
 * |   2/3 | maximise  | 0.666…6 (60 digits) |
 * |   2/3 | minimise  | 0.666…7         |
 */
export function writtenLevel({ top, bottom }: Rational, direction: Direction): string {
  const scale = 10n ** BigInt(DECIMALS);
  const isCut = (top * scale) % bottom !== 0n;
  const below = floorOf(top * scale, bottom);
  const digits = isCut && direction === "minimise" ? below + 1n : below;
  const sign = digits < 0n ? "-" : "";
  const text = String(digits < 0n ? -digits : digits).padStart(DECIMALS + 1, "0");
  const decimals = text.slice(-DECIMALS).replace(/0+$/, "");
  return `${sign}${text.slice(0, -DECIMALS)}${decimals === "" ? "" : `.${decimals}`}`;
}

function floorOf(top: bigint, bottom: bigint): bigint {
  const cut = top / bottom;
  return top % bottom !== 0n && top < 0n ? cut - 1n : cut;
}
