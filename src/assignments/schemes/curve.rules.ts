import { isMet } from "../../kpis/target.rules";
import type { CurvePoint, CurveScheme } from "../scoring-scheme";
import { ascends } from "./levels.rules";
import { compare, fractionOf, type Fraction } from "../../kpis/exact.rules";
import { onLine, type Measured, type SchemeScore } from "./measured.rules";

/**
 * Straight from point to point, flat outside (semantics §5): minimum, elbow, required level, incentive level. Of one
 * value; whether values or scores of the days are averaged is for whoever has the days. 90: 0, 95: 80, 98: 100:
 * | value | score |
 * |    85 |     0 |
 * |  92.5 |    40 |
 * |  96.5 |    90 |
 * |   100 |   100 |
 */
export function curveScore({ points }: CurveScheme, measured: Measured): SchemeScore {
  const given = fractionOf(measured.value);
  if (!given) return { score: null, level: null, isMet: null };
  const { direction, value, target } = measured;
  const rising = ascends(points.map((one) => one.value)) ? points : [...points].reverse();
  return {
    score: heightAt(rising, given),
    level: null,
    isMet: target === null ? null : isMet(direction, value, target),
  };
}

function heightAt(rising: readonly CurvePoint[], given: Fraction): string {
  const next = rising.findIndex((point) => compare(given, point.value) < 0);
  if (next === -1) return rising.at(-1)!.score;
  if (next === 0) return rising[0]!.score;
  return onLine(given, rising[next - 1]!, rising[next]!);
}
