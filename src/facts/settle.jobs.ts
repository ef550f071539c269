import { defineJob, type Job, type JobPayload } from "../platform/job";
import type { EnqueueOptions } from "../platform/queue";

/** Does what is due for one client: touched days, then the periods above them. `main/pipeline.ts` is what it runs. */
export const settleStale = defineJob<{ clientId: string; reason: "ingest" | "setup" | "request" }>("settle-stale");

/** Of the queue itself, or of what is queued after a commit. */
interface JobSink {
  enqueue<P extends JobPayload>(job: Job<P>, payload: NoInfer<P>, options?: EnqueueOptions): Promise<void> | void;
}

/**
 * Hurries the settling of a client. Many nudges are one while none has begun, and one more after one that has.
 *
 * ```ts
 * hurry(context.jobs, clientId, "ingest");
 * ```
 */
export const hurry = (jobs: JobSink, clientId: string, reason: "ingest" | "setup" | "request"): Promise<void> | void =>
  jobs.enqueue(settleStale, { clientId, reason }, { key: clientId });
