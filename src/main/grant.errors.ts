import { DomainError } from "../shared/errors";

export class PersonOfClient extends DomainError {
  readonly code = "PERSON_OF_CLIENT";
  constructor(person: string) {
    super(`"${person}" of the set-up is one of our own people, and cannot sign in for a client.`, {
      path: ["person"],
      remedy: "Leave --person out for a client's people, or --client for our own.",
    });
  }
}
