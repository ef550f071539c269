import type { KpiDefinition } from "../../../kpis/kpi-definition";
import {
  compare,
  least,
  minus,
  negated,
  over,
  plus,
  rational,
  sumOf,
  times,
  ZERO,
  type Rational,
} from "../../../shared/rational";
import type { Mechanism } from "../clause";
import { worseBy } from "./compared-value.rules";

type Ratchet = Extract<Mechanism, { kind: "ratchet" }>;

export interface RatchetReading {
  readonly kpi: Pick<KpiDefinition, "unit" | "direction">;
  readonly target: string;
  /** Exact values of the periods in a row, oldest first; decimals or fractions. */
  readonly values: readonly string[];
}

/**
 * The target after so many periods in a row above it: old + share × (mean − old), at most `most` × (whole − old) above the
 * old one (C9, C10). The whole is 1 for shares; of what is to be small it is 0. Null: the target stays, because there were
 * fewer periods, one of them did not pass the target, or the KPI has no direction.
 * | old  | mean | share | most | new     |
 * | 95 % | 97 % |   1/2 | none | 96 %    |
 * | 95 % | 99 % |   1/2 | 0.2  | 96 %    |
 * | 30 s | 20 s |   1/2 | none | 25 s    |
 */
export function ratchetTarget(
  { periods, share, most }: Ratchet,
  { kpi, target, values }: RatchetReading,
): Rational | null {
  const old = rational(target);
  const last = values.slice(-periods).map(rational);
  const passes = (value: Rational): boolean => compare(worseBy(value, old, kpi), ZERO) < 0;
  if (kpi.direction === "range" || last.length < periods || !last.every(passes)) return null;
  const mean = over(sumOf(last), rational(last.length));
  const rise = times(rational(share), negated(worseBy(mean, old, kpi)));
  const limit = riseLimit(old, most, kpi);
  const by = limit === null ? rise : least(rise, limit);
  return kpi.direction === "minimise" ? minus(old, by) : plus(old, by);
}

/** How far a target may move at once; null: as far as it goes. */
function riseLimit(old: Rational, most: string | null, { unit, direction }: RatchetReading["kpi"]): Rational | null {
  if (most === null) return null;
  if (direction === "minimise") return times(rational(most), old);
  return unit === "share" || unit === "percent" ? times(rational(most), minus(rational(1), old)) : null;
}
