import { getOperationAST, GraphQLError, type ExecutionResult } from "graphql";
import type { DataSource } from "typeorm";
import { openTransaction, statementCount, type OpenTransaction, type TxScope } from "../platform/database";
import { ApiContext, type ServiceRegistry } from "../platform/graphql/context";
import { causeOf } from "../platform/graphql/located-errors";
import type { Log } from "../platform/log";
import type { JobQueue } from "../platform/queue";
import type { Viewer } from "../platform/viewer";
import { ERROR, isFault, isUndoing, readable } from "./api.errors";
import type { Operation } from "./cost";

/** Who asks, and when; known before the operation is. */
export interface Caller {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly now: Date;
}

export interface RequestParts {
  readonly db: DataSource;
  readonly services: ServiceRegistry;
  readonly queue: JobQueue | null;
  readonly log: Log;
  readonly deadlineMs: number;
  /** Told how many SQL statements an operation took. */
  readonly onStatements?: (count: number) => void;
  readonly execute: (operation: Operation, context: ApiContext) => ExecutionResult | Promise<ExecutionResult>;
}

/**
 * One operation in one transaction: read-only for queries; for mutations committed before anybody is told, and rolled
 * back as a whole when something unexpected happened.
 */
export async function runOperation(
  parts: RequestParts,
  operation: Operation,
  caller: Caller,
): Promise<ExecutionResult> {
  const isQuery = getOperationAST(operation.document, operation.name)?.operation === "query";
  const open = await openTransaction(parts.db, scopeOf(caller.viewer, isQuery, parts.deadlineMs));
  const context = new ApiContext({ ...caller, tx: open.tx, services: parts.services });
  try {
    const result = readableResult(parts, operation, caller, await open.within(() => inTime(parts, operation, context)));
    const isUndone = !isQuery && (result.errors?.some(isUndoing) ?? false);
    if (isUndone) return await undone(open, result);
    await open.commit();
    await sendJobs(parts, context);
    return result;
  } catch (error) {
    await open.rollback();
    throw error;
  } finally {
    parts.onStatements?.(statementCount(open.tx));
  }
}

const scopeOf = (viewer: Viewer, readOnly: boolean, statementTimeoutMs: number): TxScope => ({
  clientIds: viewer.clientIds,
  internal: viewer.kind === "internal",
  readOnly,
  statementTimeoutMs,
});

/** Statements end by themselves at the deadline; this ends work between statements. */
async function inTime(parts: RequestParts, operation: Operation, context: ApiContext): Promise<ExecutionResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ExecutionResult>((resolve) => {
    const error = new GraphQLError("The request took longer than it may.", { extensions: { code: ERROR.deadline } });
    timer = setTimeout(() => resolve({ data: null, errors: [error] }), parts.deadlineMs);
  });
  try {
    return await Promise.race([parts.execute(operation, context), late]);
  } finally {
    clearTimeout(timer);
  }
}

function readableResult(
  { log }: RequestParts,
  operation: Operation,
  { requestId }: Caller,
  result: ExecutionResult,
): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    const shown = readable(error, requestId);
    if (isFault(shown)) {
      log.error("request.failed", {
        requestId,
        operation: operation.name,
        path: error.path,
        error: causeOf(error),
      });
    }
    return shown;
  });
  return { ...result, errors };
}

async function undone(open: OpenTransaction, result: ExecutionResult): Promise<ExecutionResult> {
  await open.rollback();
  return { ...result, data: null };
}

async function sendJobs({ queue, log }: RequestParts, context: ApiContext): Promise<void> {
  if (queue) await context.jobs.send(queue, log);
}
