import { readConfig } from "../platform/config";
import { rows } from "../platform/database";
import { defineJob, handle } from "../platform/job";
import { handleRun } from "../platform/job-run.jobs";
import { JobRunService, type JobRunRef } from "../platform/job-run.service";
import { JobRunner } from "../platform/job-runner";
import { quietLog } from "../platform/log";
import { newId } from "../shared/ids";
import { listenFor } from "../test-support/late-server";
import { freePort } from "../test-support/redis-server";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { pause, until } from "../test-support/waiting";
import type { Runtime } from "./runtime";
import { serveUntilStopped } from "./shutdown";
import { startWork, type RunningWork, type WorkerTasks } from "./worker";

const nudge = defineJob<{ reason: string }>("nudge");
const compile = defineJob<JobRunRef>("compile");

describe("the worker of the program", () => {
  let database: TestDatabase;
  let runtime: Runtime;
  const runs = new JobRunService();
  let settles: Date[];
  let nudges: string[];
  beforeAll(async () => {
    database = await createTestDatabase();
    const config = readConfig({ SETTLE_EVERY_SECONDS: "1" });
    const nothing = async (): Promise<void> => undefined;
    runtime = {
      db: database.db,
      config,
      log: quietLog,
      databaseUrl: database.appUrl,
      onClose: () => undefined,
      close: nothing,
    };
  });
  beforeEach(() => void ([settles, nudges] = [[], []]));
  afterAll(() => database.drop());

  const tasks = (): WorkerTasks => ({
    handlers: [
      handle(nudge, async ({ reason }) => void nudges.push(reason)),
      handleRun(compile, new JobRunner(database.db, runs), async (_tx, run) => ({ compiled: run.id })),
    ],
    schedules: [
      { id: "each second", pattern: "* * * * * *", timeZone: "UTC", job: nudge, payload: { reason: "tick" } },
    ],
    settleDue: async (now) => void settles.push(now),
    runs,
    runJobs: [compile],
  });

  /** Runs the worker while the test looks at it, then stops it in order. */
  async function whileWorking(look: (work: RunningWork) => Promise<void>, over: Partial<Runtime> = {}): Promise<void> {
    const stop = new AbortController();
    await serveUntilStopped(
      { signal: stop.signal, log: quietLog, graceMs: 2_000, exit: () => undefined },
      async (serving) => {
        await look(await startWork({ ...runtime, ...over }, tasks(), serving));
        stop.abort();
      },
    );
  }

  it("settles by its timer, takes nudges and ticks, and tells its health", async () => {
    await whileWorking(async ({ queue, health }) => {
      await queue.enqueue(nudge, { reason: "ingest" });

      await until(() => settles.length >= 2 && nudges.includes("ingest") && nudges.includes("tick"));

      expect(health().queueSilentForMs).toBeLessThan(2_000);
      expect(health().settledBeforeMs).toBeLessThan(2_000);
    });
  });

  it("does nothing more once it was stopped", async () => {
    await whileWorking(() => until(() => settles.length >= 1));
    const before = settles.length + nudges.length;

    await pause(1_300);

    expect(settles.length + nudges.length).toBe(before);
  });

  it("finds the run whose job never reached the queue", async () => {
    const clientId = newId();
    await database.adminRows("insert into tenant (client_id, code) values ($1, $2)", [clientId, clientId]);
    const longAgo = new Date(Date.now() - 3_600_000);
    const run = await database.asInternal([clientId], (tx) =>
      runs.request(tx, { clientId, kind: "compile", payload: {}, requestedBy: "tester" }, longAgo),
    );
    const state = async (): Promise<string | undefined> =>
      database.asInternal([clientId], async (tx) => (await runs.find(tx, [clientId], run.id))?.state);

    await whileWorking(() => until(async () => (await state()) === "succeeded"));

    const [stored] = await database.asInternal([clientId], (tx) =>
      rows<{ result: object }>(tx, "select result from job_run where id = $1", [run.id]),
    );
    expect(stored?.result).toEqual({ compiled: run.id });
  });

  it("settles also while the queue is away, and works with it once it is there", async () => {
    const port = await freePort();
    const away = Object.assign(new URL(database.appUrl), { host: `127.0.0.1:${port}` }).toString();
    const config = { ...runtime.config, queueUrl: away };
    const working = whileWorking(({ queue }) => queue.enqueue(nudge, { reason: "back" }), { config });

    await until(() => settles.length >= 1);

    expect(nudges).toEqual([]);
    const proxy = await listenFor(database.appUrl, port);
    await working;
    await proxy.stop();
  });
});
