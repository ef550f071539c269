import type { Dialect } from "../kpi-definition";

/** P50, P90 and P95 of a time over single facts, exactly. `what`: the time, for people. */
export const percentiles = (what: string, formula: Pick<Dialect, "numerator" | "denominator">): Dialect[] =>
  ([50, 90, 95] as const).map((percentile) => ({
    ...formula,
    code: `P${percentile}`,
    description:
      percentile === 50
        ? `The median of ${what}: half of the facts are at most this long.`
        : `${percentile} % of the facts are at most this long: ${what}.`,
    percentile,
  }));
