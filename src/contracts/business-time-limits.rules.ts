import { secondOf, SECONDS_OF_DAY } from "./business-calendar.rules";
import type { Pause } from "./business-pauses.rules";
import { EndsBeforeItStarts, TooMuchWorkingTime } from "./business-time.errors";

const YEAR = 366 * SECONDS_OF_DAY;
const LONGEST_SPAN = 10 * YEAR;
const MOST_PAUSES = 500;

/** About how many days are looked at, one by one: those of a span, or as many as seconds take at an hour a day. */
export const daysLookedAt = ({ from, until, seconds = 0, warnSecondsBefore = 0 }: Partial<Asked>): number =>
  from && until
    ? 1 + Math.ceil(Math.max(0, secondOf(until) - secondOf(from)) / SECONDS_OF_DAY)
    : 1 + Math.ceil((seconds + warnSecondsBefore) / 3600);

interface Asked {
  readonly from: Date;
  readonly until?: Date;
  readonly seconds?: number;
  readonly warnSecondsBefore?: number;
  readonly pauses: readonly { readonly from: Date; readonly until?: Pause["until"] | undefined }[];
}

/** Refuses questions about the past of the future, and those that take long to answer. */
export function refuseTooMuch({ from, until, seconds = 0, pauses }: Asked): void {
  if (until && until < from) throw new EndsBeforeItStarts(["until"], from, until);
  if (until && secondOf(until) - secondOf(from) > LONGEST_SPAN) throw new TooMuchWorkingTime("until", "ten years");
  if (seconds > YEAR) throw new TooMuchWorkingTime("seconds", `a year, ${YEAR} s`);
  if (pauses.length > MOST_PAUSES) throw new TooMuchWorkingTime("pauses", `${MOST_PAUSES} pauses`);
  pauses.forEach((pause, index) => {
    if (pause.until && pause.until < pause.from)
      throw new EndsBeforeItStarts(["pauses", String(index), "until"], pause.from, pause.until);
  });
}
