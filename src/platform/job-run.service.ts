import { DomainError } from "../shared/errors";
import { newId, NIL_ID } from "../shared/ids";
import { affected, rows, type Tx, type TxScope } from "./database";
import type { JobPayload } from "./job";
import type { JobRun, JobRunError } from "./job-run.entity";

/** What the queued job carries. */
export interface JobRunRef extends JobPayload {
  readonly clientId: string;
  readonly runId: string;
}

export interface JobRunOrder {
  readonly clientId: string;
  readonly kind: string;
  readonly payload: object;
  readonly requestedBy: string;
}

/** Long work that people ask for and look at; `job-runner.ts` does it. */
export class JobRunService {
  /** Notes the run. Put its job into the queue after the commit; if that fails, the timer finds the run. */
  async request(tx: Tx, order: JobRunOrder, now: Date): Promise<JobRun> {
    const id = newId();
    const [run] = await rows<JobRun>(
      tx,
      `insert into job_run (client_id, id, kind, state, payload, requested_by, created_at)
       values ($1, $2, $3, 'queued', $4, $5, $6) returning ${COLUMNS}`,
      [order.clientId, id, order.kind, JSON.stringify(order.payload), order.requestedBy, now],
    );
    return run as JobRun;
  }

  async find(tx: Tx, clientIds: readonly string[], id: string): Promise<JobRun | undefined> {
    const sql = `select ${COLUMNS} from job_run where client_id = any($1) and id = $2`;
    return (await rows<JobRun>(tx, sql, [clientIds, id]))[0];
  }

  /** Runs asked for before `until` that are neither done nor given up, oldest first. */
  async unfinished(tx: Tx, clientIds: readonly string[], until: Date): Promise<JobRun[]> {
    const sql = `select ${COLUMNS} from job_run
      where client_id = any($1) and state in ('queued', 'running') and created_at < $2 order by id limit 1000`;
    return rows<JobRun>(tx, sql, [[...clientIds, NIL_ID], until]);
  }

  async markRunning(tx: Tx, ref: JobRunRef, now: Date): Promise<void> {
    const sql = `update job_run set state = 'running', started_at = coalesce(started_at, $3)
      where client_id = $1 and id = $2 and state in ('queued', 'running')`;
    await affected(tx, sql, [ref.clientId, ref.runId, now]);
  }

  async markProgress(tx: Tx, ref: JobRunRef, done: number, total: number | undefined): Promise<void> {
    const sql = `update job_run set done = $3, total = coalesce($4, total) where client_id = $1 and id = $2`;
    await affected(tx, sql, [ref.clientId, ref.runId, done, total ?? null]);
  }

  async markSucceeded(tx: Tx, ref: JobRunRef, result: object, now: Date): Promise<void> {
    const sql = `update job_run set state = 'succeeded', result = $3, error = null, finished_at = $4,
      done = coalesce(total, done) where client_id = $1 and id = $2`;
    await affected(tx, sql, [ref.clientId, ref.runId, JSON.stringify(result), now]);
  }

  /** Back to the queued ones, to be tried again. */
  async markSetBack(tx: Tx, ref: JobRunRef, error: unknown): Promise<void> {
    const sql = `update job_run set state = 'queued', error = $3
      where client_id = $1 and id = $2 and state in ('queued', 'running')`;
    await affected(tx, sql, [ref.clientId, ref.runId, JSON.stringify(shownError(error))]);
  }

  async markFailed(tx: Tx, ref: JobRunRef, error: unknown, now: Date): Promise<void> {
    const sql = `update job_run set state = 'failed', error = $3, finished_at = $4
      where client_id = $1 and id = $2 and state in ('queued', 'running')`;
    await affected(tx, sql, [ref.clientId, ref.runId, JSON.stringify(shownError(error)), now]);
  }
}

/** What the work of a run may see: its own client; for the whole house, definitions only. */
export const scopeOf = (ref: JobRunRef): TxScope => ({
  clientIds: ref.clientId === NIL_ID ? [] : [ref.clientId],
  internal: true,
});

/** Known refusals as they are; of anything else people learn no details, which are in the log. */
function shownError(error: unknown): JobRunError {
  if (error instanceof DomainError) return { code: error.code, message: error.message, remedy: error.remedy };
  return { code: "INTERNAL", message: "An unexpected error. The log has it under the id of this run." };
}

const COLUMNS = `client_id as "clientId", id, kind, state, payload, done, total, result, error,
  requested_by as "requestedBy", created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`;
