import { DomainError } from "../shared/errors";

/** Codes of contracts and services are unique within a client only, and this viewer sees several clients. */
export class AmbiguousCode extends DomainError {
  readonly code = "AMBIGUOUS_CODE";
  constructor(kind: string, code: string) {
    super(`Several clients have a ${kind} "${code}".`, { path: ["client"], remedy: "Say whose in `client`." });
  }
}

/** The one row of a code, of the client where one is named; null when there is none. */
export function onlyOne<R extends { clientId: string }>(
  kind: string,
  code: string,
  found: readonly R[],
  clientId: string | null | undefined,
): R | null {
  const left = clientId == null ? found : found.filter((one) => one.clientId === clientId);
  if (left.length > 1) throw new AmbiguousCode(kind, code);
  return left[0] ?? null;
}
