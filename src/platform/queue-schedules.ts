import type { Queue } from "bullmq";
import { Client } from "pg";
import { isDeepStrictEqual } from "node:util";
import type { Job, JobPayload } from "./job";
import { JOB_DEFAULTS, openBullQueue, type QueueOptions } from "./queue";

/**
 * A job put into the queue again and again. A tick is a hint that something may be due, never the only record of it:
 * ticks missed while no worker ran are not made up for, so the handler asks the database what is due.
 */
export interface Schedule<P extends JobPayload = JobPayload> {
  readonly id: string;
  /** A cron pattern. There is no "every n seconds": BullMQ doubles those when two processes set them at once. */
  readonly pattern: string;
  readonly timeZone: string;
  readonly job: Job<P>;
  readonly payload: P;
}

export interface ScheduleOptions extends QueueOptions {
  /** Where the lock is taken under which one process at a time sets schedules; PostgreSQL also when the queue is not. */
  readonly databaseUrl: string;
}

/** Makes the queue's schedules exactly these; what is no longer listed is removed. */
export async function setSchedules(schedules: readonly Schedule[], options: ScheduleOptions): Promise<void> {
  const queue = await openBullQueue(options);
  try {
    await underLeaderLock(options.databaseUrl, async () => {
      for (const schedule of schedules) await setOne(queue, schedule);
      const wanted = new Set(schedules.map((schedule) => schedule.id));
      const present = await queue.getJobSchedulers();
      for (const { key } of present) if (!wanted.has(key)) await queue.removeJobScheduler(key);
    });
  } finally {
    await queue.close();
  }
}

/** Left alone when nothing changed, so that a restart does not push a tick that is just due into the future. */
async function setOne(queue: Queue, schedule: Schedule): Promise<void> {
  const { id, pattern, timeZone, job, payload } = schedule;
  const present = await queue.getJobScheduler(id);
  const wanted = { name: job.name, pattern, tz: timeZone, data: payload };
  const found = {
    name: present?.name,
    pattern: present?.pattern,
    tz: present?.tz,
    data: present?.template?.data ?? {},
  };
  if (isDeepStrictEqual(wanted, found)) return;
  try {
    await queue.upsertJobScheduler(
      id,
      { pattern, tz: timeZone },
      { name: job.name, data: payload, opts: JOB_DEFAULTS },
    );
  } catch (error) {
    if (!isSlotTaken(error)) throw error;
  }
}

/** BullMQ's -10 and -11: the tick of this moment is already queued or running, which is what we wanted. */
const isSlotTaken = (error: unknown): boolean => [-10, -11].includes((error as { code?: number }).code ?? 0);

const LEADER_LOCK = 7_310_442_002;

async function underLeaderLock(databaseUrl: string, work: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, application_name: "regia schedules" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LEADER_LOCK]);
    await work();
  } finally {
    await client.end();
  }
}
