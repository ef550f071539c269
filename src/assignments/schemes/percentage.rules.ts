import { isMet } from "../../kpis/target.rules";
import { Exact, fractionOf, quotient } from "../../kpis/exact.rules";
import type { Measured, SchemeScore } from "./measured.rules";

const FULL = 100;

/**
 * The share itself as a score; of what is to be small, 100 less it (semantics R15, §5). Only for shares: 0 must be the
 * least and 1 the most there can be. Not for KPIs whose best lies in between.
 * | direction | value | score |
 * | maximise  | 0.83  |    83 |
 * | minimise  | 0.115 |  88.5 |
 */
export function percentageScore({ direction, unit, value, target }: Measured): SchemeScore {
  const given = fractionOf(value);
  if (!given || unit !== "share" || direction === "range") return { score: null, level: null, isMet: null };
  const share = Exact.min(Exact.max(given.top, 0), given.bottom);
  const good = direction === "maximise" ? share : given.bottom.minus(share);
  return {
    score: quotient(good.times(FULL), given.bottom),
    level: null,
    isMet: target === null ? null : isMet(direction, value, target),
  };
}
