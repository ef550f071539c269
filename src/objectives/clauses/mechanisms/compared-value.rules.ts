import type { KpiDefinition } from "../../../kpis/kpi-definition";
import type { Ratio } from "../../../kpis/target.rules";
import {
  compare,
  minus,
  negated,
  over,
  rational,
  roundedTo,
  times,
  ZERO,
  type Rational,
} from "../../../shared/rational";
import type { AimLevel, BandReading } from "../clause";
import type { Aims } from "../../objective-terms";
import type { ClauseReading, EventsMissed } from "./clause-reading";

type Kpi = Pick<KpiDefinition, "unit" | "direction">;

/** An exact value; null without anything to divide by. */
export function exactValue({ numerator, denominator }: Ratio): Rational | null {
  const bottom = rational(denominator ?? "1");
  return bottom.top === 0n ? null : over(rational(numerator), bottom);
}

/** The value as the contract compares it: unrounded, unless the aims round it (semantics R3). */
export function comparedValue({ value, aims, kpi }: Pick<ClauseReading, "value" | "aims" | "kpi">): Rational | null {
  const exact = value && exactValue(value);
  return exact && aims.rounding
    ? rounded(exact, { kind: aims.rounding.mode, decimals: aims.rounding.decimals }, kpi)
    : exact;
}

/**
 * The value as bands read it. `continuous`: as it is compared; otherwise the unrounded value is cut or rounded to the
 * decimals the bands are written to, never one that was rounded before.
 * | value   | bands     | read   |
 * | 98.95 % | truncate  | 98.9 % |
 * | 98.95 % | half_up   | 99.0 % |
 */
export function bandValue(reading: Pick<ClauseReading, "value" | "aims" | "kpi">, bands: BandReading): Rational | null {
  if (bands.kind === "continuous") return comparedValue(reading);
  const exact = reading.value && exactValue(reading.value);
  return exact && rounded(exact, bands, reading.kpi);
}

/** Cut or rounded to decimals of what people see: of the percentage for shares, of the unit otherwise. */
export function rounded(value: Rational, { kind, decimals }: BandReading, { unit }: Pick<Kpi, "unit">): Rational {
  if (kind === "continuous") return value;
  const steps = rational(10n ** BigInt(decimals ?? 0) * (unit === "share" || unit === "percent" ? 100n : 1n));
  const whole = roundedTo(times(value, steps), kind === "truncate" ? "down" : "half_up");
  return over(rational(whole), steps);
}

/** By how much a value is worse than a bound in the KPI's direction; negative: better. A range counts as maximised. */
export function worseBy(value: Rational, bound: Rational, { direction }: Pick<Kpi, "direction">): Rational {
  const below = minus(bound, value);
  return direction === "minimise" ? negated(below) : below;
}

/** What a value lacks to a level; 0 when it is reached (equal is reached), null without the level. */
export function shortfallOf(
  value: Rational,
  level: AimLevel,
  { aims, kpi }: { aims: Aims; kpi: Kpi },
): Rational | null {
  const aim = aims[level];
  if (aim === null) return null;
  const lacks = worseBy(value, rational(aim), kpi);
  return compare(lacks, ZERO) > 0 ? lacks : ZERO;
}

/**
 * Events and misses of a value, where its KPI counts events: those of a share, and of a count that is to be small.
 * | KPI             | numerator | denominator | events | misses |
 * | share, maximise |        29 |          30 |     30 |      1 |
 * | share, minimise |         2 |          40 |     40 |      2 |
 * | count, minimise |         7 | none        | null   |      7 |
 */
export function eventsMissed({ unit, direction }: Kpi, value: Ratio | null): EventsMissed | null {
  if (value === null || direction === "range") return null;
  const { numerator, denominator } = value;
  if (unit === "count" && direction === "minimise" && denominator === null) return { events: null, misses: numerator };
  if (unit !== "share" || denominator === null) return null;
  if (![numerator, denominator].every((one) => /^\d+$/.test(one))) return null;
  const misses = direction === "maximise" ? BigInt(denominator) - BigInt(numerator) : BigInt(numerator);
  return misses < 0n ? null : { events: denominator, misses: String(misses) };
}
