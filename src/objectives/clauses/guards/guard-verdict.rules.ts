import type { Guard } from "../clause";
import { binomialVerdict } from "./binomial-guard.rules";
import { criticalZVerdict } from "./critical-z.rules";
import type { GuardReading, GuardVerdict } from "./guard-reading";
import { allReachVerdict, minimumSampleVerdict, smallSampleVerdict } from "./simple-guards.rules";

/** Whether a condition of a clause holds; while it does not, nothing follows from the clause. */
export function guardVerdict(guard: Guard, reading: GuardReading): GuardVerdict {
  switch (guard.kind) {
    case "binomial":
      return binomialVerdict(guard, reading);
    case "critical_z":
      return criticalZVerdict(guard, reading);
    case "small_sample":
      return smallSampleVerdict(guard, reading);
    case "minimum_sample":
      return minimumSampleVerdict(guard, reading);
    case "all_reach":
      return allReachVerdict(guard, reading);
  }
}
