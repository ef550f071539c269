import { quietLog } from "../platform/log";
import { pause } from "../test-support/waiting";
import { serveUntilStopped, type Serving } from "./shutdown";

describe("the shutdown of a process", () => {
  const stop = new AbortController();
  const served = (start: (serving: Serving) => Promise<void>, signal = stop.signal, graceMs = 200): Promise<void> =>
    serveUntilStopped({ signal, log: quietLog, graceMs, exit: () => undefined }, start);

  it("ends stage after stage, whatever the order of the start", async () => {
    const ended: string[] = [];
    const controller = new AbortController();
    const running = served(async ({ onShutdown }) => {
      onShutdown("queue", "queue", async () => ended.push("queue"));
      onShutdown("work", "worker", async () => (await pause(30), ended.push("worker")));
      onShutdown("work", "timer", async () => ended.push("timer"));
      onShutdown("intake", "http", async () => (await pause(30), ended.push("http")));
    }, controller.signal);
    await pause(10);
    expect(ended).toEqual([]);

    controller.abort();
    await running;

    expect(ended).toEqual(["http", "timer", "worker", "queue"]);
  });

  it("one that fails or hangs does not keep the others from ending", async () => {
    const ended: string[] = [];
    const controller = new AbortController();
    const running = served(
      async ({ onShutdown }) => {
        onShutdown("intake", "broken", () => Promise.reject(new Error("broken")));
        onShutdown("work", "endless", () => new Promise(() => undefined));
        onShutdown("queue", "queue", async (graceMs) => ended.push(`queue ${graceMs}`));
      },
      controller.signal,
      50,
    );

    controller.abort();
    await running;

    expect(ended).toEqual(["queue 0"]);
  });

  it("a start that fails ends what was started, and says why", async () => {
    const ended: string[] = [];
    const running = served(async ({ onShutdown }) => {
      onShutdown("queue", "queue", async () => ended.push("queue"));
      throw new Error("port taken");
    });

    await expect(running).rejects.toThrow("port taken");
    expect(ended).toEqual(["queue"]);
  });

  it("a failure while running ends everything, and says why", async () => {
    const ended: string[] = [];
    const running = served(async ({ onShutdown, fail }) => {
      onShutdown("work", "worker", async () => ended.push("worker"));
      setTimeout(() => fail(new Error("the queue is silent")), 20);
    });

    await expect(running).rejects.toThrow("the queue is silent");
    expect(ended).toEqual(["worker"]);
  });

  it("a process that hangs after all is ended by force", async () => {
    const codes: number[] = [];
    jest.useFakeTimers({ doNotFake: ["nextTick"] });
    const controller = new AbortController();
    controller.abort();
    await serveUntilStopped(
      { signal: controller.signal, log: quietLog, graceMs: 1_000, exit: (code) => codes.push(code) },
      async () => undefined,
    );

    jest.advanceTimersByTime(11_000);
    jest.useRealTimers();

    expect(codes).toEqual([1]);
  });
});
