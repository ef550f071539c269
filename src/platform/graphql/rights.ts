import { DomainError } from "../../shared/errors";
import { may, type Right, type Viewer } from "../viewer";

/** The viewer is known but may not do this. Says nothing about whether the thing exists. */
export class MissingRight extends DomainError {
  readonly code = "FORBIDDEN";
  constructor(right: Right) {
    super(`This needs the right "${right}", which you do not have.`, {
      remedy: "Ask whoever gave you access for that right.",
    });
  }
}

export function requireRight(viewer: Viewer, right: Right): void {
  if (!may(viewer, right)) throw new MissingRight(right);
}
