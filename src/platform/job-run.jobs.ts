import { handle, type Job, type JobHandler } from "./job";
import { scopeOf, type JobRunEffect, type JobRunRef, type JobRunService } from "./job-run.service";
import type { JobRun } from "./job-run.entity";
import type { JobQueue } from "./queue";
import type { JobsAfterCommit } from "./queue-after-commit";
import type { TxScope } from "./database";

/** What is done for a run, and what it may see; its own client when left out. */
export interface JobRunWork {
  readonly effect: JobRunEffect;
  readonly scope?: (ref: JobRunRef) => Promise<TxScope>;
}

/** The handler of a job whose state people can look at. */
export const handleRun = (job: Job<JobRunRef>, runs: JobRunService, work: JobRunWork): JobHandler =>
  handle(
    job,
    async (ref) => {
      const scope = (await work.scope?.(ref)) ?? scopeOf(ref);
      return (await runs.perform(ref, scope, () => new Date(), work.effect)).result;
    },
    (ref, error) => runs.giveUp(ref, error, new Date()),
  );

/** Puts a run's job into the queue; putting it there again is harmless. */
export function enqueueRun(to: JobQueue | JobsAfterCommit, job: Job<JobRunRef>, run: JobRun): Promise<void> | void {
  return to.enqueue(job, { clientId: run.clientId, runId: run.id }, { key: run.id });
}
