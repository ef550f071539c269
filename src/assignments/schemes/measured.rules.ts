import type { KpiUnit } from "../../kpis/kpi-definition";
import { Exact, quotient, type Fraction } from "../../kpis/exact.rules";
import type { Ratio } from "../../kpis/target.rules";

/** A KPI's value with what a scheme needs to know of it. Target and value are in the KPI's unit. */
export interface Measured {
  readonly direction: "maximise" | "minimise" | "range";
  readonly unit: KpiUnit;
  readonly value: Ratio;
  readonly target: string | null;
}

/** What a scheme says of a value. */
export interface SchemeScore {
  /** 0 to 200, 100 is what was asked for; rounded once, to 34 digits. Null: the scheme cannot say. */
  readonly score: string | null;
  /** Name of the level reached, of schemes with levels. */
  readonly level: string | null;
  /** Whether the goal was reached; null where there is none. */
  readonly isMet: boolean | null;
}

/** The height at a value of the straight line through two points, as one exact quotient. */
export function onLine(value: Fraction, from: Point, until: Point): string {
  const width = new Exact(until.value).minus(from.value);
  const walked = value.top.minus(new Exact(from.value).times(value.bottom));
  const rise = new Exact(until.score).minus(from.score);
  return quotient(
    new Exact(from.score).times(width).times(value.bottom).plus(walked.times(rise)),
    width.times(value.bottom),
  );
}

export interface Point {
  readonly value: string;
  readonly score: string;
}
