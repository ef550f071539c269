import type { Command } from "commander";
import { EXIT, type CommandContext, type CommandLine, type CommonOptions } from "../command-line";
import type { Runtime } from "../runtime";
import { wireServices } from "../services";
import { serveUntilStopped } from "../shutdown";
import { startWork } from "../worker";
import { workerTasks } from "../worker-tasks";

export function registerWork(program: Command, line: CommandLine): void {
  line
    .command(program, "work", "do what is due and what is asked for, until stopped")
    .action((options: CommonOptions) => line.runWith(options, workCommand));
}

/** Stopped in order is done, not interrupted. */
async function workCommand(runtime: Runtime, context: CommandContext): Promise<void> {
  const { log, interrupted: signal } = context;
  await serveUntilStopped({ signal, log }, async (serving) => {
    await startWork(runtime, workerTasks(runtime, wireServices()), serving);
    context.progress("Working. Ctrl-C stops.");
  });
  process.exitCode = EXIT.done;
}
