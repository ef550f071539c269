import type { LevelRounding, LevelScheme } from "../scoring-scheme";
import { compare, Exact, fractionOf, type Fraction } from "../../kpis/exact.rules";
import type { Measured, SchemeScore } from "./measured.rules";

const PER_CENT = 100;

/**
 * The best level that the value still is of, after the rounding that was agreed; a bound belongs to the better level
 * (semantics R4, R5, §5). Poor; Average from 70 %; Good from 85 %; truncated to whole per cent, to be maximised:
 * | value  | level   |
 * | 84.9 % | Average |
 * | 85 %   | Good    |
 * Of what is to be small the bounds descend. Where the best lies in between, they say themselves which way is better.
 */
export function levelsScore({ rounding, levels, meets }: LevelScheme, measured: Measured): SchemeScore {
  const exact = fractionOf(measured.value);
  if (!exact) return { score: null, level: null, isMet: null };
  const given = rounded(exact, rounding, measured.unit);
  const bounds = levels.flatMap(({ from }) => (from === null ? [] : [from]));
  const isRising = measured.direction === "maximise" || (measured.direction === "range" && ascends(bounds));
  const reaches = (from: string | null): boolean =>
    from === null || (isRising ? compare(given, from) >= 0 : compare(given, from) <= 0);
  const place = levels.findLastIndex(({ from }) => reaches(from));
  const { level, score } = levels[place]!;
  return { score, level, isMet: place >= levels.findIndex((one) => one.level === meets) };
}

export const ascends = (bounds: readonly string[]): boolean => new Exact(bounds.at(-1)!).gt(bounds[0]!);

/**
 * Cut, or rounded half up, to decimals of what people see: of the percentage for shares, of the minor unit for money.
 * | value   | of      | rounding      | becomes |
 * | 0.98959 | share   | truncate to 1 | 0.989   |
 * | 0.9895  | share   | half up to 1  | 0.99    |
 * | 41.5    | seconds | half up to 0  | 42      |
 */
export function rounded({ top, bottom }: Fraction, rounding: LevelRounding, unit: Measured["unit"]): Fraction {
  if (rounding.kind === "continuous") return { top, bottom };
  const steps = stepsPerUnit(rounding.decimals, unit);
  const scaled = top.abs().times(steps);
  const whole =
    rounding.kind === "truncate" ? scaled.divToInt(bottom) : scaled.times(2).plus(bottom).divToInt(bottom.times(2));
  return { top: top.isNegative() ? whole.negated() : whole, bottom: steps };
}

/** How many of the smallest steps that are told apart make one in the KPI's unit. */
export const stepsPerUnit = (decimals: number, unit: Measured["unit"]) =>
  new Exact(10).pow(decimals).times(unit === "share" || unit === "percent" ? PER_CENT : 1);
