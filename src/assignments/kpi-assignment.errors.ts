import { DomainError } from "../shared/errors";

/** A target relative to a baseline that cannot be worked out. */
export class InvalidBaseline extends DomainError {
  readonly code = "INVALID_BASELINE";
}

/** A gate that nobody could pass or fail. */
export class InvalidGate extends DomainError {
  readonly code = "INVALID_GATE";
}
