import { DomainError } from "../../shared/errors";

/** A scheme that could not score, or not this KPI. */
export class InvalidScheme extends DomainError {
  readonly code = "INVALID_SCHEME";
}

/** A better value would score less. */
export class SchemeFalls extends DomainError {
  readonly code = "SCHEME_FALLS";
  constructor(higher: string, lower: string, options: { path: readonly string[]; remedy: string }) {
    super(`A better value would fall from ${higher} to ${lower}.`, options);
  }
}
