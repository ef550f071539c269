import { DomainError } from "../shared/errors";

/** A gate that nobody could pass or fail. */
export class InvalidGate extends DomainError {
  readonly code = "INVALID_GATE";
}

/** Levels of a whole score that leave scores without a level, or give one two. */
export class InvalidLevels extends DomainError {
  readonly code = "INVALID_LEVELS";
}

/** A set asks for weights that total 100, and they do not. */
export class WeightsNotWhole extends DomainError {
  readonly code = "WEIGHTS_NOT_WHOLE";
}
