import { Exact, fractionOf } from "../kpis/exact.rules";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { allowableMisses, isMet, type Ratio } from "../kpis/target.rules";
import type { Decimal } from "../shared/decimal";
import type { ComparisonRounding } from "./objective-terms";

type Unit = KpiDefinition["unit"];
export type Judged = Pick<KpiDefinition, "direction" | "unit">;

/** Steps of the last decimal that counts, in one whole: percentages are rounded as they are written. */
function stepsPerUnit(unit: Unit, { decimals }: ComparisonRounding): Decimal {
  const hundreds = unit === "share" || unit === "percent" ? HUNDREDTHS : 0;
  return new Exact(10).pow(decimals + hundreds);
}

const HUNDREDTHS = 2;

/**
 * The value that is held against a level: as it is, unless the contract says that it is rounded first. Rounded exactly,
 * halves away from 0; truncated towards 0. Money is rounded in minor units.
 * | value             | unit    | rounding            | compared |
 * | 99,951 of 100,000 | share   | none                | 0.99951  |
 * | 99,951 of 100,000 | share   | half_up, 1 decimal  | 1        |
 * | 99,951 of 100,000 | share   | truncate, 1 decimal | 0.999    |
 * | 305 of 10         | seconds | half_up, 0 decimals | 31       |
 */
export function compared(value: Ratio, unit: Unit, rounding: ComparisonRounding | null): Ratio {
  const exact = rounding && fractionOf(value);
  if (!exact) return value;
  const steps = stepsPerUnit(unit, rounding);
  const scaled = exact.top.abs().times(steps);
  const up = rounding.mode === "half_up" ? exact.bottom.div(2) : new Exact(0);
  const whole = scaled.plus(up).divToInt(exact.bottom);
  const signed = exact.top.isNegative() ? whole.negated() : whole;
  return { numerator: signed.div(steps).toFixed(), denominator: null };
}

/** Whether a value reaches a level as the contract compares them; null where one number cannot judge. */
export const reaches = (value: Ratio, level: string, judged: Judged, rounding: ComparisonRounding | null) =>
  isMet(judged.direction, compared(value, judged.unit, rounding), level);

/** An exact value at which outcomes change. */
export interface Bound {
  readonly value: Decimal;
  /** Whether it still reaches the level itself; otherwise only what is better does. */
  readonly isReached: boolean;
}

/**
 * The worst value that still reaches a level once it is rounded.
 * | direction | level | rounding           | bound           |
 * | maximise  | 100 % | half_up, 1 decimal | 99.95 %         |
 * | maximise  | 100 % | truncate           | 100 %           |
 * | minimise  |   5 % | half_up, 1 decimal | below 5.05 %    |
 * | minimise  |   5 % | truncate, 1        | below 5.1 %     |
 */
export function worstReaching(level: string, { direction, unit }: Judged, rounding: ComparisonRounding): Bound {
  const steps = stepsPerUnit(unit, rounding);
  const scaled = new Exact(level).times(steps);
  const half = rounding.mode === "half_up" ? "0.5" : null;
  if (direction === "maximise")
    return {
      value: scaled
        .ceil()
        .minus(half ?? 0)
        .div(steps),
      isReached: true,
    };
  return {
    value: scaled
      .floor()
      .plus(half ?? 1)
      .div(steps),
    isReached: false,
  };
}

/**
 * How many of n may miss so that a share still reaches its level as the contract compares them (semantics §6).
 * | direction | n     | level  | rounding           | misses allowed |
 * | maximise  |    30 |   0.99 | none               |              0 |
 * | maximise  | 2,000 |      1 | half_up, 1 decimal |              1 |
 * | minimise  |   200 |   0.05 | half_up, 0         |             10 |
 */
export function missesAllowed(n: number, level: string, judged: Judged, rounding: ComparisonRounding | null) {
  if (!rounding || judged.direction === "range") return allowableMisses(judged.direction, n, level);
  const { value, isReached } = worstReaching(level, judged, rounding);
  const most = (judged.direction === "maximise" ? new Exact(1).minus(value) : value).times(n);
  const allowed = isReached ? most.floor() : most.ceil().minus(1);
  return Exact.min(n, Exact.max(0, allowed)).toNumber();
}
