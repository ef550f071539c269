import { GraphQLError } from "graphql";
import { ArgumentValidationError } from "type-graphql";
import { causeOf } from "../platform/graphql/located-errors";
import { DomainError, Refusals } from "../shared/errors";

/** Codes of top-level errors that do not come from a refusal with a name of its own. */
export const ERROR = {
  internal: "INTERNAL",
  badUserInput: "BAD_USER_INPUT",
  costLimit: "COST_LIMIT",
  deadline: "DEADLINE_EXCEEDED",
} as const;

const PG_QUERY_CANCELED = "57014";
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  SIGN_IN_UNAVAILABLE: 503,
};

/** Of an answer that is a refusal as a whole. */
export const statusOf = ({ code }: DomainError): number => STATUS[code] ?? 400;

/**
 * What a viewer may read of an error of execution. Refusals with a name keep code, message and remedy, and so do errors
 * without a path, which are about the request (a variable of the wrong type). Everything else is masked, and the log has
 * it under the request's id.
 */
export function readable(error: GraphQLError, requestId: string): GraphQLError {
  const cause = causeOf(error);
  const { nodes, source, positions, path } = error;
  const answer = (message: string, extensions: Record<string, unknown>): GraphQLError =>
    new GraphQLError(message, { nodes, source, positions, path, extensions, originalError: cause });
  if (cause instanceof DomainError) return answer(cause.message, explained(cause));
  if (cause instanceof ArgumentValidationError) return answer("An argument is out of its range.", problemsOf(cause));
  if (isTimeout(cause)) return answer("The request took longer than it may.", { code: ERROR.deadline });
  if (!path) return error.extensions?.code ? error : answer(error.message, { code: ERROR.badUserInput });
  return answer(`Something went wrong on our side. Tell us the request id ${requestId}.`, {
    code: ERROR.internal,
    requestId,
  });
}

/** Whether an error says something about our program, not about the request. */
export const isFault = (error: GraphQLError): boolean => error.extensions?.code === ERROR.internal;

/** Whether an error leaves a mutation half done, so that all of it must be undone. */
export const isUndoing = (error: GraphQLError): boolean => isFault(error) || error.extensions?.code === ERROR.deadline;

/** For errors before there is a request to speak of: signing in. */
export function refusedAtTheDoor(error: unknown, requestId: string): GraphQLError {
  if (!(error instanceof DomainError)) {
    const extensions = { code: ERROR.internal, requestId, http: { status: 500 } };
    return new GraphQLError(`Something went wrong on our side. Tell us the request id ${requestId}.`, { extensions });
  }
  const status = statusOf(error);
  const headers = new Map(status === 401 ? [["www-authenticate", "Bearer"]] : []);
  return new GraphQLError(error.message, { extensions: { ...explained(error), http: { status, headers } } });
}

export function explained(error: DomainError): Record<string, unknown> {
  const one = ({ code, message, remedy, path }: DomainError) => ({ code, message, path, remedy: remedy ?? null });
  const problems = error instanceof Refusals ? { problems: error.all.map(one) } : {};
  return { code: error.code, remedy: error.remedy ?? null, inputPath: error.path, ...problems };
}

function problemsOf(error: ArgumentValidationError): Record<string, unknown> {
  const { validationErrors } = error.extensions as unknown as { validationErrors: Violation[] };
  return { code: ERROR.badUserInput, problems: violations(validationErrors, []) };
}

interface Violation {
  readonly property: string;
  readonly constraints?: Readonly<Record<string, string>>;
  readonly children?: readonly Violation[];
}

const violations = (found: readonly Violation[], above: readonly string[]): { path: string[]; message: string }[] =>
  found.flatMap(({ property, constraints = {}, children = [] }) => {
    const path = [...above, property];
    return [...Object.values(constraints).map((message) => ({ path, message })), ...violations(children, path)];
  });

const isTimeout = (cause: unknown): boolean =>
  typeof cause === "object" && cause !== null && "code" in cause && cause.code === PG_QUERY_CANCELED;
