import { isMet } from "../../kpis/target.rules";
import { Decimal } from "../../shared/decimal";
import type { WorstBestScheme } from "../scoring-scheme";
import { compare, fractionOf } from "../../kpis/exact.rules";
import { onLine, type Measured, type SchemeScore } from "./measured.rules";

/**
 * `clamp((worst − actual) ÷ (worst − best), 0, 1)` times 100 (semantics §5): worst and best carry the direction.
 * | worst | best | actual | score   | of a weight      |
 * |    65 |  100 |     90 | 71.428… | 40 → 28.57 (X48) |
 * |   600 |  300 |    420 |      60 | 30 → 18.00 (X48) |
 * |    65 |  100 |     60 |       0 |                  |
 */
export function worstBestScore({ worst, best }: WorstBestScheme, measured: Measured): SchemeScore {
  const given = fractionOf(measured.value);
  if (!given) return { score: null, level: null, isMet: null };
  const rises = new Decimal(best).gt(worst);
  const direction = rises ? ("maximise" as const) : ("minimise" as const);
  const met = measured.target === null ? null : isMet(direction, measured.value, measured.target);
  const towardsBest = (bound: string): number => (rises ? compare(given, bound) : -compare(given, bound));
  if (towardsBest(worst) <= 0) return { score: "0", level: null, isMet: met };
  if (towardsBest(best) >= 0) return { score: "100", level: null, isMet: met };
  const score = onLine(given, { value: worst, score: "0" }, { value: best, score: "100" });
  return { score, level: null, isMet: met };
}
