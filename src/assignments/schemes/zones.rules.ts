import { isMet } from "../../kpis/target.rules";
import { Decimal } from "../../shared/decimal";
import type { ZoneScheme } from "../scoring-scheme";
import { compare, fractionOf, type Fraction } from "../../kpis/exact.rules";
import { onLine, type Measured, type SchemeScore } from "./measured.rules";

/**
 * Points by zones, straight within a zone; a bound belongs to whichever side gives more points (semantics R4, §5).
 * Below 0; 70–80: 50 → 80; 80–90: 90 → 100; above 110:
 * | value | points | because                          |
 * |  69.9 |      0 | below                            |
 * |    70 |     50 | the zone gives more than below   |
 * |    75 |     65 | half way                         |
 * |    80 |     90 | 80 or 90: the better             |
 * |    90 |    110 | 100 or 110: the better           |
 */
export function zonesScore(scheme: ZoneScheme, measured: Measured): SchemeScore {
  const given = fractionOf(measured.value);
  if (!given) return { score: null, level: null, isMet: null };
  const { direction, value, target } = measured;
  return {
    score: pointsAt(scheme, given).reduce((most, one) => (new Decimal(one).gt(most) ? one : most)),
    level: null,
    isMet: target === null ? null : isMet(direction, value, target),
  };
}

/** What each part that holds the value says: one inside, two at a bound. */
function pointsAt({ below, zones, above }: ZoneScheme, given: Fraction): string[] {
  const holding = zones.filter(({ from, until }) => compare(given, from) >= 0 && compare(given, until) <= 0);
  const inside = holding.map(({ from, until, pointsFrom, pointsUntil }) =>
    onLine(given, { value: from, score: pointsFrom }, { value: until, score: pointsUntil }),
  );
  const isBelow = compare(given, zones[0]!.from) <= 0;
  const isAbove = compare(given, zones.at(-1)!.until) >= 0;
  return [...(isBelow ? [below] : []), ...inside, ...(isAbove ? [above] : [])];
}
