import { DomainError } from "../shared/errors";

export class ProviderIssuesTokens extends DomainError {
  readonly code = "PROVIDER_ISSUES_TOKENS";
  constructor(issuer: string) {
    super(`Tokens come from ${issuer}, not from here.`, {
      remedy: "Sign in there, or make an API key: regia key create.",
    });
  }
}
