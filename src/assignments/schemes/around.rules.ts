import type { AroundScheme } from "../scoring-scheme";
import { compare, Exact, fractionOf } from "../../kpis/exact.rules";
import { onLine, type Measured, type SchemeScore } from "./measured.rules";

/**
 * A goal in the middle (semantics §5): full within the tolerance around the target, which is met; nothing at the limit
 * and beyond; straight in between, the same on both sides. Null without a target. Target 300, tolerance 30, limit 90:
 * | value    | score |
 * | 270, 330 |   100 |
 * | 240, 360 |    50 |
 * | 210, 390 |     0 |
 */
export function aroundScore({ tolerance, limit }: AroundScheme, { value, target }: Measured): SchemeScore {
  const given = fractionOf(value);
  if (!given || target === null) return { score: null, level: null, isMet: null };
  const off = { top: given.top.minus(new Exact(target).times(given.bottom)).abs(), bottom: given.bottom };
  if (compare(off, tolerance) <= 0) return { score: "100", level: null, isMet: true };
  if (compare(off, limit) >= 0) return { score: "0", level: null, isMet: false };
  const score = onLine(off, { value: tolerance, score: "100" }, { value: limit, score: "0" });
  return { score, level: null, isMet: false };
}
