import { settleStale } from "../facts/settle.jobs";
import { handle } from "../platform/job";
import { JobInterrupted } from "../platform/job.errors";
import { JobRunService } from "../platform/job-run.service";
import { settle } from "./pipeline";
import type { Runtime } from "./runtime";
import type { Services } from "./services";
import type { WorkerTasks } from "./worker";

/** Everything a worker of this program does. */
export function workerTasks({ db }: Runtime, services: Services): WorkerTasks {
  const settleClient = handle(settleStale, async ({ clientId }, { now, signal }) => {
    const report = await settle(services, db, { now, clientIds: [clientId], signal });
    if (signal.aborted) throw new JobInterrupted();
    return report;
  });
  return {
    handlers: [settleClient],
    schedules: [],
    settleDue: (now, signal) => settle(services, db, { now, signal }),
    runs: new JobRunService(db),
    runJobs: [],
  };
}
