import { UnrecoverableError, WaitingError, Worker, type Job as Delivery } from "bullmq";
import { DomainError } from "../shared/errors";
import { definedJobs, handlersByName, type Job, type JobContext, type JobHandler } from "./job";
import { JobInterrupted, QueueUnreachable } from "./job.errors";
import { connectionOf, queueName, shownPlace, watchedBackendOf } from "./queue-backend";
import { waitForQueueServer } from "./queue-preflight";
import { seldom } from "./seldom";
import { DEFAULT_PATIENCE_MS, type QueueOptions } from "./queue";

export interface WorkerOptions extends QueueOptions {
  readonly handlers: readonly JobHandler[];
  /** Every job that must have a handler; those defined anywhere, when left out. */
  readonly jobs?: readonly Job[];
  /** Jobs done side by side in this process. */
  readonly concurrency?: number;
  /** A killed worker's job is taken up by another after this time. */
  readonly lockMs?: number;
}

export interface JobWorker {
  /** Milliseconds since the queue last answered this worker's question for a job; 0 while all its hands are full. */
  silentForMs(): number;
  /** Takes no further job, waits for those in hand at most `graceMs`, and hands the rest back to the queue. */
  close(graceMs: number): Promise<void>;
}

/** A handler that has nothing to gain from another try says so with a DomainError; any other error is tried again. */
export async function startWorker(options: WorkerOptions): Promise<JobWorker> {
  const handlers = handlersByName(options.jobs ?? definedJobs(), options.handlers);
  await waitForQueueServer(options, options.patienceMs ?? DEFAULT_PATIENCE_MS);
  const running = new RunningWorker(options, async (delivery, signal) => {
    const work = handlers.get(delivery.name);
    if (!work) throw new UnrecoverableError(`No handler for job "${delivery.name}".`);
    return work(delivery.data, contextOf(delivery, signal));
  });
  await running.start();
  return running;
}

function contextOf(delivery: Delivery, signal: AbortSignal): JobContext {
  const attempt = delivery.attemptsMade + 1;
  return { attempt, isLastAttempt: attempt >= (delivery.opts.attempts ?? 1), now: new Date(), signal };
}

const DEFAULT_CONCURRENCY = 4;
/** Beyond one per job in hand: claims, lock renewal, the stalled check. */
const SPARE_CONNECTIONS = 3;
/** As often as a worker may be killed under one job before the job itself is suspected and given up. */
const MOST_STALLS = 10;

class RunningWorker implements JobWorker {
  private readonly worker: Worker;
  /** One function for each job in hand, which gives it back to the queue. */
  private readonly inHand = new Set<() => void>();
  private readonly concurrency: number;
  private lastAnswerAt = Date.now();
  private readonly closing = new AbortController();

  constructor(
    private readonly options: WorkerOptions,
    private readonly perform: (delivery: Delivery, signal: AbortSignal) => Promise<unknown>,
  ) {
    this.concurrency = options.concurrency ?? DEFAULT_CONCURRENCY;
    const lockMs = options.lockMs ?? 60_000;
    const settings = {
      connection: connectionOf(options, this.concurrency + SPARE_CONNECTIONS) as never,
      concurrency: this.concurrency,
      autorun: false,
      lockDuration: lockMs,
      stalledInterval: lockMs / 2,
      maxStalledCount: MOST_STALLS,
    };
    const backend = watchedBackendOf(options, () => (this.lastAnswerAt = Date.now()));
    const process = (delivery: Delivery): Promise<unknown> => this.take(delivery);
    this.worker = new Worker(queueName(options), process, settings, backend as never);
    this.report();
  }

  async start(): Promise<void> {
    try {
      await this.worker.waitUntilReady();
    } catch (error) {
      await this.worker.close(true).catch(() => undefined);
      throw new QueueUnreachable(shownPlace(this.options), error);
    }
    this.lastAnswerAt = Date.now();
    this.worker.run().catch((error: unknown) => this.options.log.error("worker.stopped", { error }));
  }

  silentForMs(): number {
    return this.inHand.size >= this.concurrency ? 0 : Date.now() - this.lastAnswerAt;
  }

  async close(graceMs: number): Promise<void> {
    this.closing.abort();
    const closed = this.worker.close();
    const grace = setTimeout(() => this.handBackAll(), graceMs);
    try {
      await closed;
    } finally {
      clearTimeout(grace);
    }
  }

  private async take(delivery: Delivery): Promise<unknown> {
    if (this.closing.signal.aborted) return handBack(delivery);
    let letGo = (): void => undefined;
    const handedBack = new Promise<null>((resolve, reject) => {
      letGo = () => void handBack(delivery).then(resolve, reject);
    });
    this.inHand.add(letGo);
    try {
      return (await Promise.race([this.perform(delivery, this.closing.signal), handedBack])) ?? null;
    } catch (error) {
      if (error instanceof JobInterrupted) return await handBack(delivery);
      throw error instanceof DomainError ? hopeless(error) : error;
    } finally {
      this.inHand.delete(letGo);
    }
  }

  /** What still runs goes on as long as the process does; its effects are safe to repeat. */
  private handBackAll(): void {
    if (this.inHand.size > 0) this.options.log.warn("worker.handed-back", { jobs: this.inHand.size });
    for (const letGo of this.inHand) letGo();
  }

  private report(): void {
    const { log } = this.options;
    this.worker.on(
      "error",
      seldom((error) => log.warn("worker.error", { error })),
    );
    this.worker.on("stalled", (jobId) => log.warn("job.stalled", { jobId }));
    this.worker.on("failed", (delivery, error) => {
      const details = { jobId: delivery?.id, job: delivery?.name, attempt: delivery?.attemptsMade, error };
      const isGivenUp = delivery?.finishedOn !== undefined;
      if (!isGivenUp) return log.warn("job.will-retry", details);
      log.error("job.given-up", details);
      if (delivery) void this.tellGivenUp(delivery, error);
    });
  }

  private async tellGivenUp(delivery: Delivery, error: Error): Promise<void> {
    const handler = this.options.handlers.find((one) => one.job.name === delivery.name);
    try {
      await handler?.givenUp?.(delivery.data, error.cause instanceof Error ? error.cause : error);
    } catch (cause) {
      this.options.log.error("job.giving-up-failed", { jobId: delivery.id, job: delivery.name, error: cause });
    }
  }
}

async function handBack(delivery: Delivery): Promise<never> {
  await delivery.moveToWait(delivery.token);
  throw new WaitingError();
}

function hopeless(error: DomainError): UnrecoverableError {
  const wrapped = new UnrecoverableError(`${error.code}: ${error.message}`);
  wrapped.cause = error;
  return wrapped;
}
