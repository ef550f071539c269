import { join } from "node:path";
import { newId } from "../shared/ids";
import { describeOnEachQueueServer, type QueuePlaceForTests, type QueueServer } from "../test-support/queue-server";
import { seeded } from "../test-support/seeded";
import { startTypescript, type TypescriptProcess } from "../test-support/typescript-process";
import { pause, until } from "../test-support/waiting";
import { defineJob } from "./job";
import { enqueueRun } from "./job-run.jobs";
import type { JobRun } from "./job-run.entity";
import { JobRunService, type JobRunRef } from "./job-run.service";
import { openQueue } from "./queue";

const slowWork = defineJob<JobRunRef>("slow-work");
const WORKER = join(__dirname, "../test-support/job-run-process.ts");
const SEED = 20_260_301;
const KILLS = 6;

describeOnEachQueueServer((start) => {
  let server: QueueServer;
  beforeAll(async () => (server = await start()));
  afterAll(() => server.stop());

  it(`a worker killed ${KILLS} times in the middle of its work loses nothing and doubles nothing (seed ${SEED})`, async () => {
    const place = server.nextPlace();
    const clientId = newId();
    const runs = await queueRuns(place, clientId, 12);
    const random = seeded(SEED);
    let killedInTheMiddle = 0;

    for (let kill = 0; kill < KILLS; kill += 1) {
      const worker = await startWorker(place);
      await pause(20 + random() * 250);
      if ((await states(clientId)).includes("running")) killedInTheMiddle += 1;
      worker.child.kill("SIGKILL");
      await worker.ended;
    }
    const last = await startWorker(place);
    await until(async () => (await states(clientId)).every((state) => state === "succeeded"), 60_000);
    last.child.kill("SIGKILL");
    await last.ended;

    expect(killedInTheMiddle).toBeGreaterThanOrEqual(3);
    const steps = await server.database.adminRows<{ run: string; steps: number }>(
      "select subject as run, count(*)::int as steps from audit_record where client_id = $1 group by 1 order by 1",
      [clientId],
    );
    expect(steps).toEqual(runs.map((run) => ({ run: run.id, steps: 10 })));
  }, 150_000);

  async function queueRuns(place: QueuePlaceForTests, clientId: string, count: number): Promise<JobRun[]> {
    const service = new JobRunService();
    const order = { clientId, kind: slowWork.name, payload: {}, requestedBy: "tester" };
    const runs = await server.database.asInternal([clientId], (tx) =>
      Promise.all(Array.from({ length: count }, () => service.request(tx, order, new Date()))),
    );
    const queue = await openQueue(place);
    for (const run of runs) await enqueueRun(queue, slowWork, run);
    await queue.close();
    return runs.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async function startWorker(place: QueuePlaceForTests): Promise<TypescriptProcess> {
    const worker = startTypescript(WORKER, { arguments: [server.database.appUrl, place.url, place.name] });
    await worker.line("ready");
    return worker;
  }

  const states = async (clientId: string): Promise<string[]> =>
    (
      await server.database.adminRows<{ state: string }>("select state from job_run where client_id = $1", [clientId])
    ).map((one) => one.state);
});
