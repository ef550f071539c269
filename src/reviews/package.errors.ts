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
