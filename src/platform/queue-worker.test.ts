import { describeOnEachQueueServer, type QueuePlaceForTests, type QueueServer } from "../test-support/queue-server";
import { closedGate, pause, until } from "../test-support/waiting";
import { defineJob, handle, type Job, type JobHandler } from "./job";
import { JobInterrupted } from "./job.errors";
import { openBullQueue, openQueue, type JobQueue } from "./queue";
import { cleanQueue, cleanQueueHandler } from "./queue-cleaner";
import { setSchedules, type Schedule } from "./queue-schedules";
import { startWorker, type JobWorker, type WorkerOptions } from "./queue-worker";

const greet = defineJob<{ name: string }>("greet");

describeOnEachQueueServer((start) => {
  let server: QueueServer;
  let place: QueuePlaceForTests;
  let queue: JobQueue;
  const workers: JobWorker[] = [];
  beforeAll(async () => (server = await start()));
  beforeEach(async () => {
    place = server.nextPlace();
    queue = await openQueue(place);
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.close(0);
    await queue.close();
  });
  afterAll(() => server.stop());

  async function work(handlers: readonly JobHandler[], more: Partial<WorkerOptions> = {}): Promise<JobWorker> {
    const worker = await startWorker({ ...place, handlers, jobs: handlers.map((one) => one.job), ...more });
    workers.push(worker);
    return worker;
  }

  it("closing waits for the job in hand and takes no other", async () => {
    const [begun, finished]: string[][] = [[], []];
    const slowly = handle(greet, async ({ name }) => {
      begun!.push(name);
      await pause(300);
      finished!.push(name);
    });
    const worker = await work([slowly], { concurrency: 1 });
    for (const name of ["1", "2"]) await queue.enqueue(greet, { name });
    await until(() => begun!.length === 1);

    await worker.close(5_000);

    expect(finished).toEqual(["1"]);
    expect(await queue.counts()).toMatchObject({ active: 0, waiting: 1, completed: 1 });
  });

  it("closing hands back at once what does not finish within the grace", async () => {
    const gate = closedGate();
    const worker = await work([handle(greet, () => gate.opened)]);
    await queue.enqueue(greet, { name: "endless" });
    await until(async () => (await queue.counts()).active === 1);

    await worker.close(100);

    const seen: number[] = [];
    await work([handle(greet, async (_payload, { attempt }) => void seen.push(attempt))]);
    await until(() => seen.length === 1);
    expect(seen).toEqual([1]);
    gate.open();
  });

  it("long work that stops when its worker closes goes back to the queue", async () => {
    const worker = await work([
      handle(greet, async (_payload, { signal }) => {
        await until(() => signal.aborted);
        throw new JobInterrupted();
      }),
    ]);
    await queue.enqueue(greet, { name: "long" });
    await until(async () => (await queue.counts()).active === 1);

    await worker.close(5_000);

    expect(await queue.counts()).toMatchObject({ active: 0, waiting: 1, failed: 0 });
  });

  it("a job whose worker vanished is done by another", async () => {
    const gate = closedGate();
    const vanished = await work([handle(greet, () => gate.opened)], { lockMs: 1_000 });
    await queue.enqueue(greet, { name: "orphan" });
    await until(async () => (await queue.counts()).active === 1);
    await vanish(vanished);

    const seen: string[] = [];
    await work([handle(greet, async ({ name }) => void seen.push(name))], { lockMs: 1_000 });

    await until(() => seen.length === 1, 10_000);
    expect(seen).toEqual(["orphan"]);
    gate.open();
  });

  it("four processes that set the same schedules leave one tick, and a dropped schedule goes", async () => {
    const yearly = (id: string): Schedule => tick(id, "0 0 1 1 *", greet);
    const options = { ...place, databaseUrl: server.databaseUrl };
    await setSchedules([yearly("a"), yearly("old")], options);

    await Promise.all([1, 2, 3, 4].map(() => setSchedules([yearly("a"), yearly("b")], options)));

    const bull = await openBullQueue(place);
    expect((await bull.getJobSchedulers()).map((one) => one.key).sort()).toEqual(["a", "b"]);
    expect((await bull.getDelayed()).length).toBe(2);
    await bull.close();
  });

  it("a schedule ticks", async () => {
    const seen: string[] = [];
    await work([handle(greet, async ({ name }) => void seen.push(name))]);

    await setSchedules([tick("each-second", "* * * * * *", greet)], { ...place, databaseUrl: server.databaseUrl });

    await until(() => seen.length >= 2, 6_000);
    await setSchedules([], { ...place, databaseUrl: server.databaseUrl });
  });

  it("the cleaner takes finished jobs and leaves the others", async () => {
    const seen: string[] = [];
    await work([
      handle(greet, async ({ name }) => void seen.push(name)),
      cleanQueueHandler(place, { completed: 0, failed: 0 }),
    ]);
    for (const name of ["1", "2", "3"]) await queue.enqueue(greet, { name });
    await queue.enqueue(greet, { name: "tomorrow" }, { delayMs: 86_400_000 });
    await until(async () => (await queue.counts()).completed === 3);

    await queue.enqueue(cleanQueue, {});

    await until(async () => (await queue.counts()).completed === 1);
    expect(await queue.counts()).toMatchObject({ completed: 1, delayed: 1 });
  });

  it("an idle worker keeps asking, and one with full hands counts as alive", async () => {
    const gate = closedGate();
    const worker = await work([handle(greet, () => gate.opened)], { concurrency: 1 });
    await pause(50);
    expect(worker.silentForMs()).toBeLessThan(10_000);

    await queue.enqueue(greet, { name: "long" });

    await until(async () => (await queue.counts()).active === 1);
    await pause(20);
    expect(worker.silentForMs()).toBe(0);
    gate.open();
  });
});

const tick = (id: string, pattern: string, job: Job<{ name: string }>): Schedule => ({
  id,
  pattern,
  timeZone: "UTC",
  job,
  payload: { name: id },
});

/** As after kill -9: nothing is handed back and locks are no longer renewed. */
async function vanish(worker: JobWorker): Promise<void> {
  await (worker as unknown as { worker: { close(force: boolean): Promise<void> } }).worker.close(true);
}
