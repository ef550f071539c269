import type { DataSource } from "typeorm";
import { DomainError, NotFound } from "../shared/errors";
import { newId, NIL_ID } from "../shared/ids";
import { affected, inTransaction, rows, type Tx, type TxScope } from "./database";
import type { JobPayload } from "./job";
import type { JobRun, JobRunError, JobRunState } from "./job-run.entity";

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

/** Shows how far the work is; seen at once by others, and cheap enough to call at each step. */
export type Progress = (done: number, total?: number) => Promise<void>;

/** The work of a run: changes the database through `tx` only, and returns the ids it made. */
export type JobRunEffect = (tx: Tx, run: JobRun, progress: Progress) => Promise<object>;

/**
 * Long work one can look at. A job may be delivered twice; its effect lands once, because effect and completion are one
 * transaction, behind a lock on the run.
 */
export class JobRunService {
  constructor(private readonly db: DataSource) {}

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

  /** Does the work unless it is done already; returns the run as it stands afterwards. */
  async perform(ref: JobRunRef, scope: TxScope, clock: () => Date, effect: JobRunEffect): Promise<JobRun> {
    const run = await inTransaction(this.db, scope, (tx) => this.start(tx, ref, clock()));
    if (isFinished(run.state)) return run;
    try {
      return await inTransaction(this.db, scope, (tx) => this.finish(tx, ref, clock, this.withProgress(effect, scope)));
    } catch (error) {
      await inTransaction(this.db, scope, (tx) => this.noteError(tx, ref, { state: "queued", error, at: null }));
      throw error;
    }
  }

  /** The queue will not deliver the run's job again. */
  async giveUp(ref: JobRunRef, error: unknown, now: Date): Promise<void> {
    await inTransaction(this.db, scopeOf(ref), (tx) => this.noteError(tx, ref, { state: "failed", error, at: now }));
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

  private async start(tx: Tx, ref: JobRunRef, now: Date): Promise<JobRun> {
    const sql = `update job_run set state = 'running', started_at = coalesce(started_at, $3)
      where client_id = $1 and id = $2 and state in ('queued', 'running')`;
    await affected(tx, sql, [ref.clientId, ref.runId, now]);
    return this.get(tx, ref);
  }

  /** The lock is not on the row, so that progress can be written beside; the state is read after it is ours. */
  private async finish(tx: Tx, ref: JobRunRef, clock: () => Date, effect: JobRunEffectOnce): Promise<JobRun> {
    await rows(tx, "select pg_advisory_xact_lock(hashtextextended($1, 0))", [ref.runId]);
    const run = await this.get(tx, ref);
    if (isFinished(run.state)) return run;
    const result = await effect(tx, run);
    const sql = `update job_run set state = 'succeeded', result = $3, error = null, finished_at = $4,
      done = coalesce(total, done) where client_id = $1 and id = $2`;
    await affected(tx, sql, [ref.clientId, ref.runId, JSON.stringify(result), clock()]);
    return this.get(tx, ref);
  }

  private async get(tx: Tx, ref: JobRunRef): Promise<JobRun> {
    const run = await this.find(tx, [ref.clientId], ref.runId);
    if (!run) throw new NotFound("job run", ref.runId);
    return run;
  }

  /** Written in a transaction of its own: the effect's is not committed yet, and progress must be seen now. */
  private withProgress(effect: JobRunEffect, scope: TxScope): JobRunEffectOnce {
    return (tx, run) =>
      effect(tx, run, async (done, total) => {
        const sql = `update job_run set done = $3, total = coalesce($4, total) where client_id = $1 and id = $2`;
        await inTransaction(this.db, scope, (own) => affected(own, sql, [run.clientId, run.id, done, total ?? null]));
      });
  }

  private async noteError(tx: Tx, ref: JobRunRef, { state, error, at }: Setback): Promise<void> {
    const sql = `update job_run set state = $3, error = $4, finished_at = $5
      where client_id = $1 and id = $2 and state in ('queued', 'running')`;
    await affected(tx, sql, [ref.clientId, ref.runId, state, JSON.stringify(shownError(error)), at]);
  }
}

interface Setback {
  /** Queued: it is tried again. */
  readonly state: "queued" | "failed";
  readonly error: unknown;
  readonly at: Date | null;
}

type JobRunEffectOnce = (tx: Tx, run: JobRun) => Promise<object>;

export const scopeOf = (ref: JobRunRef): TxScope => ({
  clientIds: ref.clientId === NIL_ID ? [] : [ref.clientId],
  internal: true,
});

const isFinished = (state: JobRunState): boolean => state === "succeeded" || state === "failed";

/** Known refusals as they are; of anything else people learn no details, which are in the log. */
function shownError(error: unknown): JobRunError {
  if (error instanceof DomainError) return { code: error.code, message: error.message, remedy: error.remedy };
  return { code: "INTERNAL", message: "An unexpected error. The log has it under the id of this run." };
}

const COLUMNS = `client_id as "clientId", id, kind, state, payload, done, total, result, error,
  requested_by as "requestedBy", created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`;
