import { DomainError } from "../shared/errors";

/** A calendar that is never open, or not often enough: a deadline on it would never come. */
export class NoWorkingTime extends DomainError {
  readonly code = "NO_WORKING_TIME";
  constructor(seconds: number, direction: "after" | "before", instant: string) {
    super(`The calendar has no ${seconds} s of working time ${direction} ${instant}.`, {
      remedy: "Give the calendar windows on these days, or ask for less.",
    });
  }
}

/** Some day must open, or instants would belong to no business day. */
export class NoBusinessDay extends DomainError {
  readonly code = "NO_BUSINESS_DAY";
  constructor(instant: string) {
    super(`The calendar does not open on any day from ${instant} on.`, {
      remedy: "Give the calendar windows on these days.",
    });
  }
}

/** A span or a pause that ends before it begins. */
export class EndsBeforeItStarts extends DomainError {
  readonly code = "ENDS_BEFORE_IT_STARTS";
  constructor(path: readonly string[], from: Date, until: Date) {
    super(`It cannot end at ${until.toISOString()}, because it begins at ${from.toISOString()}.`, {
      path,
      remedy: "Exchange the two, or correct one.",
    });
  }
}

/** Answering would take long, and nobody needs it. */
export class TooMuchWorkingTime extends DomainError {
  readonly code = "TOO_MUCH_WORKING_TIME";
  constructor(field: string, most: string) {
    super(`"${field}" asks for more than ${most}.`, { path: [field], remedy: `Ask for ${most} at most.` });
  }
}
