import type { Job, JobPayload } from "./job";
import type { Log } from "./log";
import type { EnqueueOptions, JobQueue } from "./queue";

/**
 * Jobs noted while a transaction is open and queued after its commit: a handler that came before the commit would find
 * nothing, and one for a rolled back transaction would find something else. When the process dies in between, or the
 * queue is away, nothing is lost: what is due is a row, and the timer finds it.
 *
 * ```ts
 * const jobs = new JobsAfterCommit();
 * await inTransaction(db, scope, (tx) => service.ingest(tx, jobs, …));   // jobs.enqueue(settleStale, { reason: "ingest" })
 * await jobs.send(queue, log);
 * ```
 */
export class JobsAfterCommit {
  private readonly noted: ((queue: JobQueue) => Promise<void>)[] = [];

  enqueue<P extends JobPayload>(job: Job<P>, payload: NoInfer<P>, options?: EnqueueOptions): void {
    this.noted.push((queue) => queue.enqueue(job, payload, options));
  }

  /** Never fails: the work itself is already committed. */
  async send(queue: JobQueue, log: Log): Promise<void> {
    for (const put of this.noted.splice(0)) {
      try {
        await put(queue);
      } catch (error) {
        log.warn("job.not-queued", { error });
      }
    }
  }
}
