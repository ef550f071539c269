import { judgement } from "../../scorecards/objective-outcome.rules";
import type { ResultOfPeriod } from "../settlement-book.queries";
import { atLeast, atMost, binomial } from "../outlook/discrete-distribution.rules";

/** Whether single events stand behind a result: then they could have fallen otherwise. */
export const countsEvents = ({ kpi, item }: ResultOfPeriod): boolean =>
  kpi.unit === "share" &&
  item.status === "OK" &&
  item.numerator !== null &&
  item.denominator === String(item.sample) &&
  Number(item.numerator) <= item.sample;

/**
 * How likely the target is attained when as many events come at the rate seen: all that the misses allowed leave room for,
 * by the binomial distribution.
 * | seen      | target | misses allowed | chance            |
 * | 80 of 100 |   80 % |             20 | 0.5594…           |
 * | 79 of 100 |   80 % |             20 | 0.4547…           |
 * | 30 of 30  |   90 % |              3 | 1                 |
 * Null: single events do not stand behind it, or it is not judged.
 */
export function chanceOfTarget(result: ResultOfPeriod): number | null {
  if (!countsEvents(result)) return null;
  const { item, kpi, aims, outcome } = result;
  const { missesAllowed } = judgement(item, { kpi, aims }, { isOver: true });
  if (missesAllowed === null || outcome === "undetermined" || outcome === "not_measured") return null;
  const drawn = binomial(item.sample, item.sample === 0 ? 0 : Number(item.numerator) / item.sample);
  return kpi.direction === "maximise" ? atLeast(drawn, item.sample - missesAllowed) : atMost(drawn, missesAllowed);
}
