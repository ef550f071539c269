/**
 * A refusal the business knows by name. Rules and services throw it; only `api/` and the command line turn it into
 * what people read.
 */
export abstract class DomainError extends Error {
  /** Stable, UPPER_SNAKE_CASE; documented in docs/errors.md. */
  abstract readonly code: string;
  /** What to do about it, in one sentence. */
  readonly remedy: string | undefined;
  /** Where in the input: `["objectives", "0", "target"]`. */
  readonly path: readonly string[];

  constructor(message: string, options: { remedy?: string; path?: readonly string[]; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.remedy = options.remedy;
    this.path = options.path ?? [];
  }
}

/** Nothing by that name that the viewer may see. Deliberately silent on which of the two. */
export class NotFound extends DomainError {
  readonly code = "NOT_FOUND";
  constructor(kind: string, key: string, path: readonly string[] = []) {
    super(`There is no ${kind} "${key}".`, { path, remedy: `Check the spelling, or define the ${kind} first.` });
  }
}

/** Several refusals at once, so that a person mends them in one go. */
export class Refusals extends DomainError {
  readonly code = "REFUSED";
  constructor(readonly all: readonly DomainError[]) {
    super(all.map((one) => one.message).join(" "));
  }
}
