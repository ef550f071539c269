import { DomainError } from "../shared/errors";
import { RIGHTS } from "./viewer";

export class Unauthenticated extends DomainError {
  readonly code = "UNAUTHENTICATED";
  constructor(reason: string, cause?: unknown) {
    super(`You are not signed in: ${reason}.`, {
      remedy: "Send a valid token or API key as `Authorization: Bearer …`.",
      cause,
    });
  }
}

/** Not the viewer's fault: the keys of the identity provider cannot be fetched. */
export class SignInUnavailable extends DomainError {
  readonly code = "SIGN_IN_UNAVAILABLE";
  constructor(cause: unknown) {
    super("Tokens cannot be checked at the moment, because the identity provider does not answer.", {
      remedy: "Try again in a minute; API keys keep working.",
      cause,
    });
  }
}

export class UnknownRight extends DomainError {
  readonly code = "UNKNOWN_RIGHT";
  constructor(right: string, path: readonly string[]) {
    super(`There is no right "${right}".`, { path, remedy: `Choose among ${RIGHTS.join(", ")}.` });
  }
}

export class ReachesNobody extends DomainError {
  readonly code = "REACHES_NOBODY";
  constructor(name: string, path: readonly string[]) {
    super(`"${name}" reaches no client.`, { path, remedy: "Name at least one client." });
  }
}
