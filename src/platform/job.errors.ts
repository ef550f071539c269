import { DomainError } from "../shared/errors";

export class JobDefinedTwice extends DomainError {
  readonly code = "JOB_DEFINED_TWICE";
  constructor(name: string) {
    super(`The job "${name}" is defined twice.`, { remedy: "Import the existing definition, or choose another name." });
  }
}

export class InvalidHandlers extends DomainError {
  readonly code = "INVALID_HANDLERS";
  constructor(problems: readonly string[]) {
    super(`The worker cannot start: ${problems.join("; ")}.`, { remedy: "Give each job exactly one handler." });
  }
}

/** Thrown by a handler that stopped because the process is to end: its job goes back to the queue for another worker. */
export class JobInterrupted extends DomainError {
  readonly code = "JOB_INTERRUPTED";
  constructor() {
    super("The work was interrupted, and is done later.");
  }
}

/** The queue's server does not answer. Work that is due is remembered in PostgreSQL and done by the timer. */
export class QueueUnreachable extends DomainError {
  readonly code = "QUEUE_UNREACHABLE";
  constructor(place: string, cause: unknown) {
    super(`The job queue at ${place} does not answer: ${cause instanceof Error ? cause.message : String(cause)}`, {
      remedy: "Check QUEUE_URL (or DATABASE_URL) and that its server runs.",
      cause,
    });
  }
}

export class JobPayloadTooLarge extends DomainError {
  readonly code = "JOB_PAYLOAD_TOO_LARGE";
  constructor(name: string, bytes: number, limit: number) {
    super(`The payload of job "${name}" has ${bytes} bytes; ${limit} are allowed.`, {
      remedy: "Store the rows and pass their ids.",
    });
  }
}
