import { Decimal } from "../shared/decimal";
import type { Baseline } from "./baseline";
import { Exact, fractionOf, quotient } from "./exact.rules";
import type { KpiDefinition } from "./kpi-definition";
import { InvalidBaseline } from "./kpi.errors";
import type { Ratio } from "./target.rules";

type Direction = KpiDefinition["direction"];

/**
 * The target that an improvement asks for, exact: `baseline × (1 + improveBy)` of what is to grow,
 * `baseline × (1 − improveBy)` of what is to shrink.
 * | direction | baseline | improve by | target      |
 * | minimise  |     24 h |       25 % | 18 h (X54)  |
 * | maximise  |     60 % |       10 % | 66 %        |
 * | maximise  |     95 % |       10 % | refused: above 100 % |
 * | minimise  |     24 h |      110 % | refused: below nothing |
 */
export function targetFromBaseline(
  { value, improveBy }: Baseline,
  kpi: Pick<KpiDefinition, "code" | "unit" | "direction">,
) {
  if (kpi.direction === "range")
    throw new InvalidBaseline(`${kpi.code} cannot be improved by a share: its best lies in between.`, {
      path: ["baseline"],
      remedy: "Write a target instead.",
    });
  const step = new Exact(value).abs().times(improveBy);
  const target = kpi.direction === "maximise" ? new Exact(value).plus(step) : new Exact(value).minus(step);
  const isPossible = IS_POSSIBLE[kpi.unit] ?? notNegative;
  if (isPossible(target)) return new Decimal(target).toString();
  throw new InvalidBaseline(`Improving ${value} by ${improveBy} asks for ${target.toString()}, which cannot be.`, {
    path: ["baseline", "improveBy"],
    remedy: kpi.unit === "share" ? "A share is 0 % to 100 %: ask for less." : "It cannot fall below 0: ask for less.",
  });
}

const notNegative = (target: Decimal): boolean => target.gte(0);
const IS_POSSIBLE: Partial<Record<KpiDefinition["unit"], (target: Decimal) => boolean>> = {
  share: (target) => target.gte(0) && target.lte(1),
  percent: () => true,
  points: () => true,
};

/**
 * By which share of the baseline a value is better than it; below 0: worse. Rounded once, to 34 digits. Null where
 * nothing can be compared: no figure, a baseline of 0, or a KPI whose best lies in between.
 * | direction | baseline | value | real improvement  |
 * | minimise  |       24 |    16 | 0.333… = 33.3 % (X54) |
 * | maximise  |      0.6 |  0.75 | 0.25              |
 * | minimise  |       24 |    30 | -0.25             |
 */
export function realImprovement(
  { value }: Pick<Baseline, "value">,
  actual: Ratio,
  direction: Direction,
): string | null {
  const given = fractionOf(actual);
  const whole = new Exact(value).abs();
  if (!given || whole.isZero() || direction === "range") return null;
  const gain = given.top.minus(new Exact(value).times(given.bottom));
  return quotient(direction === "maximise" ? gain : gain.negated(), whole.times(given.bottom));
}
