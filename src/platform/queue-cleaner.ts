import { defineJob, handle, type JobHandler } from "./job";
import { openBullQueue, type QueueOptions } from "./queue";
import type { Schedule } from "./queue-schedules";

/**
 * The only thing that removes finished jobs. Removal by the worker at each completion (BullMQ's `removeOnComplete` with
 * a count or an age) deadlocks between jobs that finish together, and one that did its work then ends as failed.
 */
export const cleanQueue = defineJob<Record<string, never>>("clean-queue");

export const cleanQueueEveryHour: Schedule = {
  id: "clean-queue",
  pattern: "17 * * * *",
  timeZone: "UTC",
  job: cleanQueue,
  payload: {},
};

const HOUR_MS = 3_600_000;
const KEPT_MS = { completed: 6 * HOUR_MS, failed: 14 * 24 * HOUR_MS } as const;
const MOST_AT_ONCE = 50_000;

export const cleanQueueHandler = (
  options: QueueOptions,
  keptMs: Record<keyof typeof KEPT_MS, number> = KEPT_MS,
): JobHandler =>
  handle(cleanQueue, async () => {
    const queue = await openBullQueue(options);
    try {
      const completed = (await queue.clean(keptMs.completed, MOST_AT_ONCE, "completed")).length;
      const failed = (await queue.clean(keptMs.failed, MOST_AT_ONCE, "failed")).length;
      options.log.info("queue.cleaned", { completed, failed });
      return { completed, failed };
    } finally {
      await queue.close();
    }
  });
