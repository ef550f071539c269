import type { KpiDefinition } from "../../kpis/kpi-definition";
import type { Aims } from "../../objectives/objective-terms";
import { Decimal } from "../../shared/decimal";

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
export function boundOf(
  aim: string,
  kpi: Pick<KpiDefinition, "unit" | "direction">,
  rounding: Aims["rounding"],
): Bound {
  if (rounding === null) return { value: aim, isStrict: false };
  const scale = kpi.unit === "share" || kpi.unit === "percent" ? 100 : 1;
  const step = new Decimal(10).pow(-rounding.decimals).div(scale);
  const steps = new Decimal(aim).div(step);
  const isHigh = kpi.direction !== "minimise";
  const whole = isHigh ? steps.ceil() : steps.floor();
  const reach = rounding.mode === "half_up" ? new Decimal("0.5") : new Decimal(isHigh ? 0 : 1);
  const bound = isHigh ? whole.minus(reach) : whole.plus(reach);
  return { value: bound.times(step).toString(), isStrict: !isHigh };
}
