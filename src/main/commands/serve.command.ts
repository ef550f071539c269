import type { Command } from "commander";
import { openQueue } from "../../platform/queue";
import type { Dependency } from "../../api/health";
import { openApi } from "../api";
import { EXIT, type CommandContext, type CommandLine, type CommonOptions } from "../command-line";
import { startHttpServer } from "../http-server";
import type { Runtime } from "../runtime";
import { wireServices, type Services } from "../services";
import { serveUntilStopped, type Serving } from "../shutdown";
import { queueOptionsOf, startWork } from "../worker";
import { workerTasks } from "../worker-tasks";

interface ServeOptions extends CommonOptions {
  readonly work: boolean;
}

export function registerServe(program: Command, line: CommandLine): void {
  line
    .command(program, "serve", "serve the API, and do the work that is due, until stopped")
    .option("--no-work", "serve only; another process runs `regia work`")
    .action((options: ServeOptions) =>
      line.runWith({ ...options, serves: true, joinRunning: false }, (runtime, context) =>
        serveApi(runtime, context, options),
      ),
    );
}

/** Serves until stopped. Stopped in order is done, not interrupted. */
export async function serveApi(runtime: Runtime, context: CommandContext, { work } = { work: true }): Promise<void> {
  const { log, interrupted: signal } = context;
  await serveUntilStopped({ signal, log }, (serving) => startServing(runtime, context, { serving, work }));
  process.exitCode = EXIT.done;
}

interface Start {
  readonly serving: Serving;
  readonly work: boolean;
}

async function startServing(runtime: Runtime, context: CommandContext, { serving, work }: Start): Promise<void> {
  const services = wireServices();
  const { queue, checks } = work ? await withWork(runtime, services, serving) : await withQueueOnly(runtime, serving);
  const api = await openApi(runtime, { services, queue, dependencies: checks });
  const server = await startHttpServer(api.app, runtime.config.host, runtime.config.port);
  serving.onShutdown("intake", "api", async (graceMs) => {
    await server.close(graceMs);
    await api.stop();
  });
  runtime.log.info("api.ready", { url: server.url });
  context.progress(`Serving on ${server.url} (explorer at /, API at /graphql). Ctrl-C stops.`);
}

const withWork = (runtime: Runtime, services: Services, serving: Serving) =>
  startWork(runtime, workerTasks(runtime, services), serving);

async function withQueueOnly(runtime: Runtime, serving: Serving) {
  const queue = await openQueue(queueOptionsOf(runtime));
  serving.onShutdown("queue", "queue", () => queue.close());
  const checks: readonly Dependency[] = [];
  return { queue, checks };
}
