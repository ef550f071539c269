import { isMet } from "../../kpis/target.rules";
import { Exact, fractionOf, quotient } from "../../kpis/exact.rules";
import type { Measured, SchemeScore } from "./measured.rules";

const FULL = 100;

/**
 * How far a target was reached, 0 to 100; more than reached stays 100. Null without a target, and for KPIs whose best
 * lies in between (`range`). What misses a target of nothing, or lies below nothing, has reached none of it.
 * | direction | value | target | score   |
 * | maximise  |  0.72 |   0.80 |      90 |
 * | maximise  |  0.95 |   0.80 |     100 |
 * | maximise  |     0 |      0 |     100 |
 * | minimise  |    40 |     30 |      75 |
 * | minimise  |     0 |     30 |     100 |
 * | minimise  |     5 |      0 |       0 |
 */
export function attainmentScore({ direction, value, target }: Measured): SchemeScore {
  const isEmpty = Number(value.denominator ?? 1) === 0;
  const met = isEmpty || target === null ? null : isMet(direction, value, target);
  if (met === null) return { score: null, level: null, isMet: null };
  if (met) return { score: String(FULL), level: null, isMet: true };
  const given = fractionOf(value)!;
  const wanted = new Exact(target!).times(given.bottom);
  if (wanted.lte(0) || given.top.lte(0)) return { score: "0", level: null, isMet: false };
  const [reached, whole] = direction === "maximise" ? [given.top, wanted] : [wanted, given.top];
  return { score: quotient(reached.times(FULL), whole), level: null, isMet: false };
}
