import type { DataSource } from "typeorm";
import { allClientIds } from "../clients/tenant.queries";
import { inTransaction } from "../platform/database";
import type { Job, JobHandler } from "../platform/job";
import { enqueueRun } from "../platform/job-run.jobs";
import type { JobRunRef, JobRunService } from "../platform/job-run.service";
import { openQueue, type JobQueue, type QueueOptions } from "../platform/queue";
import { cleanQueueEveryHour, cleanQueueHandler } from "../platform/queue-cleaner";
import { setSchedules, type Schedule } from "../platform/queue-schedules";
import { startWorker } from "../platform/queue-worker";
import type { Runtime } from "./runtime";
import type { Serving } from "./shutdown";
import { startTimer } from "./worker-timer";

/** What the worker of this program does; see `worker-tasks.ts`. */
export interface WorkerTasks {
  readonly handlers: readonly JobHandler[];
  readonly schedules: readonly Schedule[];
  /** Everything that is due, from the database alone; the timer runs it whether or not the queue lives. */
  readonly settleDue: (now: Date, stopping: AbortSignal) => Promise<unknown>;
  readonly runs: JobRunService;
  /** The jobs whose runs people look at, so that runs whose job got lost are queued again. */
  readonly runJobs: readonly Job<JobRunRef>[];
}

/** How long queue and timer have been without success. */
export interface WorkerHealth {
  readonly queueSilentForMs: number;
  readonly settledBeforeMs: number;
}

/** For `/readyz`: fails while the worker does not do its work. */
export interface WorkerCheck {
  readonly name: string;
  check(): Promise<void>;
}

export interface RunningWork {
  readonly queue: JobQueue;
  readonly checks: readonly WorkerCheck[];
  health(): WorkerHealth;
}

export const queueOptionsOf = ({ config, databaseUrl, log }: Runtime): QueueOptions => ({
  url: config.queueUrl ?? databaseUrl,
  log,
});

/** Starts timer, queue, worker and schedules. The timer first: it does what is due also while the queue is away. */
export async function startWork(runtime: Runtime, tasks: WorkerTasks, serving: Serving): Promise<RunningWork> {
  const { log, config } = runtime;
  const everySeconds = config.settleEverySeconds;
  const settling = startTimer({ name: "settle", everySeconds, log, work: tasks.settleDue });
  serving.onShutdown("work", "settle timer", () => settling.stop());

  const options = queueOptionsOf(runtime);
  const queue = await openQueue(options);
  serving.onShutdown("queue", "queue", () => queue.close());
  const worker = await startWorker({ ...options, handlers: [...tasks.handlers, cleanQueueHandler(options)] });
  serving.onShutdown("work", "worker", (graceMs) => worker.close(graceMs));
  await setSchedules([...tasks.schedules, cleanQueueEveryHour], { ...options, databaseUrl: runtime.databaseUrl });

  const resume = (now: Date): Promise<void> => resumeRuns(runtime.db, tasks, queue, now);
  const resuming = startTimer({ name: "resume runs", everySeconds, log, work: resume });
  serving.onShutdown("work", "resume timer", () => resuming.stop());
  log.info("worker.ready", { jobs: tasks.handlers.length, everySeconds });
  const health = (): WorkerHealth => ({
    queueSilentForMs: worker.silentForMs(),
    settledBeforeMs: settling.sinceSuccessMs(),
  });
  return { queue, health, checks: checksOf(health, everySeconds) };
}

/** An idle worker asks every ten seconds. */
const LONGEST_SILENCE_MS = 60_000;
/** One settle after a large import may take minutes. */
const LONGEST_SETTLE_MS = 600_000;

function checksOf(health: () => WorkerHealth, everySeconds: number): WorkerCheck[] {
  const failing = (isLate: () => boolean, message: string) => async (): Promise<void> => {
    if (isLate()) throw new Error(message);
  };
  const settleLimitMs = LONGEST_SETTLE_MS + 2 * everySeconds * 1_000;
  return [
    { name: "worker", check: failing(() => health().queueSilentForMs > LONGEST_SILENCE_MS, "The queue is silent.") },
    { name: "settle", check: failing(() => health().settledBeforeMs > settleLimitMs, "Nothing is settled.") },
  ];
}

/** Younger runs are most likely on their way through the queue. */
const SETTLED_IN_MS = 60_000;

/** Queues again the runs that were noted but whose job got lost, as between commit and queue; the others are unharmed. */
async function resumeRuns(db: DataSource, tasks: WorkerTasks, queue: JobQueue, now: Date): Promise<void> {
  const until = new Date(now.getTime() - SETTLED_IN_MS);
  const scope = { clientIds: await allClientIds(db), internal: true };
  const unfinished = await inTransaction(db, scope, (tx) => tasks.runs.unfinished(tx, scope.clientIds, until));
  for (const run of unfinished) {
    const job = tasks.runJobs.find((one) => one.name === run.kind);
    if (job) await enqueueRun(queue, job, run);
  }
}
