import { describeOnEachQueueServer, type QueueServer } from "../test-support/queue-server";
import { freePort } from "../test-support/redis-server";
import { listenFor } from "../test-support/late-server";
import { pause, until } from "../test-support/waiting";
import { defineJob, handle } from "./job";
import { quietLog } from "./log";
import { openQueue } from "./queue";
import { startWorker } from "./queue-worker";

const greet = defineJob<{ name: string }>("greet");

describeOnEachQueueServer((start) => {
  let server: QueueServer;
  let port: number;
  let url: string;
  beforeAll(async () => (server = await start()));
  beforeEach(async () => {
    port = await freePort();
    url = Object.assign(new URL(server.url), { host: `127.0.0.1:${port}` }).toString();
  });
  afterAll(() => server.stop());

  it("a worker and a queue started before their server work once it is there", async () => {
    const seen: string[] = [];
    const place = { ...server.nextPlace(), url };
    const handlers = [handle(greet, async ({ name }) => void seen.push(name))];
    const starting = Promise.all([openQueue(place), startWorker({ ...place, handlers, jobs: [greet] })]);
    await pause(700);
    const proxy = await listenFor(server.url, port);

    const [queue, worker] = await starting;
    await queue.enqueue(greet, { name: "patient" });

    await until(() => seen.length === 1);
    await worker.close(1_000);
    await queue.close();
    await proxy.stop();
  });

  it("gives up with a clear error, without the password, when the server stays away", async () => {
    const opening = openQueue({ url, log: quietLog, patienceMs: 300 });

    await expect(opening).rejects.toMatchObject({ code: "QUEUE_UNREACHABLE" });
    await expect(opening).rejects.toThrow(new RegExp(`^The job queue at \\w+://127.0.0.1:${port}.*ECONNREFUSED`));
  });
});
