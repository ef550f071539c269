import type { Command } from "commander";
import { ConfigurationInvalid, readConfig, type Config } from "../platform/config";
import { jsonLog, plainLog, type Log } from "../platform/log";
import { printError } from "./print-error";
import { openRuntime, type Runtime, type RuntimeOptions } from "./runtime";
import { DomainError } from "../shared/errors";
import { onInterrupt } from "./interrupt";

/** What a command gets to work with. */
export interface CommandContext {
  readonly config: Config;
  readonly log: Log;
  readonly json: boolean;
  /** The result, on stdout: the value as JSON with `--json`, the text otherwise. */
  print(value: unknown, text: string | readonly string[]): void;
  /** Progress for people, on stderr; nothing with `--json`. */
  progress(text: string): void;
  /** Aborted by Ctrl-C and SIGTERM. Long work looks at it between steps. */
  readonly interrupted: AbortSignal;
}

export interface CommandLine {
  /** Adds a subcommand with the options that all have. */
  command(program: Command, usage: string, description: string): Command;
  /** Runs what needs configuration only. */
  run(options: CommonOptions, work: (context: CommandContext) => Promise<void>): Promise<void>;
  /** Runs what needs the database, and closes it whatever happens. */
  runWith(
    options: CommonOptions & Pick<RuntimeOptions, "joinRunning">,
    work: (runtime: Runtime, context: CommandContext) => Promise<void>,
  ): Promise<void>;
}

export interface CommonOptions {
  readonly json?: boolean;
  /** Runs until it is stopped, and logs for machines. */
  readonly serves?: boolean;
}

export const EXIT = { done: 0, refused: 1, usage: 2, unexpected: 3, interrupted: 130 } as const;

export const commandLine: CommandLine = {
  command: (program, usage, description) =>
    program.command(usage).description(description).option("--json", "print the result, and errors, as JSON"),

  async run(options, work) {
    const interrupt = onInterrupt();
    try {
      const context = contextFor(readConfig(), options, interrupt.signal);
      await work(context);
      process.exitCode ??= interrupt.signal.aborted && !options.serves ? EXIT.interrupted : EXIT.done;
    } catch (error) {
      printError(error, options.json ?? false);
      process.exitCode = interrupt.signal.aborted ? EXIT.interrupted : exitCodeOf(error);
    } finally {
      interrupt.stopListening();
    }
  },

  runWith: (options, work) =>
    commandLine.run(options, async (context) => {
      const runtime = await openRuntime(context.config, { log: context.log, joinRunning: options.joinRunning ?? true });
      try {
        await work(runtime, context);
      } finally {
        await runtime.close();
      }
    }),
};

function contextFor(config: Config, { json = false, serves }: CommonOptions, interrupted: AbortSignal): CommandContext {
  const log = serves ? jsonLog(config.logLevel ?? "info") : plainLog(config.logLevel ?? (json ? "error" : "warn"));
  return {
    config,
    log,
    json,
    interrupted,
    print: (value, text) => {
      const lines = typeof text === "string" ? text : text.join("\n");
      process.stdout.write(`${json ? JSON.stringify(value, null, 2) : lines}\n`);
    },
    progress: (text) => void (json || process.stderr.write(`${text}\n`)),
  };
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigurationInvalid) return EXIT.usage;
  return error instanceof DomainError ? EXIT.refused : EXIT.unexpected;
}
