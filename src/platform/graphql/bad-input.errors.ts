import { DomainError } from "../../shared/errors";

/** An argument that no schema check could refuse, but that means nothing here. */
export class BadUserInput extends DomainError {
  readonly code = "BAD_USER_INPUT";
}

export class InvalidCursor extends BadUserInput {
  constructor() {
    super("The cursor in `after` is not one that this list gave for these arguments.", {
      path: ["after"],
      remedy: "Pass `pageInfo.endCursor` of the previous page unchanged, and keep the other arguments as they were.",
    });
  }
}
