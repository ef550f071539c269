import { secondOf, SECONDS_OF_DAY } from "./business-calendar.rules";
import type { Pause } from "./business-pauses.rules";
import { EndsBeforeItStarts, TooMuchWorkingTime } from "./business-time.errors";

const MOST_YEARS = 10;
const MOST_SECONDS = MOST_YEARS * 366 * SECONDS_OF_DAY;
const MOST_PAUSES = 500;

interface Asked {
  readonly from: Date;
  readonly until?: Date;
  readonly seconds?: number;
  readonly pauses: readonly { readonly from: Date; readonly until?: Pause["until"] | undefined }[];
}

/** Refuses questions about the past of the future, and those that take long to answer. */
export function refuseTooMuch({ from, until, seconds = 0, pauses }: Asked): void {
  if (until && until < from) throw new EndsBeforeItStarts(["until"], from, until);
  if (until && secondOf(until) - secondOf(from) > MOST_SECONDS)
    throw new TooMuchWorkingTime("until", `${MOST_YEARS} years`);
  if (seconds > MOST_SECONDS) throw new TooMuchWorkingTime("seconds", `${MOST_SECONDS} s`);
  if (pauses.length > MOST_PAUSES) throw new TooMuchWorkingTime("pauses", `${MOST_PAUSES} pauses`);
  pauses.forEach((pause, index) => {
    if (pause.until && pause.until < pause.from)
      throw new EndsBeforeItStarts(["pauses", String(index), "until"], pause.from, pause.until);
  });
}
