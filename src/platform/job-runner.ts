import type { DataSource } from "typeorm";
import { NotFound } from "../shared/errors";
import { inTransaction, rows, type Tx } from "./database";
import type { JobRun } from "./job-run.entity";
import { scopeOf, type JobRunRef, type JobRunService } from "./job-run.service";

/** Shows how far the work is; seen at once by others, and cheap enough to call at each step. */
export type Progress = (done: number, total?: number) => Promise<void>;

export interface JobRunHelp {
  readonly now: Date;
  readonly progress: Progress;
}

/** The work of a run: changes the database through `tx` only, and returns the ids it made. */
export type JobRunEffect = (tx: Tx, run: JobRun, help: JobRunHelp) => Promise<object>;

/**
 * Does the work of runs. A job may be delivered twice; its effect lands once, because effect and completion are one
 * transaction, behind a lock on the run.
 */
export class JobRunner {
  constructor(
    private readonly db: DataSource,
    private readonly runs: JobRunService,
    private readonly clock: () => Date = () => new Date(),
  ) {}

  /** Does the work unless it is done already; returns the run as it stands afterwards. */
  async perform(ref: JobRunRef, effect: JobRunEffect): Promise<JobRun> {
    const run = await this.inOwn(ref, (tx) => this.start(tx, ref));
    if (isFinished(run)) return run;
    try {
      return await this.inOwn(ref, (tx) => this.finish(tx, ref, effect));
    } catch (error) {
      await this.inOwn(ref, (tx) => this.runs.markSetBack(tx, ref, error));
      throw error;
    }
  }

  /** The queue will not deliver the run's job again. */
  giveUp(ref: JobRunRef, error: unknown): Promise<void> {
    return this.inOwn(ref, (tx) => this.runs.markFailed(tx, ref, error, this.clock()));
  }

  private async start(tx: Tx, ref: JobRunRef): Promise<JobRun> {
    await this.runs.markRunning(tx, ref, this.clock());
    return this.get(tx, ref);
  }

  /** The lock is not on the row, so that progress can be written beside; the state is read after it is ours. */
  private async finish(tx: Tx, ref: JobRunRef, effect: JobRunEffect): Promise<JobRun> {
    await rows(tx, "select pg_advisory_xact_lock(hashtextextended($1, 0))", [ref.runId]);
    const run = await this.get(tx, ref);
    if (isFinished(run)) return run;
    const result = await effect(tx, run, { now: this.clock(), progress: this.progressOf(ref) });
    await this.runs.markSucceeded(tx, ref, result, this.clock());
    return this.get(tx, ref);
  }

  private async get(tx: Tx, ref: JobRunRef): Promise<JobRun> {
    const run = await this.runs.find(tx, [ref.clientId], ref.runId);
    if (!run) throw new NotFound("job run", ref.runId);
    return run;
  }

  /** Written in a transaction of its own: the effect's is not committed yet, and progress must be seen now. */
  private progressOf(ref: JobRunRef): Progress {
    return (done, total) => this.inOwn(ref, (tx) => this.runs.markProgress(tx, ref, done, total));
  }

  private inOwn<T>(ref: JobRunRef, work: (tx: Tx) => Promise<T>): Promise<T> {
    return inTransaction(this.db, scopeOf(ref), work);
  }
}

const isFinished = ({ state }: JobRun): boolean => state === "succeeded" || state === "failed";
