import { worstReaching, type Judged } from "../../objectives/comparison.rules";
import type { ComparisonRounding } from "../../objectives/objective-terms";

/** What an unrounded value must reach so that the value as it is compared reaches an aim. */
export interface Bound {
  readonly value: string;
  /** Whether the bound itself is already too much: only where smaller is better and values are rounded. */
  readonly isStrict: boolean;
}

/**
 * The aim for unrounded values. Where a contract compares rounded values, a little less is enough.
 * | aim   | direction | rounding           | bound     |
 * | 0.8   | maximise  | none               | ≥ 0.8     |
 * | 1     | maximise  | half_up, 1 decimal | ≥ 0.9995  |  (99.95 % reads 100.0 %)
 * | 0.805 | maximise  | truncate, 0        | ≥ 0.81    |
 * | 30    | minimise  | half_up, 0         | < 30.5    |
 * | 30    | minimise  | truncate, 0        | < 31      |
 */
export function boundOf(aim: string, kpi: Judged, rounding: ComparisonRounding | null): Bound {
  if (rounding === null || kpi.direction === "range") return { value: aim, isStrict: false };
  const { value, isReached } = worstReaching(aim, kpi, rounding);
  return { value: value.toFixed(), isStrict: !isReached };
}
