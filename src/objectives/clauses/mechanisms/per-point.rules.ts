import { floorOf, over, rational, times, type Rational } from "../../../shared/rational";
import type { Mechanism } from "../clause";
import type { ClausePay, ClauseReading } from "./clause-reading";
import { comparedValue, shortfallOf } from "./compared-value.rules";
import { LEVEL_NAMES, shown, shownDistance, shownLevel, shownPay, shownValue } from "./readable.rules";
import { unmeasuredPay } from "./unmeasured.rules";

type PerPoint = Extract<Mechanism, { kind: "per_point" }>;

/**
 * Shortfall ÷ step × rate; with full steps only, what is left of a step does not count (C4, C6, C22). Target 95 %, a step
 * of one percentage point, 2 % of the fee each:
 * | value   | shortfall | every part | full steps |
 * | 92.3 %  |       2.7 |      5.4 % |        4 % |
 * | 94.01 % |      0.99 |     1.98 % |        0 % |
 * | 95 %    |         0 |          0 |          0 |
 * Without a value, or without the level: nothing.
 */
export function perPointPay(mechanism: PerPoint, reading: ClauseReading): ClausePay {
  const { pays, below, step, rate, fullSteps } = mechanism;
  const { kpi, aims } = reading;
  const value = comparedValue(reading);
  const shortfall = value && shortfallOf(value, below, reading);
  if (!value || !shortfall) return unmeasuredPay(pays);
  const steps = stepsIn(shortfall, step, fullSteps);
  const amount = times(steps, rational(rate));
  const each = shownDistance(rational(step), kpi);
  return {
    pays,
    amount,
    inputs: [
      { name: "value", value: shownValue(value, kpi, [rational(aims[below]!)]) },
      { name: LEVEL_NAMES[below], value: shownLevel(rational(aims[below]!), kpi) },
      { name: "shortfall", value: shownDistance(shortfall, kpi) },
      { name: fullSteps ? "full steps" : "steps", value: shown(steps) },
    ],
    rule: `Every ${each.replace(/^1 percentage/, "percentage")} short of the ${LEVEL_NAMES[below]} brings ${shownPay(pays, rational(rate))}; a part of it ${fullSteps ? "does not count" : "counts in proportion"}.`,
  };
}

/** How many steps a distance has. */
function stepsIn(distance: Rational, step: string, fullSteps: boolean): Rational {
  const steps = over(distance, rational(step));
  return fullSteps ? rational(floorOf(steps)) : steps;
}
