import { DomainError } from "../shared/errors";

/** Bands leave values to nobody (semantics R5): `between 98.9 % and 99 %`, `worse than 90 %`. */
export class BandsGap extends DomainError {
  readonly code = "BANDS_GAP";
  constructor(which: string, options: { path: readonly string[]; remedy: string }) {
    super(`Nothing is said of values ${which}.`, options);
  }
}

/** Two bands claim the same values (semantics R4). */
export class BandsOverlap extends DomainError {
  readonly code = "BANDS_OVERLAP";
  constructor(which: string, options: { path: readonly string[]; remedy: string }) {
    super(`Values ${which} are claimed twice.`, options);
  }
}
