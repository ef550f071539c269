import type { KpiDefinition } from "../../kpis/kpi-definition";
import type { Ratio } from "../../kpis/target.rules";
import { Decimal } from "../../shared/decimal";
import type { Bound } from "./comparison-bound.rules";

/** Wide enough for products of sums and aims; only the value per unit is rounded. */
const Exact = Decimal.clone({ precision: 200 });

/** SAFE: whatever the rest brings. OUT_OF_REACH: whatever the rest brings. OPEN: the rest decides. */
export type Reach = "safe" | "open" | "out_of_reach";

/** What is known of the rest of a period. */
export interface Rest {
  /** The sums so far; null: nothing yet. */
  readonly soFar: Ratio | null;
  /** What the denominator is expected to grow by, above or equal to 0; of a plain amount: null. */
  readonly expected: string | null;
  /** Whether numerator and denominator count events: only whole ones can happen. */
  readonly countsEvents: boolean;
}

export interface Needed {
  readonly reach: Reach;
  /** The value that the rest must reach, in the KPI's unit; of a plain amount what must come of it. Null: no rest. */
  readonly value: string | null;
  /** Of what the rest is expected to count, how many at least (maximise) or at most (minimise); null where not events. */
  readonly events: string | null;
}

type Judged = Pick<KpiDefinition, "direction" | "unit">;

/**
 * What the rest of the period must reach: (t × (D + d) − N) ÷ d, exactly (semantics §6).
 * | N of D so far | d   | aim         | needed | events  | reach        |
 * | 700 of 900    | 100 | ≥ 0.80      | 1      | 100     | open         |
 * | 699 of 900    | 100 | ≥ 0.80      | 1.01   | 101     | out_of_reach |
 * | 900 of 900    | 100 | ≥ 0.80      | −1     | 0       | safe         |
 * | 9,600 s ÷ 300 | 100 | ≤ 30 s      | 24     |         | open         |
 * | 40 of 900     | 100 | ≤ 0.05      | 0.1    | 10      | open         |
 * | amount 80     |     | ≥ 100       | 20     |         | open         |
 * Null where one number cannot judge (range). Without a rest the value so far decides.
 */
export function needed(rest: Rest, bound: Bound, kpi: Judged): Needed | null {
  if (kpi.direction === "range") return null;
  const above = new Exact(rest.soFar?.numerator ?? 0);
  const isPlain = rest.soFar !== null && rest.soFar.denominator === null;
  const below = new Exact(rest.soFar?.denominator ?? 0);
  if (isPlain) return ofAmount(new Exact(bound.value).minus(above), bound, kpi);
  const coming = new Exact(rest.expected ?? 0);
  const missing = new Exact(bound.value).times(below.plus(coming)).minus(above);
  if (coming.isZero()) return decided(missing, below, { bound, kpi });
  return {
    reach: reachOf(missing, coming, { bound, kpi }),
    value: missing.div(coming).toSignificantDigits(Decimal.precision).toString(),
    events: rest.countsEvents ? eventsOf(missing, { bound, kpi }) : null,
  };
}

interface Aim {
  readonly bound: Bound;
  readonly kpi: Judged;
}

/** Nothing more will come: what is missing has been missed. */
function decided(missing: Decimal, below: Decimal, { bound, kpi }: Aim): Needed {
  if (below.isZero()) return { reach: "open", value: null, events: null };
  const isMet = kpi.direction === "maximise" ? missing.lte(0) : bound.isStrict ? missing.gt(0) : missing.gte(0);
  return { reach: isMet ? "safe" : "out_of_reach", value: null, events: null };
}

/** The rest can be worth no less than nothing, and of a share no more than all of it. */
function reachOf(missing: Decimal, coming: Decimal, { bound, kpi }: Aim): Reach {
  const mayBeNegative = kpi.unit === "percent";
  const isShare = kpi.unit === "share";
  if (kpi.direction === "maximise") {
    if (missing.lte(0) && !mayBeNegative) return "safe";
    return isShare && missing.gt(coming) ? "out_of_reach" : "open";
  }
  const isLost = bound.isStrict ? missing.lte(0) : missing.isNegative() && !missing.isZero();
  if (isLost && !mayBeNegative) return "out_of_reach";
  const isSafe = bound.isStrict ? missing.gt(coming) : missing.gte(coming);
  return isShare && isSafe ? "safe" : "open";
}

/** Whole events: enough of them, or not too many. */
function eventsOf(missing: Decimal, { bound, kpi }: Aim): string {
  if (kpi.direction === "maximise") return Exact.max(0, missing.ceil()).toString();
  const most = bound.isStrict ? missing.ceil().minus(1) : missing.floor();
  return most.toString();
}

function ofAmount(missing: Decimal, bound: Bound, kpi: Judged): Needed {
  const value = missing.toString();
  if (kpi.direction === "maximise") return { reach: missing.lte(0) ? "safe" : "open", value, events: null };
  const isLost = bound.isStrict ? missing.lte(0) : missing.lt(0);
  return { reach: isLost ? "out_of_reach" : "open", value, events: null };
}
