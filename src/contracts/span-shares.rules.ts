import { ONE, over, plus, rational, sumOf, times, ZERO, isZero, type Rational } from "../shared/rational";
import type { SpanRule } from "./amended-spans.rules";

/** A stretch of a period: its days, and how much happened in it. `volume` null: nothing is known, it has no part. */
export interface WeighedSpan {
  readonly rule: SpanRule;
  readonly days: number;
  readonly volume: number | null;
}

/**
 * The part of each stretch in the whole, exact; they add up to 1, or to 0 where nothing is known of any. Each rule weighs
 * a stretch against all that came before it: by what happened, or by days. Where nothing happened, days decide.
 * | days 10, 21 | volumes 300, 100 | rule      | shares       |
 * |             |                  | by volume | 3/4, 1/4     |
 * |             |                  | by time   | 10/31, 21/31 |
 */
export function spanShares(spans: readonly WeighedSpan[]): Rational[] {
  const known = spans.filter(({ volume }) => volume !== null);
  const shares = known.reduce<Rational[]>((before, span, at) => {
    if (at === 0) return [ONE];
    const own = partOf(span, known.slice(0, at));
    const rest = plus(ONE, { top: -own.top, bottom: own.bottom });
    return [...before.map((one) => times(one, rest)), own];
  }, []);
  let next = 0;
  return spans.map(({ volume }) => (volume === null ? ZERO : shares[next++]!));
}

function partOf(span: WeighedSpan, before: readonly WeighedSpan[]): Rational {
  const amount = ({ days, volume }: WeighedSpan, isByVolume: boolean): Rational =>
    rational(isByVolume ? (volume ?? 0) : days);
  const partBy = (isByVolume: boolean): Rational | null => {
    const all = sumOf([...before, span].map((one) => amount(one, isByVolume)));
    return isZero(all) ? null : over(amount(span, isByVolume), all);
  };
  return (span.rule === "by_volume" ? partBy(true) : null) ?? partBy(false) ?? ZERO;
}
