import { compare, minus, over, rational, times, ZERO, type Rational } from "../../../shared/rational";
import { Decimal } from "../../../shared/decimal";
import { decimalText } from "../../../shared/rational";
import type { Guard } from "../clause";
import { exactValue, worseBy } from "../mechanisms/compared-value.rules";
import { shown, shownLevel, shownValue } from "../mechanisms/readable.rules";
import type { GuardReading, GuardVerdict } from "./guard-reading";

type CriticalZ = Extract<Guard, { kind: "critical_z" }>;

/**
 * Only if deficit ÷ √(target (1 − target) ÷ n) is above the critical value of the sample's size (C32). Compared exactly,
 * as squares: deficit² × n > z² × target (1 − target). A sample below the table says too little. Target 90 %, z 1.645:
 * | value | n   | z     | passes |
 * | 86 %  | 100 | 1.333 | no     |
 * | 85 %  | 100 | 1.667 | yes    |
 * | 86 %  | 400 | 2.667 | yes    |
 * Without a value nothing follows. With a target of 0 or 100 % any deficit is beyond chance.
 */
export function criticalZVerdict({ table }: CriticalZ, reading: GuardReading): GuardVerdict {
  const { kpi, aims, sample } = reading;
  const rule = "A shortfall counts only if it is larger than chance explains in a sample of this size.";
  const value = reading.value && exactValue(reading.value);
  if (!value) return { passes: false, rule, inputs: [], output: "there is no value" };
  const row = [...table].sort((a, b) => b.fromSample - a.fromSample).find(({ fromSample }) => sample >= fromSample);
  const target = rational(aims.target);
  const deficit = worseBy(value, target, kpi);
  const inputs = [
    { name: "value", value: shownValue(value, kpi, [target]) },
    { name: "target", value: shownLevel(target, kpi) },
    { name: "sample", value: shown(rational(sample)) },
  ];
  if (!row) return { passes: false, rule, inputs, output: "the sample is smaller than any the contract judges" };
  const variance = times(target, minus(rational(1), target));
  const passes = isBeyond({ deficit, variance, sample, z: rational(row.z) });
  const named = [
    ...inputs,
    { name: "z", value: zShown(deficit, variance, sample) },
    { name: "critical z", value: row.z },
  ];
  return {
    passes,
    rule,
    inputs: named,
    output: passes ? "the shortfall is more than chance" : "the shortfall may be chance",
  };
}

interface Deficit {
  readonly deficit: Rational;
  readonly variance: Rational;
  readonly sample: number;
  readonly z: Rational;
}

function isBeyond({ deficit, variance, sample, z }: Deficit): boolean {
  if (compare(deficit, ZERO) <= 0) return false;
  return compare(times(times(deficit, deficit), rational(sample)), times(times(z, z), variance)) > 0;
}

/** For people, to four decimals. */
function zShown(deficit: Rational, variance: Rational, sample: number): string {
  if (variance.top <= 0n || sample === 0) return "–";
  const squared = new Decimal(decimalText(over(times(times(deficit, deficit), rational(sample)), variance)));
  const size = squared.sqrt().toDecimalPlaces(4).toFixed();
  return compare(deficit, ZERO) < 0 ? `-${size}` : size;
}
