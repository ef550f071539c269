import { DomainError } from "../shared/errors";

export class AddressInUse extends DomainError {
  readonly code = "ADDRESS_IN_USE";
  constructor(host: string, port: number) {
    super(`Something else already listens on ${host}:${port}.`, {
      remedy: "Stop it, or choose another port with PORT.",
    });
  }
}

export class QueryFileUnreadable extends DomainError {
  readonly code = "QUERY_FILE_UNREADABLE";
  constructor(file: string, cause: unknown) {
    super(`${file} cannot be read.`, {
      cause,
      remedy: "Give the path of a file with a GraphQL document, or - for stdin.",
    });
  }
}

export class QueryVariablesInvalid extends DomainError {
  readonly code = "QUERY_VARIABLES_INVALID";
  constructor(cause: unknown) {
    super("--variables is not a JSON object.", { cause, remedy: `For example --variables '{"contract": "care"}'.` });
  }
}

export class QueryRefused extends DomainError {
  readonly code = "QUERY_REFUSED";
  constructor(errors: readonly { message: string }[]) {
    super(errors.map(({ message }) => message).join("\n"), { remedy: "The answer above shows where." });
  }
}
