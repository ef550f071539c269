import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";

/** A TypeScript file of ours, run in a process of its own, so that a test can kill it. */
export interface TypescriptProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves with the first line of its output that begins so; rejects when it ends before. */
  line(beginning: string): Promise<string>;
  /** Everything it wrote so far. */
  output(): string;
  /** Resolves when it has ended. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

export interface TypescriptProcessOptions {
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** Compiles while loading, so that nothing needs to be built before. */
const LOADER = `
  const { transformFileSync } = require("@swc/core");
  require.extensions[".ts"] = (module, file) =>
    module._compile(transformFileSync(file, { configFile: ${JSON.stringify(`${process.cwd()}/.swcrc`)} }).code, file);
  require("reflect-metadata");
  process.execArgv = []; // commander reads arguments differently when it sees -e
  require(process.argv[1]);
`;

export function startTypescript(file: string, options: TypescriptProcessOptions = {}): TypescriptProcess {
  const child = spawn(process.execPath, ["-e", LOADER, "--", file, ...(options.arguments ?? [])], {
    cwd: options.folder ?? process.cwd(),
    env: { PATH: "/usr/bin:/bin", TZ: "UTC", NODE_PATH: `${process.cwd()}/node_modules`, ...options.environment },
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal })),
  );
  const lines = collectLines(child);
  return { child, ended, output: () => lines.all.join("\n"), line: (beginning) => lines.first(beginning, ended) };
}

interface Lines {
  readonly all: string[];
  first(beginning: string, ended: Promise<unknown>): Promise<string>;
}

function collectLines(child: ChildProcessWithoutNullStreams): Lines {
  const all: string[] = [];
  const watchers = new Set<(line: string) => void>();
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on("line", (line) => {
      all.push(line);
      for (const watch of watchers) watch(line);
    });
  }
  return {
    all,
    first: (beginning, ended) =>
      new Promise((resolve, reject) => {
        const watch = (line: string): void => void (line.startsWith(beginning) && resolve(line));
        all.forEach(watch);
        watchers.add(watch);
        void ended.then(() => reject(new Error(`It ended without "${beginning}":\n${all.join("\n")}`)));
      }),
  };
}
