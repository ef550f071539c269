import { DomainError } from "../shared/errors";

export class DatabaseUnreachable extends DomainError {
  readonly code = "DATABASE_UNREACHABLE";
  constructor(url: string, reason: string, cause: unknown) {
    super(`The database at ${withoutPassword(url)} cannot be used: ${reason}.`, {
      remedy: "Check the address, the role and its password, and that the server runs.",
      cause,
    });
  }
}

/** Errors of the network and of signing in, as something to read; anything else stays what it is. */
export function explained(error: unknown, url: string): unknown {
  const { code, message, errors } = error as {
    code?: string;
    message?: string;
    errors?: { code?: string; message?: string }[];
  };
  const found = code ?? errors?.[0]?.code ?? "";
  return UNREACHABLE.test(found)
    ? new DatabaseUnreachable(url, message || errors?.[0]?.message || found, error)
    : error;
}

/** Class 28: sign-in refused; 3D000: no such database; 57P03: starting up; 53300: too many connections. */
const UNREACHABLE = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|28|3D000|57P03|53300)/;

function withoutPassword(url: string): string {
  const parsed = new URL(url);
  return `${parsed.username}@${parsed.host}${parsed.pathname}`;
}
