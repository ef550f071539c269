import { rational, times } from "../../../shared/rational";
import type { Mechanism } from "../clause";
import type { ClausePay, ClauseReading } from "./clause-reading";
import { comparedValue, shortfallOf } from "./compared-value.rules";
import { LEVEL_NAMES, shown, shownDistance, shownLevel, shownPay, shownValue } from "./readable.rules";
import { everyStep, PART_WORDS, STEPS_NAMES, stepsIn } from "./steps.rules";
import { unmeasuredPay } from "./unmeasured.rules";

type PerPoint = Extract<Mechanism, { kind: "per_point" }>;

/**
 * Shortfall ÷ step × rate; a part of a step counts in proportion, not at all, or as a whole one (C4, C6, C22). Target
 * 95 %, a step of one percentage point, 2 % of the fee each:
 * | value   | shortfall | exact  | full | begun |
 * | 92.3 %  |       2.7 |  5.4 % |  4 % |   6 % |
 * | 94.01 % |      0.99 | 1.98 % |  0 % |   2 % |
 * | 95 %    |         0 |      0 |    0 |     0 |
 * Without a value, or without the level: nothing.
 */
export function perPointPay(mechanism: PerPoint, reading: ClauseReading): ClausePay {
  const { pays, below, step, rate, steps: counting } = mechanism;
  const { kpi, aims } = reading;
  const value = comparedValue(reading);
  const shortfall = value && shortfallOf(value, below, reading);
  if (!value || !shortfall) return unmeasuredPay(pays);
  const steps = stepsIn(shortfall, step, counting);
  return {
    pays,
    amount: times(steps, rational(rate)),
    inputs: [
      { name: "value", value: shownValue(value, kpi, [rational(aims[below]!)]) },
      { name: LEVEL_NAMES[below], value: shownLevel(rational(aims[below]!), kpi) },
      { name: "shortfall", value: shownDistance(shortfall, kpi) },
      { name: STEPS_NAMES[counting], value: shown(steps) },
    ],
    rule: `${everyStep(step, kpi)} short of the ${LEVEL_NAMES[below]} brings ${shownPay(pays, rational(rate))}; ${PART_WORDS[counting]}.`,
  };
}
