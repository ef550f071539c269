import { Queue, type JobsOptions } from "bullmq";
import { JobPayloadTooLarge, QueueUnreachable } from "./job.errors";
import type { Job, JobPayload } from "./job";
import type { Log } from "./log";
import { backendOf, connectionOf, queueName, shownPlace, type QueuePlace } from "./queue-backend";
import { waitForQueueServer } from "./queue-preflight";
import { seldom } from "./seldom";

export interface EnqueueOptions {
  /**
   * Jobs of one key are collapsed: while one waits, another is dropped; while one runs, one more is kept to run after
   * it, with the latest payload. So a nudge is never lost and never piles up.
   */
  readonly key?: string;
  readonly delayMs?: number;
}

/** Where jobs are put. Put them after the commit of what they are about: a handler that comes too early finds nothing. */
export interface JobQueue {
  enqueue<P extends JobPayload>(job: Job<P>, payload: NoInfer<P>, options?: EnqueueOptions): Promise<void>;
  /** How many jobs are in which state, for metrics. */
  counts(): Promise<Record<JobState, number>>;
  close(): Promise<void>;
}

export const JOB_STATES = ["waiting", "active", "delayed", "completed", "failed"] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface QueueOptions extends QueuePlace {
  readonly log: Log;
  /** How long to wait for the server at the start. */
  readonly patienceMs?: number;
}

export const DEFAULT_PATIENCE_MS = 60_000;
const ENQUEUE_TIMEOUT_MS = 5_000;
const LARGEST_PAYLOAD_BYTES = 8_192;
const PRODUCER_POOL = 4;

/**
 * Three attempts with growing, scattered pauses. Finished jobs stay until the cleaner takes them: removal at
 * completion deadlocks under load, and a job that did its work would end as failed.
 */
export const JOB_DEFAULTS: JobsOptions = {
  attempts: 3,
  backoff: { type: "exponential", delay: 1_000, jitter: 0.5 },
  removeOnComplete: false,
  removeOnFail: false,
};

/** The queue of `url`, once its server answers. */
export async function openQueue(options: QueueOptions): Promise<JobQueue> {
  const queue = await openBullQueue(options);
  return {
    enqueue: enqueueOn(queue, options),
    counts: () => queue.getJobCounts(...JOB_STATES) as Promise<Record<JobState, number>>,
    close: () => queue.close(),
  };
}

/** For this folder only: the bare queue, for schedules and the cleaner. */
export async function openBullQueue(options: QueueOptions): Promise<Queue> {
  await waitForQueueServer(options, options.patienceMs ?? DEFAULT_PATIENCE_MS);
  const settings = { connection: connectionOf(options, PRODUCER_POOL) as never, defaultJobOptions: JOB_DEFAULTS };
  const queue = new Queue(queueName(options), settings, backendOf(options) as never);
  queue.on(
    "error",
    seldom((error) => options.log.warn("queue.error", { error })),
  );
  try {
    await queue.waitUntilReady();
    return queue;
  } catch (error) {
    await queue.close().catch(() => undefined);
    throw new QueueUnreachable(shownPlace(options), error);
  }
}

const enqueueOn =
  (queue: Queue, place: QueuePlace): JobQueue["enqueue"] =>
  async (job, payload, { key, delayMs } = {}) => {
    const bytes = Buffer.byteLength(JSON.stringify(payload));
    if (bytes > LARGEST_PAYLOAD_BYTES) throw new JobPayloadTooLarge(job.name, bytes, LARGEST_PAYLOAD_BYTES);
    const options: JobsOptions = { delay: delayMs };
    if (key !== undefined) options.deduplication = { id: `${job.name}/${key}`, keepLastIfActive: true };
    await withinTime(queue.add(job.name, payload, options), place);
  };

/** A queue that hangs must not hang the request that nudged it. */
async function withinTime(adding: Promise<unknown>, place: QueuePlace): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const tooLate = (): void => reject(new QueueUnreachable(shownPlace(place), "no answer in time"));
    timer = setTimeout(tooLate, ENQUEUE_TIMEOUT_MS);
  });
  adding.catch(() => undefined);
  try {
    await Promise.race([adding, late]);
  } finally {
    clearTimeout(timer);
  }
}
