import { DomainError } from "../../../shared/errors";

/** Bands are checked when they are written, so this is about bands that nobody checked. */
export class ValueInNoBand extends DomainError {
  readonly code = "VALUE_IN_NO_BAND";
  constructor(value: string) {
    super(`${value} lies in none of the bands.`, {
      path: ["mechanism", "bands"],
      remedy: "Let each band begin where the next worse one ends, and leave the outermost bounds open.",
    });
  }
}
