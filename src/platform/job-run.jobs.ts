import { handle, type Job, type JobHandler } from "./job";
import type { JobRun } from "./job-run.entity";
import type { JobRunRef } from "./job-run.service";
import type { JobRunEffect, JobRunner } from "./job-runner";
import type { JobQueue } from "./queue";
import type { JobsAfterCommit } from "./queue-after-commit";

/** The handler of a job whose state people can look at. */
export const handleRun = (job: Job<JobRunRef>, runner: JobRunner, effect: JobRunEffect): JobHandler =>
  handle(
    job,
    async (ref) => (await runner.perform(ref, effect)).result,
    (ref, error) => runner.giveUp(ref, error),
  );

/** Puts a run's job into the queue; putting it there again is harmless. */
export function enqueueRun(to: JobQueue | JobsAfterCommit, job: Job<JobRunRef>, run: JobRun): Promise<void> | void {
  return to.enqueue(job, { clientId: run.clientId, runId: run.id }, { key: run.id });
}
