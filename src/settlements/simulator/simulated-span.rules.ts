import { asDay, earlierOf, laterOf, noon, type Day } from "../../shared/day";
import { periodContaining, shiftPeriod, type Period, type PeriodKind } from "../../shared/period";
import { NothingToSimulate, SimulationTooLong } from "./simulator.errors";

export interface WantedSpan {
  /** Local days `[from, until)`; left out: the last twelve months. */
  readonly from: Day | null;
  readonly until: Day | null;
}

/** Whose past, seen from which day. */
export interface Past {
  readonly code: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly today: Day;
}

const MOST_MONTHS = 36;
/** Days and weeks of one year and a bit: more would not be read, and would not be quick. */
const MOST_PERIODS = 366;

/** The whole periods of a kind within some days that are over, within the contract's term, oldest first. */
export function simulatedPeriodsOf(kind: PeriodKind, wanted: WantedSpan, past: Past): Period[] {
  const until = earliest([wanted.until ?? past.today, past.today, past.endsOn ?? past.today]);
  const from = laterOf(wanted.from ?? monthsBefore(until, 12), past.startsOn);
  const periods: Period[] = [];
  const first = periodContaining(kind, from);
  for (let one = first.from < from ? shiftPeriod(first, 1) : first; one.until <= until; one = shiftPeriod(one, 1))
    periods.push(one);
  if (periods.length === 0) throw new NothingToSimulate(past.code, from, until);
  const most = kind === "day" || kind === "week" ? MOST_PERIODS : MOST_MONTHS;
  if (periods.length > most) throw new SimulationTooLong(periods.length, most);
  return periods;
}

const earliest = (days: readonly Day[]): Day => days.reduce((a, b) => earlierOf(a, b));

/** The first day of the month so many months earlier. */
const monthsBefore = (day: Day, count: number): Day => asDay(noon(day).startOf("month").minus({ months: count }));
