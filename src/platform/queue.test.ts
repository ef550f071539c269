import { DomainError } from "../shared/errors";
import { describeOnEachQueueServer, type QueuePlaceForTests, type QueueServer } from "../test-support/queue-server";
import { closedGate, pause, until } from "../test-support/waiting";
import { defineJob, handle, type JobHandler } from "./job";
import { openQueue, type JobQueue } from "./queue";
import { startWorker, type JobWorker, type WorkerOptions } from "./queue-worker";

class TooLate extends DomainError {
  readonly code = "TOO_LATE";
}

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

  it("a job runs once, with its payload", async () => {
    const seen: unknown[] = [];
    await work([handle(greet, async (payload, { attempt }) => void seen.push({ ...payload, attempt }))]);

    await queue.enqueue(greet, { name: "Ada" });

    await until(() => seen.length === 1);
    await pause(200);
    expect(seen).toEqual([{ name: "Ada", attempt: 1 }]);
  });

  it("a job queued while no worker runs waits for one", async () => {
    const seen: string[] = [];
    await queue.enqueue(greet, { name: "early" });

    await work([handle(greet, async ({ name }) => void seen.push(name))]);

    await until(() => seen.length === 1);
  });

  it("a failing job is tried three times, and then its handler hears that it was given up", async () => {
    const attempts: number[] = [];
    const givenUp: string[] = [];
    const failing = async (_: unknown, { attempt, isLastAttempt }: { attempt: number; isLastAttempt: boolean }) => {
      attempts.push(isLastAttempt ? -attempt : attempt);
      throw new Error("no luck");
    };
    await work([handle(greet, failing, async ({ name }, error) => void givenUp.push(`${name}: ${error.message}`))]);

    await queue.enqueue(greet, { name: "Ada" });

    await until(() => givenUp.length === 1, 15_000);
    expect(attempts).toEqual([1, 2, -3]);
    expect(givenUp).toEqual(["Ada: no luck"]);
  });

  it("a refusal by the business is not tried again", async () => {
    let attempts = 0;
    const givenUp: Error[] = [];
    const refusing = async (): Promise<void> => {
      attempts += 1;
      throw new TooLate("The period is closed.");
    };
    await work([handle(greet, refusing, async (_payload, error) => void givenUp.push(error))]);

    await queue.enqueue(greet, { name: "Ada" });

    await until(() => givenUp.length === 1);
    expect(attempts).toBe(1);
    expect(givenUp[0]).toBeInstanceOf(TooLate);
  });

  it("nudges of one key collapse while one waits, and one more runs after the one in hand", async () => {
    const seen: string[] = [];
    const gate = closedGate();
    for (const name of ["1", "2", "3"]) await queue.enqueue(greet, { name }, { key: "k" });
    await work([handle(greet, async ({ name }) => (seen.push(name), gate.opened))]);
    await until(() => seen.length === 1);

    for (const name of ["4", "5", "6"]) await queue.enqueue(greet, { name }, { key: "k" });
    gate.open();

    await until(() => seen.length === 2);
    await pause(300);
    expect(seen).toEqual(["1", "6"]);
    await queue.enqueue(greet, { name: "7" }, { key: "k" });
    await until(() => seen.length === 3);
  });

  it("a job of a key that was given up lets the next one of the key in", async () => {
    const seen: string[] = [];
    const refuse = async ({ name }: { name: string }): Promise<void> => {
      seen.push(name);
      if (name === "bad") throw new TooLate("The period is closed.");
    };
    await work([handle(greet, refuse)]);

    await queue.enqueue(greet, { name: "bad" }, { key: "k" });
    await until(async () => (await queue.counts()).failed === 1);
    await queue.enqueue(greet, { name: "good" }, { key: "k" });

    await until(() => seen.length === 2);
    expect(seen).toEqual(["bad", "good"]);
  });

  it("a delayed job runs after its delay", async () => {
    const startedAt = Date.now();
    const ran: number[] = [];
    await work([handle(greet, async () => void ran.push(Date.now() - startedAt))]);

    await queue.enqueue(greet, { name: "later" }, { delayMs: 600 });

    await until(() => ran.length === 1);
    expect(ran[0]).toBeGreaterThanOrEqual(590);
  });

  it("refuses a payload that holds rows instead of ids", async () => {
    const adding = queue.enqueue(greet, { name: "x".repeat(9_000) });

    await expect(adding).rejects.toMatchObject({ code: "JOB_PAYLOAD_TOO_LARGE" });
  });
});
