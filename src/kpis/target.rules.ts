import { Decimal } from "../shared/decimal";
import type { KpiDefinition } from "./kpi-definition";

type Direction = KpiDefinition["direction"];

/** Digits enough for every product of a target and a whole number below 2⁵³. */
const Exact = Decimal.clone({ precision: 100 });

/** A value as its two whole parts, so that nothing is rounded before it is compared. No denominator: 1. */
export interface Ratio {
  readonly numerator: string;
  readonly denominator: string | null;
}

/**
 * Whether an unrounded value reaches its target (semantics R3, R4): equal is met. A KPI whose best lies in between
 * is not judged by one number: null.
 * | direction | value    | target | met |
 * | maximise  | 800/1000 |   0.80 | yes |
 * | maximise  | 799/1000 |   0.80 | no  |
 * | minimise  | 300/10   |     30 | yes |
 */
export function isMet(direction: Direction, value: Ratio, target: string): boolean | null {
  if (direction === "range") return null;
  const distance = signOfDistance(value, target);
  return direction === "maximise" ? distance >= 0 : distance <= 0;
}

/** By how much the target was missed, in the KPI's unit, unrounded; 0 when it was met, null when not judged. */
export function shortfall(direction: Direction, value: Ratio, target: string): string | null {
  const met = isMet(direction, value, target);
  if (met === null) return null;
  if (met) return "0";
  return new Decimal(scaledDistance(value, target).abs()).div(new Decimal(value.denominator ?? 1).abs()).toString();
}

/**
 * Of a share that wants to be high: how many of n may miss so that the rest still reaches the target, ⌊n × (1 − t)⌋ in
 * exact decimals. Of a share that wants to be low, the events themselves are the misses: ⌊n × t⌋.
 * | direction | n  | target | misses allowed |
 * | maximise  | 30 |   0.99 | 0              |
 * | maximise  | 30 |   0.90 | 3              |
 * | minimise  | 40 |   0.05 | 2              |
 */
export function allowableMisses(direction: Direction, n: number, target: string): number | null {
  if (direction === "range") return null;
  const share = direction === "maximise" ? new Exact(1).minus(target) : new Exact(target);
  return Exact.max(0, share.times(n)).floor().toNumber();
}

/** Misses still left after those that happened; negative when the target is lost. */
export function missesLeft(direction: Direction, value: Ratio, target: string): number | null {
  const n = Number(value.denominator ?? 0);
  const allowed = allowableMisses(direction, n, target);
  if (allowed === null) return null;
  const happened = direction === "maximise" ? n - Number(value.numerator) : Number(value.numerator);
  return allowed - happened;
}

/**
 * Whether a value lies above its target (1), on it (0) or below (-1). Binary floats decide where they are far enough apart
 * for all that floats round, which is nearly always and much faster; decimals where they are not.
 */
function signOfDistance(value: Ratio, target: string): number {
  const [reached, wanted] = [Number(value.numerator), Number(target) * Number(value.denominator ?? 1)];
  const distance = reached - wanted;
  const isClear =
    Math.abs(distance) > 1e-12 * (Math.abs(reached) + Math.abs(wanted)) && Number(value.denominator ?? 1) > 0;
  return isClear ? Math.sign(distance) : Math.sign(scaledDistance(value, target).comparedTo(0));
}

/** (value − target) × |denominator|, without any division. */
function scaledDistance({ numerator, denominator }: Ratio, target: string): Decimal {
  const whole = new Exact(denominator ?? 1);
  const distance = new Exact(numerator).minus(new Exact(target).times(whole));
  return whole.isNegative() ? distance.negated() : distance;
}
