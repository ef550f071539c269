import type { Day } from "../shared/day";
import { DomainError } from "../shared/errors";

export class PeriodNotBegun extends DomainError {
  readonly code = "PERIOD_NOT_BEGUN";
  constructor(from: Day) {
    super(`The reviewed period begins on ${from} and has no figures yet.`, {
      remedy: "Compile the package once the period is over, or at least under way.",
    });
  }
}

export class NothingToReview extends DomainError {
  readonly code = "NOTHING_TO_REVIEW";
  constructor(forum: string) {
    super(`There is no forum "${forum}" with a period that is over.`, {
      remedy: "Check the forum's code and its startsOn, or wait until its first period has ended.",
    });
  }
}
