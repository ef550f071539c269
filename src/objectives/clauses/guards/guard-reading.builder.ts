import { aReading } from "../mechanisms/clause-reading.builder";
import { eventsMissed } from "../mechanisms/compared-value.rules";
import type { GuardReading } from "./guard-reading";

/** So many of so many reached, of a share with a target of 90 %. */
export function aGuardReading(reached: number, events: number, changes: Partial<GuardReading> = {}): GuardReading {
  const { kpi, aims } = aReading();
  const value = { numerator: String(reached), denominator: String(events) };
  const missed = eventsMissed(changes.kpi ?? kpi, value);
  return { kpi, value, aims: { ...aims, target: "0.9" }, sample: events, missed, levels: [], ...changes };
}
