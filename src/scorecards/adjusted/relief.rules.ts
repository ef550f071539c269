import type { VolumeRelief } from "../../objectives/objective-terms";
import { Decimal } from "../../shared/decimal";
import type { Day } from "../../shared/day";
import { groupBy } from "../../shared/group-by";
import type { ForecastInterval } from "./relief.queries";

/** A day on which more came than was to be borne. */
export interface RelievedDay {
  readonly day: Day;
  /** Those above what was to be borne. */
  readonly intervals: readonly ForecastInterval[];
  readonly reason: string;
}

/**
 * Whether more came than the forecast and what is to be borne above it; compared exactly, equal is not more.
 * | foreseen | tolerance | actual | more |
 * |      100 |       0.1 |    110 | no   |
 * |      100 |       0.1 |    111 | yes  |
 */
export const isMore = (
  { foreseen, actual }: Pick<ForecastInterval, "foreseen" | "actual">,
  { tolerance }: Pick<VolumeRelief, "tolerance">,
): boolean => new Decimal(actual).times(100).gt(new Decimal(foreseen).times(new Decimal(tolerance).plus(1)));

/** The days with intervals to be relieved, in order. */
export function relievedDays(intervals: readonly ForecastInterval[], relief: VolumeRelief): RelievedDay[] {
  const days = groupBy(
    intervals.filter((one) => isMore(one, relief)),
    ({ day }) => day,
  );
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, above]) => ({ day, intervals: above, reason: sentence(above, relief) }));
}

/** The target that counts when more came in all than was to be borne; null: the objective's own. */
export function adjustedTarget(intervals: readonly ForecastInterval[], relief: VolumeRelief): string | null {
  return intervals.length > 0 && isMore(together(intervals), relief) ? relief.adjustedTarget : null;
}

const together = (intervals: readonly ForecastInterval[]): Pick<ForecastInterval, "foreseen" | "actual"> => ({
  foreseen: intervals.reduce((sum, one) => sum + one.foreseen, 0),
  actual: intervals.reduce((sum, one) => sum + one.actual, 0),
});

function sentence(intervals: readonly ForecastInterval[], { tolerance }: VolumeRelief): string {
  const { foreseen, actual } = together(intervals);
  const percent = new Decimal(tolerance).times(100).toString();
  const [forecast, limit] = [foreseen, new Decimal(foreseen).times(new Decimal(tolerance).plus(1))].map((one) =>
    new Decimal(one).div(100).toString(),
  );
  const where = intervals.length === 1 ? "one interval" : `${intervals.length} intervals`;
  return `${actual} contacts came in ${where} with a locked forecast of ${forecast}: more than ${limit}, which is ${percent} % above it.`;
}
