import { newId } from "../shared/ids";
import { entities } from "../main/data-source";
import { openDatabase, rows } from "../platform/database";
import { defineJob } from "../platform/job";
import { handleRun } from "../platform/job-run.jobs";
import { JobRunService, type JobRunRef } from "../platform/job-run.service";
import { JobRunner, type JobRunEffect } from "../platform/job-runner";
import { quietLog } from "../platform/log";
import { startWorker } from "../platform/queue-worker";

/** Leaves ten audit records, slowly. */
const slowWork = defineJob<JobRunRef>("slow-work");

const effect: JobRunEffect = async (tx, run, { progress }) => {
  const sql = `insert into audit_record (client_id, id, at, actor, act, subject) values ($1, $2, now(), 'a', 'step', $3)`;
  for (let step = 1; step <= 10; step += 1) {
    await rows(tx, sql, [run.clientId, newId(), run.id]);
    await rows(tx, "select pg_sleep(0.01)");
    await progress(step, 10);
  }
  return { steps: 10 };
};

/** A worker for tests to kill: `node … job-run-process.ts DATABASE_URL QUEUE_URL QUEUE`. */
async function main(databaseUrl: string, url: string, name: string): Promise<void> {
  const db = await openDatabase({ url: databaseUrl, entities });
  const handlers = [handleRun(slowWork, new JobRunner(db, new JobRunService()), effect)];
  await startWorker({ url, name, log: quietLog, handlers, concurrency: 3, lockMs: 1_000 });
  process.stdout.write("ready\n");
}

const [databaseUrl = "", url = "", name = ""] = process.argv.slice(2);
void main(databaseUrl, url, name);
